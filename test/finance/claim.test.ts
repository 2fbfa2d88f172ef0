import { expect, test } from 'vitest';
import { claim } from '../../shared/finance/claim.ts';
import { aClaim } from '../support/finance.ts';

const sound = aClaim([
  ['PL-1', 4, 27_900],
  ['PL-2', 1, 27_900],
]).data;

/** What is wrong with a claim, as `field: message`. */
function problems(changes: object): string[] {
  const parsing = claim.parse('C1', { ...sound, ...changes });
  return parsing.success ? [] : parsing.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

// 4 × £279 + 1 × £279 = £1,395.
test('a claim is the sum of its lines', () => {
  expect(sound.totalPence).toBe(139_500);
  expect(problems({})).toEqual([]);
  expect(problems({ totalPence: 139_501 })).toEqual([
    'totalPence: total-differs: must be the sum of weeks times ratePence of the lines',
  ]);
});

test('a claim names each placement once', () => {
  expect(problems({ lines: [sound.lines[0], sound.lines[0]], totalPence: 223_200 })).toEqual([
    'lines: repeated: name each placement once',
  ]);
});

test('a claim is of a calendar month', () => {
  expect(problems({ month: '2026-13' })).toEqual(['month: invalid-month: send a month as YYYY-MM']);
});

test('a claim is of whole weeks and whole pence', () => {
  expect(problems({ lines: [{ placement: 'PL-1', weeks: 1.5, ratePence: 27_900 }] })[0]).toContain(
    'lines.0.weeks',
  );
});
