import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import type { SentRecord } from '../../api-client.ts';
import type { ClinicRow } from './clinic-rows.ts';

export const studyCommissioner = { code: 'methadone-study', name: 'Methadone clinics study' };

/** The month that is run: everybody starts on the first day of the twelve months that end with it. */
export const studyMonth = '2023-10';
const DAY_0 = dayOf('2022-11-01');

/** A record must name a planned end and the study has none; no figure reads it. */
const PLANNED_DAYS = 364;

/** The clock of the run: after the last date of the study, so that nothing sent lies in the future. */
export const studyClock = '2026-11-04T12:00:00Z';

export function clinicProvider(clinic: ClinicRow['clinic']) {
  return { code: `clinic-${clinic}`, name: `Methadone clinic ${clinic}` };
}

/**
 * A person of the study as a placement and the session that is its day 0, by the rules in docs/examples/addicts.md.
 *
 * @example clinicRecords({ id: 1, clinic: '1', time: 428, event: '1' })
 */
export function clinicRecords({ id, clinic, time, event }: ClinicRow): SentRecord[] {
  const personRef = `C${clinic}-${String(id).padStart(3, '0')}`;
  return [
    {
      type: 'placement',
      id: `${personRef}-P`,
      personRef,
      commissioner: studyCommissioner.code,
      service: 'day-programme',
      referredOn: dateOfDay(DAY_0),
      startsOn: dateOfDay(DAY_0),
      plannedEndOn: dateOfDay(DAY_0 + PLANNED_DAYS),
      endedOn: dateOfDay(DAY_0 + time),
      endReason: event === '1' ? 'left' : 'transferred',
      funding: 'spot',
      goal: 'abstinence',
      substances: ['opiates'],
      sex: 'not-stated',
    },
    {
      type: 'session',
      id: `${personRef}-S`,
      personRef,
      kind: 'one-to-one',
      startsAt: `${dateOfDay(DAY_0)}T09:00:00Z`,
      attendance: 'attended',
      workers: [],
    },
  ];
}
