import { expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

type Fields = NonNullable<Parameters<typeof aSession>[0]>;

const day0 = aSession({ on: '2026-01-05' });
const had = (fields: Fields = {}) => aSession({ on: '2026-10-07', kind: 'telephone', ...fields });

function access(...records: StoredRecord[]): string {
  const { headline } = computeMeasure('telephone-support', { people: [aPerson(...records)] });
  if (headline.kind !== 'proportion') throw new Error('no proportion');
  return `${headline.numerator.count} of ${headline.denominator.count}`;
}

test('one session in the month is enough, and several are no more', () => {
  expect(access(aPlacement(), day0)).toBe('0 of 1');
  expect(access(aPlacement(), day0, had())).toBe('1 of 1');
  expect(access(aPlacement(), day0, had(), had({ on: '2026-10-08' }))).toBe('1 of 1');
});

test('in aftercare, too', () => {
  expect(access(aPlacement({ service: 'aftercare' }), had())).toBe('1 of 1');
});

test('not one of another kind, or one that the person did not attend', () => {
  expect(access(aPlacement(), day0, had({ kind: 'one-to-one' }))).toBe('0 of 1');
  for (const attendance of [
    'did-not-attend',
    'cancelled-by-client',
    'cancelled-by-service',
    'family-only',
  ] as const)
    expect(access(aPlacement(), day0, had({ attendance }))).toBe('0 of 1');
});

test('only on the month’s own days, in London', () => {
  const at = (startsAt: string) => access(aPlacement(), day0, had({ startsAt }));
  expect(at('2026-09-30T22:59:59Z')).toBe('0 of 1');
  expect(at('2026-09-30T23:00:00Z')).toBe('1 of 1');
  expect(at('2026-10-31T23:59:59Z')).toBe('1 of 1');
  expect(at('2026-11-01T00:00:00Z')).toBe('0 of 1');
});

test('who had it without being in treatment is named as left out', () => {
  const left = aPlacement({ endedOn: '2026-09-30', endReason: 'left' });
  expect(access(left, day0)).toBe('0 of 0');
  const { headline } = computeMeasure('telephone-support', { people: [aPerson(left, day0, had())] });
  expect(headline).toMatchObject({
    denominator: { count: 0 },
    excluded: { 'not-in-treatment': { count: 1, people: 1 } },
    population: 'in-treatment',
  });
});
