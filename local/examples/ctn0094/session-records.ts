import type { Made } from './made.ts';
import { trialPersonRef } from './placement-records.ts';
import { trialInstant } from './trial-calendar.ts';
import type { TrialPerson } from './trial-people.ts';
import type { VisitDay } from './visit-days.ts';

/** One research visit a day, one to one; who gave it is not told. */
export function sessionRecords(
  person: TrialPerson,
  days: readonly VisitDay[],
  attendance: 'attended' | 'did-not-attend',
): Made[] {
  const personRef = trialPersonRef(person);
  return days.flatMap(({ day, visits }) => {
    const [first, ...others] = visits;
    if (first === undefined) return [];
    return [
      {
        record: {
          type: 'session',
          id: first.row.replace(/^visit\.csv:/, 'S-'),
          personRef,
          kind: 'one-to-one',
          startsAt: trialInstant(person.who, day),
          attendance,
          workers: [],
        },
        rows: [first.row, ...others.map(({ row }) => row)],
      },
    ];
  });
}
