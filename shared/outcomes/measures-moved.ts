import { dayOf } from '../records/london.ts';
import { canonical } from './canonical.ts';
import { readPlacementsEndedFrom } from './compute.ts';
import { measures } from './measures/registry.ts';
import { type Period, periodOf } from './period.ts';
import type { UnattachedFacts } from './person-history.ts';
import type { PersonRecords, StoredRecord } from './person-records.ts';
import { readHistory } from './read-history.ts';
import { readReflections } from './read-reflections.ts';
import { readUnattached } from './read-unattached.ts';

type Change<Records> = { readonly before: Records; readonly after: Records };

/**
 * The measures of a commissioner's month that see a person otherwise after a change of their records: those whose
 * figures it can move.
 *
 * @example measuresMoved({ before, after }, 'northshire', '2026-10') // ['attendance', 'delivery']
 */
export function measuresMoved(
  { before, after }: Change<PersonRecords>,
  commissioner: string,
  month: string,
): string[] {
  const period = periodOf(month);
  const endedFrom = dayOf(readPlacementsEndedFrom(month));
  const read = (person: PersonRecords) => readHistory(person, commissioner, period, endedFrom);
  const [was, is] = [read(before), read(after)];
  if (was?.input.join('\n') === is?.input.join('\n')) return [];
  return moved(
    measures.map(({ id, observe }) => {
      const seen = (reading: typeof was) => (reading === undefined ? [] : observe(reading.history, period));
      return [id, seen(was), seen(is)];
    }),
  );
}

/** The same of records that name a commissioner or a worker and no service user. */
export function measuresMovedUnattached(
  { before, after }: Change<readonly StoredRecord[]>,
  commissioner: string,
  month: string,
): string[] {
  const period = periodOf(month);
  const facts = (records: readonly StoredRecord[]) => factsOf(records, commissioner, period);
  const [was, is] = [facts(before), facts(after)];
  return moved(
    measures.map(({ id, observeUnattached }) => [
      id,
      observeUnattached(was, period),
      observeUnattached(is, period),
    ]),
  );
}

function factsOf(records: readonly StoredRecord[], commissioner: string, period: Period): UnattachedFacts {
  const workers = records.flatMap(({ type, provider, data }) =>
    type === 'reflection' ? [`${provider}/${data.workerRef}`] : [],
  );
  return {
    ...readUnattached(records, commissioner, period).facts,
    reflections: readReflections(records, new Set(workers), period).facts,
  };
}

function moved(seen: readonly (readonly [id: string, was: unknown, is: unknown])[]): string[] {
  return seen.flatMap(([id, was, is]) => (canonical(was) === canonical(is) ? [] : [id]));
}
