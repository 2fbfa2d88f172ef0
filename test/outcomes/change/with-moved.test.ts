import { describe, expect, test } from 'vitest';
import { withMoved } from '../../../shared/outcomes/change/with-moved.ts';
import type { Definition, Moved, OutcomeDocument } from '../../../shared/outcomes/document.ts';
import { aHiddenShare, aShare } from '../../support/a-share.ts';
import { anOutcomeDocument } from '../../support/outcome-document.ts';

const hidden = { state: 'suppressed' } as const;

/** The first issue of a month with what is stated of it, and the second. */
const issued = (stated: Partial<OutcomeDocument>): OutcomeDocument =>
  anOutcomeDocument({ revision: 1, asAt: '2026-11-05T06:00:00.000Z', measures: {}, ...stated });
const current = (stated: Partial<OutcomeDocument>): OutcomeDocument =>
  issued({ revision: 2, asAt: '2026-12-01T06:00:00.000Z', ...stated });

const movedIn = (...given: Parameters<typeof withMoved>): Moved => {
  const { moved } = withMoved(...given);
  if (moved === undefined) throw new Error('nothing is told of what moved');
  return moved;
};

test('a document is what it was, with what moved and since when', () => {
  const document = current({});
  const told = withMoved(document, issued({}), {});
  expect(told).toEqual({ ...document, moved: told.moved });
  expect(told.moved).toEqual({
    since: { revision: 1, asAt: '2026-11-05T06:00:00.000Z' },
    figures: [],
    records: {},
    definitions: [],
  });
});

describe('of the figures', () => {
  const delivery = { measure: 'delivery', name: '', category: '' };
  const figuresOf = (before: OutcomeDocument['measures'], now: OutcomeDocument['measures'], isHeld = true) =>
    movedIn(current({ measures: now }), issued({ measures: before }), {}, isHeld).figures;

  test('those that say something else are told as they were issued, and no other', () => {
    const before = {
      revision: 1,
      ...aShare(1, 10),
      beside: { same: aShare(2, 10), other: aShare(3, 10) },
      splits: { sex: { female: aShare(5, 10), male: aShare(6, 10) } },
    };
    const now = {
      ...before,
      ...aShare(2, 10),
      beside: { same: aShare(2, 10), other: aShare(4, 10) },
      splits: { sex: { female: aShare(5, 10), male: aShare(6, 11) } },
    };
    expect(figuresOf({ delivery: before }, { delivery: now })).toEqual([
      { ...delivery, part: 'headline', issued: aShare(1, 10), stands: true },
      { ...delivery, part: 'beside', name: 'other', issued: aShare(3, 10), stands: true },
      { ...delivery, part: 'split', name: 'sex', category: 'male', issued: aShare(6, 10), stands: true },
    ]);
  });

  test('the order in which a figure has its parts is nothing it says', () => {
    const { kind, value, ...rest } = aShare(1, 10);
    expect(
      figuresOf(
        { delivery: { revision: 1, ...aShare(1, 10) } },
        { delivery: { ...rest, value, kind, revision: 1 } },
      ),
    ).toEqual([]);
  });

  test('one that the issue before had not was issued as nothing', () => {
    expect(figuresOf({}, { delivery: { revision: 1, ...aShare(1, 10) } })).toEqual([
      { ...delivery, part: 'headline', issued: null, stands: true },
    ]);
  });

  test('one that is gone is told last, as it was issued, and does not stand', () => {
    const before = { revision: 1, ...aShare(1, 10), beside: { gone: aShare(3, 10), hidden: aHiddenShare } };
    expect(figuresOf({ delivery: before }, { delivery: { revision: 1, ...aShare(2, 10) } })).toEqual([
      { ...delivery, part: 'headline', issued: aShare(1, 10), stands: true },
      { ...delivery, part: 'beside', name: 'gone', issued: aShare(3, 10), stands: false },
      { ...delivery, part: 'beside', name: 'hidden', issued: aHiddenShare, stands: false },
    ]);
  });

  test('of an issue that nobody holds, what is gone or withheld now is not told', () => {
    const before = {
      revision: 1,
      ...aShare(1, 10),
      beside: { gone: aShare(3, 10), hidden: aShare(4, 10), shown: aHiddenShare },
    };
    const now = { revision: 1, ...aShare(1, 10), beside: { hidden: aHiddenShare, shown: aShare(5, 10) } };
    expect(figuresOf({ delivery: before }, { delivery: now }, false)).toEqual([
      { ...delivery, part: 'beside', name: 'shown', issued: aHiddenShare, stands: true },
    ]);
    expect(figuresOf({ delivery: before }, { delivery: now }, true).map(({ name }) => name)).toEqual([
      'hidden',
      'shown',
      'gone',
    ]);
  });

  test('of an issue that nobody holds, a curve of which one point is withheld now is not told', () => {
    const curve = (atRisk: number | typeof hidden) => ({
      revision: 1,
      kind: 'survival' as const,
      journeys: 40,
      events: 9,
      parts: {},
      points: [
        { day: 84, state: 'estimated' as const, value: 0.7, lower: null, upper: null, atRisk, events: 9 },
      ],
      median: { state: 'unavailable' as const, reason: 'not-reached' as const },
    });
    expect(figuresOf({ retention: curve(30) }, { retention: curve(hidden) }, false)).toEqual([]);
    expect(figuresOf({ retention: curve(30) }, { retention: curve(31) }, false)).toHaveLength(1);
    expect(figuresOf({ retention: curve(30) }, { retention: curve(hidden) }, true)).toHaveLength(1);
  });
});

describe('of the records', () => {
  const records = {
    session: { added: 12, amended: 0, withdrawn: hidden },
    test: { added: 7, amended: 8, withdrawn: 13 },
  };

  test('numbers are told as they were counted where fewer than five are withheld', () => {
    expect(movedIn(current({}), issued({}), records).records).toEqual(records);
    expect(
      movedIn(current({}), issued({}), { session: { added: 4, amended: 5, withdrawn: 1 } }).records,
    ).toEqual({ session: { added: hidden, amended: 5, withdrawn: hidden } });
  });

  test('where one to seven are, they are withheld, and others told to the nearest five', () => {
    const rounded = { disclosure: 'hes7round5' } as const;
    expect(movedIn(current(rounded), issued(rounded), records).records).toEqual({
      session: { added: 10, amended: 0, withdrawn: hidden },
      test: { added: hidden, amended: 10, withdrawn: 15 },
    });
  });

  test('the rule of the issue that tells them decides, and that there is another is told', () => {
    const { records: told, disclosure } = movedIn(
      current({ disclosure: 'hes7round5' }),
      issued({ disclosure: 'lt5' }),
      { session: { added: 12, amended: 6, withdrawn: 0 } },
    );
    expect(told).toEqual({ session: { added: 10, amended: hidden, withdrawn: 0 } });
    expect(disclosure).toEqual({ issued: 'lt5', now: 'hes7round5' });
  });

  test('nothing is told of the rule where it is the same', () => {
    expect(movedIn(current({}), issued({}), {})).not.toHaveProperty('disclosure');
  });
});

test('definitions of another revision are told, those that came and those that went, and no other', () => {
  const definition = (revision: number): Definition => ({
    revision,
    title: 'Delivery',
    question: 'What is delivered?',
    numerator: '',
    denominator: '',
    method: '',
    direction: 'up',
  });
  const before = { same: definition(2), changed: definition(1), gone: definition(4) };
  const now = { came: definition(1), changed: definition(3), same: definition(2) };
  expect(movedIn(current({ definitions: now }), issued({ definitions: before }), {}).definitions).toEqual([
    { measure: 'changed', issued: 1, now: 3 },
    { measure: 'gone', issued: 4, now: null },
    { measure: 'came', issued: null, now: 1 },
  ]);
});
