import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Golden, goldenOf, goldenSchema } from '../support/golden.ts';
import { goldenAdvice, goldenChanges } from '../support/golden-changes.ts';
import { aCrowd } from '../support/crowd.ts';

const kept = goldenSchema.parse(
  JSON.parse(readFileSync(new URL('../golden/measures.json', import.meta.url), 'utf8')),
);

test('no figure of the golden crowd moves without a new revision of its measure', () => {
  expect(goldenAdvice(goldenChanges(kept, goldenOf()))).toBeUndefined();
});

test('the golden crowd has people in the headline of every measure that counts records', () => {
  const empty = Object.entries(kept.measures).filter(([, { headline }]) =>
    Object.values(headline).every((text) => / of 0$|^0$|^no-eligible$/.test(text)),
  );
  expect(empty.map(([id]) => id)).toEqual(['referrer-reports']);
});

const aGolden = (
  measures: Record<string, [revision: number, figures: string, headline?: string]>,
): Golden => ({
  input: 'crowd',
  measures: Object.fromEntries(
    Object.entries(measures).map(([id, [revision, figures, headline = '31 of 88']]) => [
      id,
      { revision, figures, headline: { '2026-10': headline } },
    ]),
  ),
});
const advice = (before: Golden, now: Golden) => goldenAdvice(goldenChanges(before, now));

test('equal figures need nothing done', () => {
  const golden = aGolden({ attendance: [1, 'a'] });
  expect(advice(golden, golden)).toBeUndefined();
});

test('figures that moved under the same revision ask for a new one, and say what moved', () => {
  const before = aGolden({ attendance: [1, 'a'], caseload: [1, 'c'], delivery: [1, 'e'] });
  const now = aGolden({ attendance: [1, 'b', '30 of 88'], caseload: [1, 'd'], delivery: [1, 'e'] });
  const said = advice(before, now)!;
  expect(said).toContain('attendance moved under revision 1: 2026-10 31 of 88 → 30 of 88.');
  expect(said).toContain('caseload moved under revision 1: beside the headline, by group or over time.');
  expect(said).toContain('bump the revision');
  expect(said).not.toContain('delivery');
  expect(said).not.toContain('--input-changed');
});

test('figures that moved under a new revision, and measures that came or went, ask for the command alone', () => {
  const before = aGolden({ attendance: [1, 'a'], caseload: [1, 'c'], gone: [1, 'x'] });
  const now = aGolden({ attendance: [2, 'b', '30 of 88'], caseload: [2, 'c'], fresh: [1, 'y'] });
  expect(advice(before, now)).toBe(
    [
      'fresh is new.',
      'gone is gone.',
      'attendance is of revision 2, was of 1: 2026-10 31 of 88 → 30 of 88.',
      'caseload is of revision 2, was of 1: no figure moved.',
      'Run `npm run golden`.',
    ].join('\n'),
  );
});

test('a changed crowd is told apart from a changed measure', () => {
  const before = aGolden({ attendance: [1, 'a'] });
  const said = advice(before, { ...aGolden({ attendance: [1, 'b'] }), input: 'another' })!;
  expect(said).toContain('The golden crowd is another one');
  expect(said).toContain('npm run golden -- --input-changed');
  expect(said).not.toContain('bump the revision');
});

test('another crowd has another digest, and the same one the same', () => {
  const small = goldenOf(aCrowd(1, 12));
  expect(goldenOf(aCrowd(1, 12))).toEqual(small);
  expect(goldenOf(aCrowd(2, 12)).input).not.toBe(small.input);
});
