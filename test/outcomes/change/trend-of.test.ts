import { describe, expect, test } from 'vitest';
import { trendOf } from '../../../shared/outcomes/change/trend-of.ts';
import type { TrendPoint } from '../../../shared/outcomes/document.ts';

/** One point a month from January 2025: a number, `withheld`, or `nobody` of whom there could be one. */
type Told = number | 'withheld' | 'nobody';

function pointOf(told: Told, index: number): TrendPoint {
  const period = new Date(Date.UTC(2025, index, 1)).toISOString().slice(0, 7);
  if (told === 'withheld') return { period, state: 'suppressed' };
  if (told === 'nobody') return { period, state: 'unavailable', reason: 'no-eligible' };
  return { period, state: 'estimated', value: told };
}

const pointsOf = (...told: readonly Told[]): TrendPoint[] => told.map(pointOf);

const monthly = { every: 'month', apart: true, direction: 'up' } as const;

/** The rule and the side of each point that is a signal, by its period. */
function signalsOf({ points }: ReturnType<typeof trendOf>): Record<string, string> {
  return Object.fromEntries(
    points.flatMap((point) =>
      point.state === 'estimated' && point.signal !== undefined
        ? [[point.period, `${point.signal.rule} ${point.signal.side}`]]
        : [],
    ),
  );
}

describe('a chart of fewer than twelve values', () => {
  test('is a run chart with the median of the values that are shown', () => {
    // In order 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30: the sixth of eleven is 6.
    const points = pointsOf(4, 'withheld', 1, 9, 30, 'nobody', 2, 8, 3, 7, 5, 10, 6);
    expect(trendOf(points, monthly)).toEqual({ kind: 'run', every: 'month', points, median: 6 });
  });

  test('has the mean of the two in the middle where their number is even', () => {
    expect(trendOf(pointsOf(1, 'withheld', 8, 3, 30), monthly).median).toBe((3 + 8) / 2);
  });

  test('has no median where nothing is shown', () => {
    const points = pointsOf('withheld', 'nobody');
    const trend = trendOf(points, monthly);
    expect(trend).toEqual({ kind: 'run', every: 'month', points });
    expect(trend).not.toHaveProperty('median');
  });

  test('has no signal, no variation and no assurance, however wild a point and far a target', () => {
    const points = pointsOf(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 900);
    const target = { value: 5000, direction: 'at-least', source: 'Contract' } as const;
    expect(trendOf(points, { ...monthly, target })).toEqual({
      kind: 'run',
      every: 'month',
      points,
      median: 2,
    });
  });
});

describe('a chart of twelve values or more', () => {
  // Ten and twenty in turn: the mean is 15, every moving range 10, and 2.66 · 10 = 26.6.
  const turns = [10, 20, 10, 20, 10, 20, 10, 20, 10, 20, 10, 20];

  test('has the mean, and limits at 2.66 times the mean moving range, which are not clipped', () => {
    const points = pointsOf(...turns);
    const trend = trendOf(points, monthly);
    expect(trend).toMatchObject({ kind: 'xmr', every: 'month', points, mean: 15 });
    expect(trend.limits?.lower).toBeCloseTo(-11.6, 10);
    expect(trend.limits?.upper).toBeCloseTo(41.6, 10);
    expect(trend).not.toHaveProperty('median');
  });

  test('begins at twelve that are shown, not at twelve periods', () => {
    expect(trendOf(pointsOf(...turns), monthly).kind).toBe('xmr');
    expect(trendOf(pointsOf(...turns.slice(1), 'withheld', 'nobody'), monthly).kind).toBe('run');
  });

  test('leaves out what is withheld and what is not there before anything is computed', () => {
    const whole = trendOf(pointsOf(...turns), monthly);
    const points = pointsOf(
      'nobody',
      ...turns.slice(0, 5),
      'withheld',
      'withheld',
      ...turns.slice(5),
      'nobody',
    );
    expect(trendOf(points, monthly)).toEqual({ ...whole, points });
  });

  test('keeps the quarters it is of', () => {
    expect(trendOf(pointsOf(...turns), { ...monthly, every: 'quarter' }).every).toBe('quarter');
  });

  test('puts signals on the points they are of, past those that are left out', () => {
    // Shown are 5, then 1 to 7 in seven steps upwards, then 2, 6, 3, 5. Their mean is 49/12 = 4.08…, their moving
    // ranges 4, six of 1, 5, 4, 3, 2, together 24 of 11; 2.66 · 24/11 = 5.80…: nothing is near a limit.
    const points = pointsOf('nobody', 5, 1, 2, 3, 'withheld', 4, 5, 6, 7, 'withheld', 2, 6, 3, 5);
    const trend = trendOf(points, monthly);
    expect(trend.mean).toBeCloseTo(49 / 12, 10);
    expect(trend.limits?.lower).toBeCloseTo(49 / 12 - (2.66 * 24) / 11, 10);
    expect(trend.limits?.upper).toBeCloseTo(49 / 12 + (2.66 * 24) / 11, 10);
    const rising = ['2025-03', '2025-04', '2025-05', '2025-07', '2025-08', '2025-09', '2025-10'];
    expect(signalsOf(trend)).toEqual(Object.fromEntries(rising.map((period) => [period, 'trend rising'])));
  });

  test('changes nothing of a point but its signal, and has no signal where chance is enough', () => {
    const given = pointsOf(5, 1, 2, 3, 4, 5, 6, 7, 2, 6, 3, 5).map((point): TrendPoint => {
      return point.state === 'estimated' ? { ...point, denominator: 40, marks: ['p'] } : point;
    });
    const { points } = trendOf(given, monthly);
    expect(points[0]).toEqual({
      period: '2025-01',
      state: 'estimated',
      value: 5,
      denominator: 40,
      marks: ['p'],
    });
    expect(points[0]).not.toHaveProperty('signal');
    expect(points[1]).toEqual({
      period: '2025-02',
      state: 'estimated',
      value: 1,
      denominator: 40,
      marks: ['p'],
      signal: { rule: 'trend', side: 'rising' },
    });
  });

  // Ten and twelve in turn and 30 at last: the mean is 150/12 = 12.5, of the ranges ten are 2 and one is 18 + 2 = 20,
  // so the limits are 12.5 ∓ 2.66 · 40/11 = 2.82… and 22.17…. The eleven before lie below the mean.
  const risen = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 30];

  test('tells by its last shown point whether there is news, and whether good news', () => {
    const points = pointsOf(...risen, 'withheld');
    expect(signalsOf(trendOf(points, monthly))).toMatchObject({
      '2025-11': 'shift below',
      '2025-12': 'outside above',
    });
    expect(trendOf(points, monthly).variation).toBe('improving-high');
    expect(trendOf(points, { ...monthly, direction: 'down' }).variation).toBe('concerning-high');
    expect(trendOf(points, { ...monthly, direction: 'neutral' }).variation).toBe('neutral-high');
    expect(trendOf(pointsOf(...turns), monthly).variation).toBe('common-cause');
  });

  test.each([
    [2.8, 'at-least', 'consistently-met'],
    [2.8, 'at-most', 'consistently-missed'],
    [2.9, 'at-least', 'inconsistent'],
    [22.1, 'at-least', 'inconsistent'],
    [22.2, 'at-least', 'consistently-missed'],
    [22.2, 'at-most', 'consistently-met'],
  ] as const)('of limits 2.82… and 22.17… a target of %d %s is %s', (value, direction, expected) => {
    const target = { value, direction, source: 'Contract' };
    expect(trendOf(pointsOf(...risen), { ...monthly, target }).assurance).toBe(expected);
  });

  test('assures of nothing without a target', () => {
    expect(trendOf(pointsOf(...risen), monthly)).not.toHaveProperty('assurance');
  });
});

test('values of overlapping windows are a line and nothing else, however many and wild', () => {
  const points = pointsOf(10, 12, 10, 12, 'withheld', 12, 10, 12, 10, 12, 10, 12, 10, 900);
  const target = { value: 5, direction: 'at-least', source: 'Contract' } as const;
  const trend = trendOf(points, { ...monthly, apart: false, target });
  expect(trend).toEqual({ kind: 'line', every: 'month', points });
  expect(Object.keys(trend)).toEqual(['kind', 'every', 'points']);
});
