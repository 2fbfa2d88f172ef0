import { describe, expect, it, test } from 'vitest';
import * as fc from 'fast-check';
import { chiSquareTail } from '../../shared/statistics/chi-square-tail.ts';
import { erfc } from '../../shared/statistics/erfc.ts';
import type { FollowUp } from '../../shared/statistics/kaplan-meier.ts';
import { logRank } from '../../shared/statistics/log-rank.ts';
import { csvRows, sharedData } from '../support/shared-data.ts';

/** `6` is an event at 6, `-6` a censoring at 6. */
function followUps(...times: number[]): FollowUp[] {
  return times.map((time) => ({ time: Math.abs(time), event: time > 0 }));
}

// Freireich et al., Blood 21 (1963) 699–716: weeks in remission.
const sixMp = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

// R: 2 * pnorm(-x * sqrt(2))
test.each([
  [0.1, 0.8875370839817152],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028513],
  [1.9, 0.007209570764742531],
  [2, 0.004677734981047264],
  [2.5, 0.0004069520174449586],
  [4, 1.5417257900279984e-8],
  [10, 2.088487583762529e-45],
])('the complementary error function at %d is as in R', (x, expected) => {
  expect(erfc(x) / expected).toBeCloseTo(1, 12);
  expect(erfc(-x)).toBeCloseTo(2 - expected, 14);
});

test('the complementary error function at 0 is 1', () => expect(erfc(0)).toBe(1));

// R: pchisq(x, degrees, lower.tail = FALSE)
test.each([
  [0, 1, 1],
  [0.3, 1, 0.5838824207703652],
  [3.841458820694124, 1, 0.05],
  [4, 2, 0.1353352832366127],
  [9.5, 3, 0.02333136043083153],
  [100, 3, 1.5541594313896051e-21],
  [7, 10, 0.7254449533096047],
  [12, 11, 0.3636432205168269],
])('chi-square exceeds %d of %i degrees of freedom as often as in R', (x, degrees, expected) => {
  expect(chiSquareTail(x, degrees) / expected).toBeCloseTo(1, 12);
});

test.each([
  [-1, 1],
  [Number.NaN, 1],
  [1, 0],
  [1, 1.5],
])('chi-square of %d has no tail with %d degrees of freedom', (x, degrees) => {
  expect(() => chiSquareTail(x, degrees)).toThrow(RangeError);
});

describe('the log-rank test', () => {
  // R: survdiff(Surv(time, event) ~ group)
  test('of 6-MP against placebo is R’s', () => {
    const test = logRank([followUps(...sixMp), followUps(...placebo)])!;
    expect(test.chiSquare).toBeCloseTo(16.7929409892165, 11);
    expect(test.degrees).toBe(1);
    expect(test.p / 4.16880910933453e-5).toBeCloseTo(1, 11);
  });

  test('of three groups is R’s', () => {
    const groups = [sixMp.slice(0, 10), sixMp.slice(10), placebo].map((times) => followUps(...times));
    const test = logRank(groups)!;
    expect(test.chiSquare).toBeCloseTo(23.3997144120441, 11);
    expect(test.degrees).toBe(2);
    expect(test.p / 8.29500355274786e-6).toBeCloseTo(1, 11);
  });

  test('of four groups is that of exact fractions', () => {
    // u and V by the definition, and uᵀV⁻¹u by elimination, in fractions; p of three degrees of freedom in closed form.
    const groups = [
      [6, 6, -6, 7, 10],
      [13, 16, -17, 22],
      [23, -25, 6, 7, 8],
      [1, 2, 2, 3, -9],
    ];
    const test = logRank(groups.map((times) => followUps(...times)))!;
    expect(test.chiSquare).toBeCloseTo(9.41383180368385, 11);
    expect(test.degrees).toBe(3);
    expect(test.p).toBeCloseTo(0.02426593669245707, 12);
  });

  const addicts = sharedData('addicts/addicts.csv');
  test.skipIf(addicts === undefined)('of the two clinics of addicts is R’s', () => {
    const rows = csvRows(addicts!);
    const clinics = ['1', '2'].map((clinic) =>
      rows
        .filter((row) => row['clinic'] === clinic)
        .map(({ time, event }) => ({ time: Number(time), event: event === '1' })),
    );
    const test = logRank(clinics)!;
    expect(test.chiSquare).toBeCloseTo(27.8926790646827, 10);
    expect(test.p / 1.28234040250787e-7).toBeCloseTo(1, 10);
  });

  test('of four people by hand', () => {
    // A leaves at 1 and 3, B at 2 and 4. Expected of A: 2/4 + 1/3 + 1/2 = 4/3 of 2; variance 1/4 + 2/9 + 1/4 = 13/18.
    const test = logRank([followUps(1, 3), followUps(2, 4)])!;
    expect(test.chiSquare).toBeCloseTo((2 / 3) ** 2 / (13 / 18), 12);
  });

  test('of groups with the same times is 0, with p = 1', () => {
    expect(logRank([followUps(1, 2, -3), followUps(1, 2, -3)])).toEqual({ chiSquare: 0, degrees: 1, p: 1 });
  });

  test.each([
    ['one group', [followUps(1, 2)]],
    ['no groups', []],
    ['a group without anybody', [followUps(1, 2), []]],
    ['no events', [followUps(-1, -2), followUps(-3, -4)]],
    ['a group that nobody is left of at the first event', [followUps(-1, -1), followUps(3, 4)]],
    ['the same, the last of three', [followUps(2, 5), followUps(3, 4), followUps(-1)]],
    ['all events at one time that leaves nobody', [followUps(5, 5), followUps(5, 5)]],
  ])('has nothing to compare with %s', (_, groups) => {
    expect(logRank(groups)).toBeUndefined();
  });

  it('is the same whatever the order of the groups', () => {
    const someone = fc.record({ time: fc.integer({ min: 1, max: 30 }), event: fc.boolean() });
    const group = fc.array(someone, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(group, group, group, (one, two, three) => {
        const test = logRank([one, two, three]);
        const turned = logRank([three, one, two]);
        expect(turned === undefined).toBe(test === undefined);
        expect(turned?.chiSquare ?? 0).toBeCloseTo(test?.chiSquare ?? 0, 8);
        expect(test?.p ?? 1).toBeLessThanOrEqual(1);
      }),
    );
  });
});
