import { expect, test } from 'vitest';
import { figureRows } from '../../shared/report/figures.ts';
import { anEmptyOutcomeDocument, anOutcomeDocument } from '../support/outcome-document.ts';

const rows = figureRows(anOutcomeDocument());
const find = (wanted: Partial<(typeof rows)[number]>) =>
  rows.filter((row) =>
    Object.entries(wanted).every(([key, value]) => row[key as keyof typeof row] === value),
  );

test('a survival at a day is one row with its interval, number at risk and events', () => {
  expect(find({ measure: 'abstinence-retention', part: 'headline', statistic: 'survival', day: 84 })).toEqual(
    [
      {
        measure: 'abstinence-retention',
        revision: 1,
        part: 'headline',
        name: '',
        category: '',
        statistic: 'survival',
        outcome: '',
        unit: 'share',
        day: 84,
        state: 'estimated',
        shorthand: '',
        value: 0.7912350597609562,
        lower: 0.7334,
        upper: 0.83801,
        standardError: null,
        numerator: null,
        denominator: null,
        atRisk: 156,
        events: 47,
        marks: '',
        reason: '',
        withheld: '',
      },
    ],
  );
});

test('a withheld figure is a row without a number', () => {
  const [row] = find({ measure: 'family-engagement', part: 'split', category: 'closure' });
  expect(row).toMatchObject({
    state: 'suppressed',
    shorthand: '[c]',
    value: null,
    numerator: null,
    denominator: null,
  });
});

test('a number at risk that is withheld beside an estimate is named', () => {
  const [row] = find({ name: 'age-band', category: '55-64', statistic: 'survival' });
  expect(row).toMatchObject({ state: 'estimated', value: 1, atRisk: null, events: 0, withheld: 'at_risk' });
});

test('every sensitivity, figure beside, split and target has its rows', () => {
  expect(find({ part: 'sensitivity', name: 'silence-counts-as-exit', day: 168 })).toMatchObject([
    { state: 'suppressed' },
  ]);
  expect(find({ part: 'beside', name: 'occupancy', outcome: 'open', day: 84 })).toMatchObject([
    { value: 0.6177 },
  ]);
  expect(find({ measure: 'lapse-recovery', statistic: 'target' })).toMatchObject([
    { value: 0.4, outcome: 'at-least', state: 'target' },
  ]);
  expect(find({ statistic: 'excluded', outcome: 'no-contact-agreed' })).toMatchObject([{ value: 12 }]);
});

test('what is unavailable keeps its reason', () => {
  const reasons = figureRows(anEmptyOutcomeDocument()).filter(({ state }) => state === 'unavailable');
  expect(new Set(reasons.map(({ reason }) => reason))).toEqual(new Set(['no-eligible']));
  expect(reasons.every(({ value, shorthand }) => value === null && shorthand === '[z]')).toBe(true);
  expect(find({ reason: 'beyond-follow-up' }).map(({ shorthand }) => shorthand)).toEqual(['[x]']);
});
