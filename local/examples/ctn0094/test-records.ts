import type { RecordData } from '../../../shared/records/registry.ts';
import type { Made } from './made.ts';
import { trialPersonRef } from './placement-records.ts';
import type { Stay } from './stays.ts';
import { trialInstant } from './trial-calendar.ts';
import type { TrialPerson } from './trial-people.ts';
import type { RowName, TrialRow } from './trial-rows.ts';
import { prescribedOn, urineResults } from './urine-results.ts';
import type { KnownDay, VisitDay } from './visit-days.ts';

/** A positive on a day without a visit, as near as this to one, is taken as that visit's urine. */
const NEAR_DAYS = 3;

/**
 * The urine tests of a person. The trials list positives alone, so a visit that asked for urine and has none near it
 * was negative; one that did not happen was missed, or excused where jail, hospital or illness was the reason.
 */
export function testRecords(
  person: TrialPerson,
  days: { readonly attended: readonly KnownDay[]; readonly absent: readonly VisitDay[] },
  stays: readonly Stay[],
): Made[] {
  const { project, urine, who } = person;
  const positive = Map.groupBy(urine, ({ when }) => when);
  const visited = new Set(days.attended.map(({ day }) => day));
  const stray = [...positive.keys()].filter((day) => !visited.has(day));
  const wasDue = ({ visits }: VisitDay) =>
    visits.some(({ visit }) => project !== '27' || !WITHOUT_URINE.includes(visit));

  const made = (rows: readonly { row: RowName }[], day: number, outcome: Outcome): Made[] => {
    const [first, ...others] = rows.map(({ row }) => row);
    if (first === undefined) return [];
    return [
      {
        record: {
          type: 'test',
          id: first.replace('.csv:', '-'),
          personRef: trialPersonRef(person),
          collectedAt: trialInstant(who, day),
          matrix: 'urine',
          reason: 'scheduled',
          ...outcome,
        },
        rows: [first, ...others],
      },
    ];
  };
  const provided = (found: readonly TrialRow<'uds'>[], day: number): Outcome => {
    const drugs = found.map(({ what }) => what);
    return { status: 'provided', results: urineResults(drugs, prescribedOn(stays, day)) };
  };

  const negative = days.attended.filter(
    (visit) =>
      wasDue(visit) &&
      !positive.has(visit.day) &&
      !stray.some((day) => Math.abs(day - visit.day) <= NEAR_DAYS),
  );
  const tested = new Set([...positive.keys(), ...negative.map(({ day }) => day)]);
  return [
    ...[...positive].flatMap(([day, found]) => made(found, day, provided(found, day))),
    ...negative.flatMap(({ day, visits }) => made(visits, day, provided([], day))),
    ...days.absent.filter(wasDue).flatMap(({ day, visits }) => {
      if (day === undefined || tested.has(day)) return [];
      tested.add(day);
      const excused = visits.some((visit) => visit.is_in_jail || visit.is_in_hospital || visit.is_illness);
      return made(visits, day, { status: excused ? 'excused' : 'missed' });
    }),
  ];
}

type Outcome = Pick<RecordData['test'], 'status' | 'results'>;

/** In CTN-0027, at which next to no urine is positive and then that of the day before: none was asked for. */
const WITHOUT_URINE = ['WK0', 'WK28'];
