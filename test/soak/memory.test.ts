import { expect, test } from 'vitest';
import { LIVE, RESIDENT, steadiness } from './memory.ts';

/** A process that has been warm for 160 seconds, and went up by half a gigabyte in those. */
const over = (seconds: number, megabytes: (second: number) => number) =>
  steadiness(
    [
      ...Array.from({ length: 160 }, (_, at) => ({ seconds: at, megabytes: 400 + 4 * at })),
      ...Array.from({ length: seconds + 1 }, (_, at) => ({ seconds: 160 + at, megabytes: megabytes(at) })),
    ],
    RESIDENT,
  );

test('memory that goes up and is collected every ten seconds is steady', () => {
  const { isSteady, perMinute } = over(150, (second) => 900 + 30 * (second % 10));
  expect(isSteady).toBe(true);
  expect(perMinute).toBeCloseTo(0, 6);
});

test('memory that rises at a steady rate is not, and how fast is told in MB a minute', () => {
  // 1.5 MB a second is 90 MB a minute, whatever is collected in between.
  const { isSteady, perMinute } = over(150, (second) => 900 + 1.5 * second + (second % 10 === 0 ? 0 : 40));
  expect(isSteady).toBe(false);
  expect(perMinute).toBeCloseTo(90, 6);
});

test('memory that rises slowly beside a large one is seen, although it is a small part of it', () => {
  expect(over(150, (second) => 2_000 + 1.5 * second).isSteady).toBe(false);
});

test('less than 45 seconds tell nothing, nor does one sample, nor none', () => {
  expect(over(44, () => 900).isSteady).toBeUndefined();
  expect(over(0, () => 900)).toEqual({ isSteady: undefined, perMinute: 0, seconds: 0 });
  expect(steadiness([], RESIDENT).isSteady).toBeUndefined();
});

test('of what is left by collections far less may be more: a tenth of a megabyte a second is seen', () => {
  const live = (perSecond: number) =>
    steadiness(
      Array.from({ length: 25 }, (_, at) => ({ seconds: 5 * at, megabytes: 140 + perSecond * 5 * at })),
      LIVE,
    );
  // The first minute is not looked at, and from 60 to 120 seconds is one.
  expect(live(0.12).isSteady).toBe(false);
  expect(live(0.12).perMinute).toBeCloseTo(7.2, 6);
  expect(live(0.08)).toMatchObject({ isSteady: true, seconds: 60 });
  expect(live(0.08).perMinute).toBeCloseTo(4.8, 6);
});
