import { expect, test } from 'vitest';
import type { PersonRecords } from '../../../shared/outcomes/person-records.ts';
import type { Review } from '../../../shared/records/review.ts';
import { computeMeasure } from '../../support/compute.ts';
import { cellOf, countBeside, leftOutOf, shareBeside, shareOf } from '../../support/read-figures.ts';
import { aPerson, aPlacement, aReview, aSession } from '../../support/records.ts';

const measured = (...people: PersonRecords[]) => computeMeasure('substance-change', { people });

type Days = Review['daysUsed'];

const reviewed = (personRef: string, start: Days, later: Days) =>
  aPerson(
    aPlacement({ personRef }),
    aSession({ personRef }),
    aReview({ personRef, daysUsed: start }),
    aReview({ personRef, daysUsed: later, stage: 'review', reviewedOn: '2026-03-02' }),
  );

/** Opiates: two abstinent, one improved, one unchanged, one deteriorated; alcohol: one unchanged. */
const five = () =>
  measured(
    reviewed('P1', { opiates: 20, alcohol: 20 }, { opiates: 0, alcohol: 12 }),
    reviewed('P2', { opiates: 1 }, { opiates: 0 }),
    reviewed('P3', { opiates: 20 }, { opiates: 7 }),
    reviewed('P4', { opiates: 20 }, { opiates: 8 }),
    reviewed('P5', { opiates: 5 }, { opiates: 18 }),
  );

test('each substance used at the start counts, as better when abstinent or improved', () => {
  expect(shareOf(five().headline)).toBe('3 of 6');
  expect(countBeside(five(), 'used-at-start')).toBe(6);
});

test('the four changes are counted for each substance and over all', () => {
  const measure = five();
  const counts = (prefix: string) =>
    ['used-at-start', 'abstinent', 'improved', 'unchanged', 'deteriorated'].map((name) =>
      countBeside(measure, `${prefix}${name}`),
    );
  expect(counts('opiates-')).toEqual([5, 2, 1, 1, 1]);
  expect(counts('alcohol-')).toEqual([1, 0, 0, 1, 0]);
  expect(counts('crack-')).toEqual([0, 0, 0, 0, 0]);
  expect(counts('')).toEqual([6, 2, 1, 2, 1]);
  expect(shareBeside(measure, 'opiates-share-abstinent')).toBe('2 of 5');
  expect(shareBeside(measure, 'opiates-share-abstinent-or-improved')).toBe('3 of 5');
});

test('counts add up to the ones that they are parts of, in whole, by change and by substance', () => {
  const measure = five();
  for (const [whole, parts] of Object.entries(measure.sums)) {
    const sum = parts.reduce((total, part) => total + cellOf(measure, part), 0);
    expect([whole, sum]).toEqual([whole, cellOf(measure, whole)]);
  }
  // Shares: two numbers each, of the whole, of eight substances abstinent, of six abstinent or improved.
  expect(Object.keys(measure.sums)).toHaveLength(2 + 2 * 8 + 2 * 6 + (1 + 4 + 8));
});

test('a substance without a threshold has no reliable change but abstinence', () => {
  const measure = measured(
    reviewed('P1', { benzodiazepines: 28 }, { benzodiazepines: 1 }),
    reviewed('P2', { benzodiazepines: 28 }, { benzodiazepines: 0 }),
  );
  expect(shareOf(measure.headline)).toBe('1 of 2');
  expect(countBeside(measure, 'benzodiazepines-unchanged')).toBe(1);
  expect(measure.beside).not.toHaveProperty('benzodiazepines-improved');
  expect(measure.beside).not.toHaveProperty('other-share-abstinent-or-improved');
});

test('use that began is counted by itself, where the start review says that there was none', () => {
  const measure = measured(
    reviewed('P1', { opiates: 0, crack: 0 }, { opiates: 3, crack: 0, alcohol: 9 }),
    reviewed('P2', { opiates: 4 }, { opiates: 3 }),
  );
  expect(countBeside(measure, 'initiated-use')).toBe(1);
  expect(shareOf(measure.headline)).toBe('0 of 1');
});

test('left out are journeys without both reviews and substances that the later one does not give', () => {
  const measure = measured(
    reviewed('P1', { opiates: 4, crack: 4 }, { crack: 0 }),
    aPerson(aPlacement({ personRef: 'P2' }), aSession({ personRef: 'P2' })),
    aPerson(aPlacement({ personRef: 'P3' }), aSession({ personRef: 'P3' }), aReview({ personRef: 'P3' })),
  );
  expect(shareOf(measure.headline)).toBe('1 of 1');
  expect(leftOutOf(measure.headline)).toEqual({
    'no-start-review': 1,
    'no-later-review': 1,
    'not-given-later': 1,
  });
});

test('nobody at all is nobody eligible', () => {
  expect(shareOf(measured().headline)).toBe('0 of 0');
});

test('splits are by the journey’s first placement', () => {
  const { splits } = five();
  expect(Object.entries(splits['substance'] ?? {}).map(([name, figure]) => [name, shareOf(figure)])).toEqual([
    ['opiates', '3 of 6'],
  ]);
});
