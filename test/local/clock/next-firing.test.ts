import { describe, expect, it } from 'vitest';
import { nextFiring } from '../../../local/clock/next-firing.ts';

const next = (expression: string, after: string, zone = 'Europe/London') =>
  nextFiring(expression, zone, new Date(after))?.toISOString();

describe('a schedule', () => {
  it.each([
    ['in winter, 06:00 in London is 06:00 UTC', '2026-11-04T12:00:00Z', '2026-11-05T06:00:00.000Z'],
    ['in summer, it is 05:00 UTC', '2026-07-01T12:00:00Z', '2026-07-02T05:00:00.000Z'],
    ['on the same day where the time is still to come', '2026-11-04T05:59:59Z', '2026-11-04T06:00:00.000Z'],
    ['not again at the instant it fired', '2026-11-04T06:00:00Z', '2026-11-05T06:00:00.000Z'],
    ['the day the clocks go forward', '2026-03-28T12:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['the day the clocks go back', '2026-10-24T12:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('fires %s', (_, after, expected) => {
    expect(next('cron(0 6 * * ? *)', after)).toBe(expected);
  });

  it('reads days of the week with Sunday as the first, lists, ranges, steps and years', () => {
    // 4 November 2026 is a Wednesday.
    expect(next('cron(0 6 ? * 1 *)', '2026-11-04T12:00:00Z')).toBe('2026-11-08T06:00:00.000Z');
    expect(next('cron(0 6 ? * 2-6 *)', '2026-11-06T12:00:00Z')).toBe('2026-11-09T06:00:00.000Z');
    expect(next('cron(0/20 9,17 * * ? *)', '2026-11-04T09:21:00Z')).toBe('2026-11-04T09:40:00.000Z');
    expect(next('cron(30 8 31 12 ? 2027)', '2026-11-04T09:00:00Z')).toBe('2027-12-31T08:30:00.000Z');
    expect(next('cron(30 8 31 12 ? 2025)', '2026-11-04T09:00:00Z')).toBeUndefined();
  });

  it('refuses what it does not understand', () => {
    for (const expression of ['rate(1 day)', 'cron(0 6 * *)', 'cron(0 6 L * ? *)', 'cron(61 6 * * ? *)'])
      expect(() => next(expression, '2026-11-04T12:00:00Z')).toThrow(/schedule/);
  });
});
