import { expect, test } from 'vitest';
import { figuresIn } from '../../../shared/outcomes/change/figures-in.ts';
import type { Figure, MeasureResult } from '../../../shared/outcomes/document.ts';
import { placeKey } from '../../../shared/outcomes/disclosure/pack/place.ts';
import { aHiddenShare, aShare } from '../../support/a-share.ts';

/** Every figure of a result by its place. */
const placed = (result: MeasureResult): [string, Figure][] =>
  figuresIn({ measures: { delivery: result } }).map(({ place, figure }) => [placeKey(place), figure]);

test('every figure of a document has its place, the headline without what stands around it', () => {
  const result: MeasureResult = {
    revision: 3,
    ...aShare(1, 10, 'p'),
    target: { value: 0.5, direction: 'at-least', source: 'Contract' },
    sensitivity: { strict: aShare(2, 10) },
    beside: { sessions: aShare(3, 10), hours: aHiddenShare },
    splits: { sex: { female: aShare(4, 10), male: aShare(5, 10) }, age: { '18-24': aHiddenShare } },
    comparisons: { sex: { groups: ['female', 'male'], statistic: 1, p: 0.3 } },
    cohort: {
      every: 'month',
      period: '2026-10',
      point: aShare(6, 10),
      matured: aShare(7, 10),
      providers: { one: aShare(8, 10), two: aHiddenShare },
    },
    trend: { kind: 'line', every: 'month', points: [] },
  };
  expect(placed(result)).toEqual([
    ['delivery|headline||', aShare(1, 10, 'p')],
    ['delivery|sensitivity|strict|', aShare(2, 10)],
    ['delivery|beside|sessions|', aShare(3, 10)],
    ['delivery|beside|hours|', aHiddenShare],
    ['delivery|split|sex|female', aShare(4, 10)],
    ['delivery|split|sex|male', aShare(5, 10)],
    ['delivery|split|age|18-24', aHiddenShare],
    ['delivery|cohort|point|', aShare(6, 10)],
    ['delivery|cohort|matured|', aShare(7, 10)],
    ['delivery|cohort|provider|one', aShare(8, 10)],
    ['delivery|cohort|provider|two', aHiddenShare],
  ]);
});

test('a cohort in a month in which no period ends has no point', () => {
  const cohort = { every: 'quarter', matured: aShare(7, 10), providers: {} } as const;
  expect(placed({ revision: 1, ...aShare(1, 10), cohort })).toEqual([
    ['delivery|headline||', aShare(1, 10)],
    ['delivery|cohort|matured|', aShare(7, 10)],
  ]);
});

test('of a result with nothing around it there is the headline alone, measure by measure', () => {
  const measures: Record<string, MeasureResult> = {
    delivery: { revision: 1, kind: 'count', state: 'estimated', value: 3 },
    attendance: { revision: 1, ...aHiddenShare },
  };
  expect(figuresIn({ measures })).toEqual([
    {
      place: { measure: 'delivery', part: 'headline', name: '', category: '' },
      figure: { kind: 'count', state: 'estimated', value: 3 },
    },
    { place: { measure: 'attendance', part: 'headline', name: '', category: '' }, figure: aHiddenShare },
  ]);
  expect(figuresIn({ measures: {} })).toEqual([]);
});
