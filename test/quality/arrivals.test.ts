import { describe, expect, test } from 'vitest';
import { type Arrival, countArrivals } from '../../shared/quality/count-arrivals.ts';
import { cutOffOf } from '../../shared/quality/cut-off.ts';
import { monthsLater } from '../../shared/quality/months-later.ts';
import { unusualVolume } from '../../shared/quality/volume.ts';

describe('the cut-off', () => {
  test.each([
    ['2026-10', '2026-11-05T06:00:00.000Z'],
    // Good Friday and Easter Monday lie between, and London is an hour ahead.
    ['2026-03', '2026-04-08T05:00:00.000Z'],
    // 1 January and the weekend.
    ['2026-12', '2027-01-07T06:00:00.000Z'],
  ])('of %s is the fourth working day at six in London', (month, instant) => {
    expect(cutOffOf(month)).toBe(instant);
  });
});

test('months are counted over the end of a year', () => {
  expect([monthsLater('2026-11', 2), monthsLater('2026-01', -1), monthsLater('2026-12', 0)]).toEqual([
    '2027-01',
    '2025-12',
    '2026-12',
  ]);
});

describe('a volume', () => {
  const usual20 = [18, 20, 22];
  test('is at most half, at least double, or none', () => {
    expect(unusualVolume(10, usual20)).toEqual({ found: 'half', count: 10, usual: 20 });
    expect(unusualVolume(11, usual20)).toBeUndefined();
    expect(unusualVolume(39, usual20)).toBeUndefined();
    expect(unusualVolume(40, usual20)).toEqual({ found: 'double', count: 40, usual: 20 });
    expect(unusualVolume(0, usual20)).toEqual({ found: 'none', count: 0, usual: 20 });
  });

  test('of few is not called unusual: half and double from a usual 20, none from a usual 5', () => {
    expect(unusualVolume(1, [19, 19, 19])).toBeUndefined();
    expect(unusualVolume(0, [5, 5, 5])).toMatchObject({ found: 'none' });
    expect(unusualVolume(0, [4, 4, 4])).toBeUndefined();
  });

  test('needs three months to know what is usual, and takes their median', () => {
    expect(unusualVolume(0, [20, 20])).toBeUndefined();
    expect(unusualVolume(12, [0, 24, 1000])).toMatchObject({ found: 'half', usual: 24 });
    expect(unusualVolume(11, [20, 24, 20, 24])).toMatchObject({ usual: 22 });
  });
});

describe('arrivals', () => {
  const arrivals = (month: string, count: number, more: Partial<Arrival> = {}): Arrival[] =>
    Array.from({ length: count }, () => ({
      type: 'session',
      version: 1,
      recordedAt: `${month}-28T09:00:00.000Z`,
      withdrawn: false,
      statedAt: `${month}-15T09:00:00Z`,
      ...more,
    }));
  const sessions = (now: string, ...all: Arrival[][]) => {
    const { add, conclude } = countArrivals('2026-10', now);
    all.flat().forEach(add);
    return conclude().find(({ type }) => type === 'session');
  };
  const usual = ['2026-07', '2026-08', '2026-09'].map((month) => arrivals(month, 20));

  test('are of London’s month: half past midnight on 1 October in London is September in UTC', () => {
    const edge = arrivals('2026-10', 1, {
      statedAt: '2026-09-30T23:30:00Z',
      recordedAt: '2026-09-30T23:40:00.000Z',
    });
    expect(sessions('2026-11-04T12:00:00.000Z', edge)).toMatchObject({
      forMonth: { created: 1 },
      inMonth: { created: 1 },
    });
  });

  test('after the cut-off are late', () => {
    const at = (recordedAt: string) =>
      sessions('2026-12-01T12:00:00.000Z', arrivals('2026-10', 1, { recordedAt }));
    expect(at('2026-11-05T06:00:00.000Z')).toMatchObject({ late: 0 });
    expect(at('2026-11-05T06:00:00.001Z')).toMatchObject({ late: 1 });
  });

  test('far from usual are told once the month has ended, by records that stand', () => {
    const few = arrivals('2026-10', 9);
    const withdrawn = arrivals('2026-10', 30, { withdrawn: true });
    expect(sessions('2026-11-01T00:00:00.000Z', ...usual, few, withdrawn)).toMatchObject({
      volume: { found: 'half', count: 9, usual: 20 },
    });
    expect(sessions('2026-10-31T23:59:59.000Z', ...usual, few)).not.toHaveProperty('volume');
  });

  test('do not count months before the provider began as empty', () => {
    const two = usual.slice(1);
    expect(sessions('2026-11-04T12:00:00.000Z', ...two)).not.toHaveProperty('volume');
    expect(sessions('2026-11-04T12:00:00.000Z', ...usual)).toMatchObject({ volume: { found: 'none' } });
  });
});
