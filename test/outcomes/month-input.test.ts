import { expect, test } from 'vitest';
import { type MonthChanges, monthChanges } from '../../shared/outcomes/month-input.ts';
import type { StoredRecord } from '../../shared/outcomes/person-records.ts';
import {
  aFamilySession,
  aMilestone,
  aPerson,
  aPlacement,
  aReflection,
  aSession,
} from '../support/records.ts';

/** What came, changed and went of the records that October 2026 of Northshire is made of, between two instants. */

const FIVE = [1, 2, 3, 4, 5];

function changes(tell: (count: MonthChanges) => void) {
  const count = monthChanges('northshire', '2026-10');
  tell(count);
  return count.conclude();
}

/** Five people, each with what is told of them before and now, by number. */
const people =
  (before: (number: number) => StoredRecord[], now: (number: number) => StoredRecord[]) =>
  (count: MonthChanges) => {
    for (const number of FIVE) {
      const placement = aPlacement({ personRef: `P${number}`, startsOn: '2026-03-02' });
      count.addPerson({
        before: { ...aPerson(placement, ...before(number)), personRef: `P${number}` },
        now: { ...aPerson(placement, ...now(number)), personRef: `P${number}` },
      });
    }
  };

const session = (number: number, on: string, more = {}) =>
  aSession({ personRef: `P${number}`, id: `s-${number}-${on}`, on, ...more });

test('a session that came is added, one that says something else amended, one that is gone withdrawn', () => {
  const told = changes(
    people(
      (number) => [session(number, '2026-10-01'), session(number, '2026-10-02')],
      (number) => [
        session(number, '2026-10-02', { attendance: 'did-not-attend' }),
        session(number, '2026-10-31'),
      ],
    ),
  );
  expect(told).toEqual({ session: { added: 5, amended: 5, withdrawn: 5 } });
});

test('what happened after the month, or stayed as it was, is no change', () => {
  const same = (number: number) => [session(number, '2026-10-01')];
  expect(changes(people(same, (number) => [...same(number), session(number, '2026-11-01')]))).toEqual({});
});

test('a person who had nothing that belongs to the month, or has nothing any more, counts with all', () => {
  const nobody = { provider: 'janus', personRef: 'P9', records: [] };
  const told = changes((count) => {
    for (const number of FIVE) {
      const now = aPerson(
        aPlacement({ personRef: `P${number}`, startsOn: '2026-03-02' }),
        session(number, '2026-10-01'),
      );
      count.addPerson({
        before: { ...nobody, personRef: `P${number}` },
        now: { ...now, personRef: `P${number}` },
      });
    }
  });
  expect(told).toEqual({
    placement: { added: 5, amended: 0, withdrawn: 0 },
    session: { added: 5, amended: 0, withdrawn: 0 },
  });
});

test('sessions with families and steps of family members count, of this commissioner and of the month', () => {
  const ours = { commissioner: 'northshire', personRef: undefined };
  const sessions = FIVE.map((day) => aFamilySession({ ...ours, id: `f-${day}`, on: `2026-10-0${day}` }));
  const steps = FIVE.map((day) => aMilestone({ ...ours, id: `m-${day}`, reachedOn: `2026-10-0${day}` }));
  const others = sessions.map((one) => ({
    ...one,
    id: `o-${one.id}`,
    data: { ...one.data, commissioner: 'x' },
  }));
  const later = FIVE.map((day) => aFamilySession({ ...ours, id: `l-${day}`, on: `2026-11-0${day}` }));
  const now = [...sessions, ...steps, ...later, ...others];
  expect(changes((count) => count.addUnattached({ before: [], now }))).toEqual({
    milestone: { added: 5, amended: 0, withdrawn: 0 },
    session: { added: 5, amended: 0, withdrawn: 0 },
  });
});

test('reflections count of the workers whom somebody of the month saw, as it was known at either instant', () => {
  const reflections = FIVE.map((number) =>
    aReflection({ workerRef: `W${number}`, reflectedOn: '2026-10-06' }),
  );
  const sawHer = people(
    (number) => [session(number, '2026-10-02', { workers: [] })],
    (number) => [session(number, '2026-10-02', { workers: [`W${number}`] })],
  );
  const told = changes((count) => {
    sawHer(count);
    count.addReflections({ before: reflections, now: reflections });
  });
  expect(told).toMatchObject({ reflection: { added: 5, amended: 0, withdrawn: 0 } });

  const family = FIVE.map((number) =>
    aFamilySession({
      ...{ commissioner: 'northshire', personRef: undefined, id: `f-${number}`, on: '2026-10-02' },
      workers: [`W${number}`],
    }),
  );
  const through = changes((count) => {
    count.addUnattached({ before: family, now: [] });
    count.addReflections({ before: reflections, now: reflections });
  });
  expect(through).toMatchObject({ reflection: { added: 0, amended: 0, withdrawn: 5 } });
});
