import { dateOfDay } from '../../shared/records/london.ts';
import type { SentRecord } from '../api-client.ts';
import type { LapseEpisode } from './journey.ts';
import type { PersonIds } from './person-ids.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';

/** The lapses as a provider records them when they are over; a few are never recorded as lapses at all. */
export function lapseRecords(
  { personRef, substances }: Profile,
  lapses: readonly LapseEpisode[],
  ids: PersonIds,
  random: Random,
): Extract<SentRecord, { type: 'lapse' }>[] {
  return lapses
    .filter(({ source }) => source !== 'test' || random.chance(0.94))
    .map(({ openedDay, endDay, outcome, source }) => ({
      type: 'lapse',
      id: ids('L'),
      personRef,
      openedOn: dateOfDay(openedDay),
      source,
      substance: substances[0] ?? 'other',
      outcome,
      ...(outcome === 'recovered' ? { returnedOn: dateOfDay(endDay) } : { closedOn: dateOfDay(endDay) }),
      ...(outcome === 'relapsed'
        ? {
            referredTo: random.pick([
              'inpatient-detoxification',
              'residential-rehabilitation',
              'prescribing',
            ]),
          }
        : {}),
    }));
}
