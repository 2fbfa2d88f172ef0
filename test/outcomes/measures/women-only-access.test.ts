import { expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

type Fields = NonNullable<Parameters<typeof aSession>[0]>;

const day0 = aSession({ on: '2026-01-05' });
const had = (fields: Fields = {}) => aSession({ on: '2026-10-07', kind: 'women-only-group', ...fields });

function access(...records: StoredRecord[]): string {
  const { headline } = computeMeasure('women-only-access', { people: [aPerson(...records)] });
  if (headline.kind !== 'proportion') throw new Error('no proportion');
  return `${headline.numerator.count} of ${headline.denominator.count}`;
}

test('one group attended in the month is enough', () => {
  expect(access(aPlacement(), day0)).toBe('0 of 1');
  expect(access(aPlacement(), day0, had(), had({ on: '2026-10-08' }))).toBe('1 of 1');
  expect(access(aPlacement(), day0, had({ attendance: 'did-not-attend' }))).toBe('0 of 1');
  expect(access(aPlacement(), day0, had({ kind: 'group' }))).toBe('0 of 1');
});

test.each(['male', 'other', 'not-stated'] as const)('is of women, not of people of sex %s', (sex) => {
  expect(access(aPlacement({ sex }), day0, had())).toBe('0 of 0');
});

test('women are so by the latest placement open in the month', () => {
  const before = aPlacement({ sex: 'not-stated', endedOn: '2026-10-05', endReason: 'completed' });
  const after = aPlacement({ service: 'aftercare', startsOn: '2026-10-06' });
  expect(access(before, after, day0, had())).toBe('1 of 1');
});

test('only on the month’s own days, in London', () => {
  const at = (startsAt: string) => access(aPlacement(), day0, had({ startsAt }));
  expect(at('2026-09-30T22:59:59Z')).toBe('0 of 1');
  expect(at('2026-09-30T23:00:00Z')).toBe('1 of 1');
  expect(at('2026-10-31T23:59:59Z')).toBe('1 of 1');
  expect(at('2026-11-01T00:00:00Z')).toBe('0 of 1');
});

test('women who attended without being in treatment are named as left out', () => {
  const left = aPlacement({ endedOn: '2026-09-30', endReason: 'left' });
  const { headline } = computeMeasure('women-only-access', { people: [aPerson(left, day0, had())] });
  expect(headline).toMatchObject({
    denominator: { count: 0 },
    excluded: { 'not-in-treatment': { count: 1, people: 1 } },
    population: 'women-in-treatment',
  });
});
