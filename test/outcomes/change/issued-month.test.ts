import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { readIssuedMonth } from '../../../shared/outcomes/change/issued-month.ts';
import { anOutcomeDocument } from '../../support/outcome-document.ts';

/** A document as it is read from its file, with what is stated of it instead. */
const written = (stated: object = {}): unknown =>
  JSON.parse(JSON.stringify({ ...anOutcomeDocument(), ...stated }));

const share = {
  revision: 1,
  kind: 'proportion',
  state: 'estimated',
  numerator: 6,
  denominator: 8,
  value: 0.75,
  lower: null,
  upper: null,
  method: 'none',
};
const withResult = (stated: object) => written({ measures: { delivery: { ...share, ...stated } } });

test('what is drawn of an issue is as its document has it, without what stands around the headline', () => {
  const document = anOutcomeDocument();
  const { month, disclosure, moved, measures } = readIssuedMonth(written());
  expect({ month, disclosure, moved }).toEqual({
    month: document.month,
    disclosure: document.disclosure,
    moved: document.moved,
  });
  expect(Object.keys(measures)).toEqual(Object.keys(document.measures));
  const result = document.measures['abstinence-retention'];
  if (result === undefined) throw new Error('no such measure');
  const { splits, beside, sensitivity, comparisons, ...kept } = result;
  expect(Object.keys({ ...splits, ...beside, ...sensitivity, ...comparisons }).length).toBeGreaterThan(0);
  expect(measures['abstinence-retention']).toEqual(kept);
  expect(Object.keys(kept)).toEqual(expect.arrayContaining(['revision', 'points', 'cohort', 'trend']));
});

test('what is not drawn is not looked at, whatever it says', () => {
  const broken = { splits: 'none', beside: [1], sensitivity: null, comparisons: { sex: 0 } };
  expect(readIssuedMonth(withResult(broken)).measures).toEqual({ delivery: share });
});

describe('a document is refused', () => {
  test.each([
    ['nothing', null],
    ['a text', 'a document'],
    ['an object without measures', {}],
    ['measures that are a list', written({ measures: [share] })],
    ['a measure that is a number', written({ measures: { delivery: 0.75 } })],
  ])('that is %s', (_, document) => {
    expect(() => readIssuedMonth(document)).toThrow(ZodError);
  });

  test.each([
    ['a headline’s value', { value: 'three quarters' }],
    ['its revision', { revision: 0 }],
    ['its kind', { kind: 'a-guess' }],
    ['its cohort', { cohort: { every: 'week', matured: share, providers: {} } }],
    ['its trend', { trend: { kind: 'run', every: 'month', points: [{ period: '2026-10' }] } }],
    ['something that no result has', { colour: 'red' }],
  ])('of which what is drawn is broken: %s', (_, stated) => {
    expect(() => readIssuedMonth(withResult(stated))).toThrow(ZodError);
  });

  test.each([
    ['month', { month: 10 }],
    ['rule for small numbers', { disclosure: 'none' }],
    ['news since the issue before', { moved: { figures: [] } }],
  ])('of which the %s is broken', (_, stated) => {
    expect(() => readIssuedMonth(written(stated))).toThrow(ZodError);
  });
});
