import { expect, test } from 'vitest';
import type {
  ComputedMean,
  ComputedMedianFigure,
  ComputedProportion,
  ComputedRate,
} from '../../../shared/outcomes/computed.ts';
import { NOTHING, WHOLE } from '../../../shared/outcomes/disclosure/hidden.ts';
import { hes7round5 } from '../../../shared/outcomes/disclosure/hes7round5.ts';
import { lt5 } from '../../../shared/outcomes/disclosure/lt5.ts';
import { discloseMedian } from '../../../shared/outcomes/disclosure/median.ts';

/** Six events of six people in 40 weeks of nine. */
const rate: ComputedRate = {
  ...{ kind: 'rate', unit: 'person-week', state: 'estimated', marks: [] },
  ...{ events: { count: 6, people: 6 }, exposure: { amount: 40, people: 9 } },
};

test('a rate goes with its events and with those exposed, whichever are few', () => {
  expect(lt5.rate.hide(rate)).toEqual(NOTHING);
  expect(lt5.rate.hide({ ...rate, events: { count: 6, people: 4 } })).toEqual(WHOLE);
  expect(lt5.rate.hide({ ...rate, exposure: { amount: 40, people: 4 } })).toEqual(WHOLE);
});

test('a rate that is withheld says nothing but that; one that is shown is six in forty', () => {
  expect(lt5.rate.write(rate, WHOLE)).toEqual({ kind: 'rate', state: 'suppressed' });
  expect(lt5.rate.write(rate, NOTHING)).toMatchObject({
    ...{ kind: 'rate', state: 'estimated', value: 0.15, events: 6, exposure: 40 },
  });
});

/** Six of fourteen. */
const proportion: ComputedProportion = {
  ...{ kind: 'proportion', interval: 'wilson', marks: [], complement: 8 },
  ...{ numerator: { count: 6, people: 6 }, denominator: { count: 14, people: 14 } },
};

test('a proportion goes with its numerator, its complement and its denominator, whichever are few', () => {
  expect(lt5.proportion.hide(proportion)).toEqual(NOTHING);
  expect(lt5.proportion.hide({ ...proportion, numerator: { count: 6, people: 4 } })).toEqual(WHOLE);
  expect(lt5.proportion.hide({ ...proportion, complement: 4 })).toEqual(WHOLE);
  expect(lt5.proportion.hide({ ...proportion, denominator: { count: 14, people: 4 } })).toEqual(WHOLE);
});

test('a proportion that is withheld, or was not recorded, says nothing but that', () => {
  expect(lt5.proportion.write(proportion, WHOLE)).toEqual({ kind: 'proportion', state: 'suppressed' });
  expect(lt5.proportion.write({ ...proportion, notRecorded: true }, NOTHING)).toEqual({
    ...{ kind: 'proportion', state: 'unavailable', reason: 'not-recorded' },
  });
});

test('a proportion has an interval by Wilson where its units stand each for itself, and else no limits', () => {
  const shown = { numerator: 6, denominator: 14, value: 6 / 14 };
  // z = 1.959964: (6 + z²/2 ± z √(6 × 8/14 + z²/4)) / (14 + z²).
  const wilson = lt5.proportion.write(proportion, NOTHING);
  expect(wilson).toMatchObject({ ...shown, method: 'wilson' });
  expect(wilson).toHaveProperty('lower', expect.closeTo(0.213808, 6));
  expect(wilson).toHaveProperty('upper', expect.closeTo(0.674094, 6));
  expect(lt5.proportion.write({ ...proportion, interval: 'none' }, NOTHING)).toMatchObject({
    ...{ ...shown, method: 'none', lower: null, upper: null },
  });
});

test('what was left out of a proportion is told as far as it is not few, and what is not left out is not', () => {
  const excluded = { died: { count: 9, people: 7 }, moved: { count: 9, people: 3 } };
  expect(lt5.proportion.write({ ...proportion, excluded }, NOTHING)).toMatchObject({
    excluded: { died: 9, moved: { state: 'suppressed' } },
  });
  expect(lt5.proportion.write(proportion, NOTHING)).not.toHaveProperty('excluded');
});

test('a proportion keeps its marks, but for that of few units, which is that of what is shown', () => {
  const of = (count: number) => ({ ...proportion, denominator: { count, people: count } });
  const marked = { marks: ['u', 'p'] as const };
  expect(lt5.proportion.write({ ...of(10), ...marked }, NOTHING)).toMatchObject({ marks: ['p'] });
  expect(lt5.proportion.write(of(10), NOTHING)).not.toHaveProperty('marks');
  expect(lt5.proportion.write(of(9), NOTHING)).toMatchObject({ marks: ['u'] });
});

test('a mean and a rate that are rounded lose the mark of few: whoever is behind them is ten or more', () => {
  const marks = { marks: ['u', 'p'] as const };
  expect(hes7round5.rate.write({ ...rate, ...marks }, NOTHING)).toMatchObject({ marks: ['p'] });
  expect(hes7round5.mean.write({ ...mean, ...marks }, NOTHING)).toMatchObject({ marks: ['p'] });
  // Of one number there are no limits, and none are made up.
  expect(hes7round5.mean.write({ ...mean, lower: null, upper: null }, NOTHING)).toMatchObject({
    ...{ value: 7.6, lower: null, upper: null },
  });
});

/** 7.5 days, of twelve numbers of five people. */
const mean = {
  ...({ kind: 'mean', unit: 'days', state: 'estimated', marks: [] } as const),
  ...{ value: 7.5, lower: 6, upper: 9, values: 12, people: 5 },
} satisfies ComputedMean;

test('a mean goes with the people behind it, however many numbers they have', () => {
  expect(lt5.mean.hide(mean)).toEqual(NOTHING);
  expect(lt5.mean.hide({ ...mean, people: 4 })).toEqual(WHOLE);
  expect(lt5.mean.hide({ kind: 'mean', unit: 'days', state: 'unavailable', reason: 'no-eligible' })).toEqual(
    NOTHING,
  );
});

test('a mean that is withheld says nothing but that; one that is shown says of how many numbers it is', () => {
  expect(lt5.mean.write(mean, WHOLE)).toEqual({ kind: 'mean', state: 'suppressed' });
  expect(lt5.mean.write(mean, NOTHING)).toMatchObject({ value: 7.5, lower: 6, upper: 9, values: 12 });
});

/** 20 days, of five people. */
const median: ComputedMedianFigure = {
  ...{ kind: 'median', unit: 'days' },
  median: { state: 'estimated', value: 20, people: 5, marks: [] },
};

test('a median goes with the people behind it', () => {
  expect(lt5.median.hide(median)).toEqual(NOTHING);
  expect(lt5.median.hide({ ...median, median: { ...median.median, people: 4 } })).toEqual(WHOLE);
  const none = { state: 'unavailable', reason: 'no-eligible' } as const;
  expect(lt5.median.hide({ ...median, median: none })).toEqual(NOTHING);
});

test('a median that is withheld, or is not there, says nothing but that', () => {
  expect(lt5.median.write(median, WHOLE)).toEqual({ kind: 'median', state: 'suppressed' });
  expect(lt5.median.write(median, NOTHING)).toEqual({
    ...{ kind: 'median', state: 'estimated', value: 20, unit: 'days' },
  });
});

test('of a median that was not reached the limit is told where it is of more than a few people', () => {
  const notReached = { state: 'unavailable', reason: 'not-reached', lower: 31, people: 5 } as const;
  const said = { state: 'unavailable', reason: 'not-reached' };
  const isSmall = (people: number) => people < 5;
  expect(discloseMedian(notReached, isSmall)).toEqual({ ...said, lower: 31 });
  expect(discloseMedian({ ...notReached, people: 4 }, isSmall)).toEqual(said);
  expect(discloseMedian({ state: 'unavailable', reason: 'no-eligible' }, isSmall)).toEqual({
    ...{ state: 'unavailable', reason: 'no-eligible' },
  });
});
