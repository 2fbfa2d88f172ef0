import { expect, test } from 'vitest';
import type { PersonRecords } from '../../../shared/outcomes/person-records.ts';
import type { Review } from '../../../shared/records/review.ts';
import { computeMeasure } from '../../support/compute.ts';
import { countBeside, leftOutOf, shareBeside, shareOf } from '../../support/read-figures.ts';
import { aPerson, aPlacement, aReview, aSession } from '../../support/records.ts';

const measured = (...people: PersonRecords[]) => computeMeasure('children-status-change', { people });

type Status = Review['children'];
const given = (children: Status) => (children === undefined ? {} : { children });

/** A person by the status on the placement, at the start and later. */
const parent = (personRef: string, start: Status, later: Status, placed?: Status) =>
  aPerson(
    aPlacement({ personRef, ...given(placed) }),
    aSession({ personRef }),
    aReview({ personRef, ...given(start) }),
    aReview({ personRef, ...given(later), stage: 'review', reviewedOn: '2026-03-02' }),
  );

const ORDER = ['living-with', 'protection-register', 'protection-proceedings', 'looked-after'] as const;

test('every step towards living with the parent is better, every step away worse', () => {
  for (const [i, before] of ORDER.entries()) {
    for (const [j, after] of ORDER.entries()) {
      const measure = measured(parent('P1', before, after));
      const counts = ['better', 'same', 'worse'].map((name) => countBeside(measure, name));
      expect([before, after, ...counts]).toEqual([
        before,
        after,
        Number(j < i),
        Number(j === i),
        Number(j > i),
      ]);
      expect(shareOf(measure.headline)).toBe(j < i ? '1 of 1' : '0 of 1');
    }
  }
});

test('better, same and worse add up to the parents with both', () => {
  const measure = measured(
    parent('P1', 'looked-after', 'living-with'),
    parent('P2', 'living-with', 'living-with'),
    parent('P3', 'living-with', 'looked-after'),
    parent('P4', 'protection-register', 'living-with'),
  );
  expect(shareOf(measure.headline)).toBe('2 of 4');
  expect(['parents', 'better', 'same', 'worse'].map((name) => countBeside(measure, name))).toEqual([
    4, 2, 1, 1,
  ]);
  expect(measure.sums['parents']).toEqual(['better', 'same', 'worse']);
});

test('of those looked after at the start, those who live with the parent later', () => {
  const measure = measured(
    parent('P1', 'looked-after', 'living-with'),
    parent('P2', 'looked-after', 'protection-register'),
    parent('P3', 'protection-register', 'living-with'),
  );
  expect(shareBeside(measure, 'returned-to-parent')).toBe('1 of 2');
});

test('the start review says who is a parent, the placement where it does not', () => {
  expect(shareOf(measured(parent('P1', undefined, 'living-with', 'looked-after')).headline)).toBe('1 of 1');
  expect(shareOf(measured(parent('P1', 'none', 'living-with', 'looked-after')).headline)).toBe('0 of 0');
  expect(shareOf(measured(parent('P1', 'living-with', 'living-with', 'looked-after')).headline)).toBe(
    '0 of 1',
  );
});

test('people without children, or of whom nobody says, are no parents and not left out either', () => {
  const { headline } = measured(
    parent('P1', 'none', 'none', 'none'),
    parent('P2', undefined, undefined),
    aPerson(aPlacement({ personRef: 'P3' }), aSession({ personRef: 'P3' })),
  );
  expect([shareOf(headline), leftOutOf(headline)]).toEqual(['0 of 0', {}]);
});

test('parents without both are left out, each with the reason', () => {
  const { headline } = measured(
    parent('P1', 'looked-after', undefined),
    parent('P2', 'looked-after', 'none'),
    aPerson(aPlacement({ personRef: 'P3', children: 'looked-after' }), aSession({ personRef: 'P3' })),
    aPerson(
      aPlacement({ personRef: 'P4' }),
      aSession({ personRef: 'P4' }),
      aReview({ personRef: 'P4', children: 'living-with' }),
    ),
  );
  expect(shareOf(headline)).toBe('0 of 0');
  expect(leftOutOf(headline)).toEqual({
    'no-start-review': 1,
    'no-later-review': 1,
    'not-given-later': 1,
    'no-children-later': 1,
  });
});
