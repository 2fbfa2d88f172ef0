import { londonDay } from '../records/london.ts';
import type { UnattachedFacts } from './person-history.ts';
import type { StoredRecord } from './person-records.ts';
import type { Period } from './period.ts';

type Session = Pick<UnattachedFacts['sessions'][number], 'day' | 'data'>;

/** The workers who gave a session in the month, distinct over providers. */
export function workersSeen(
  sessions: readonly Session[],
  provider: string,
  { firstDay, lastDay }: Period,
): string[] {
  return sessions.flatMap(({ day, data: { attendance, workers } }) =>
    day >= firstDay && day <= lastDay && (attendance === 'attended' || attendance === 'family-only')
      ? workers.map((worker) => `${provider}/${worker}`)
      : [],
  );
}

/**
 * Reads reflections of the month by workers whom this commissioner's people saw in it: one belongs to each such
 * commissioner.
 *
 * @param workers as `workersSeen` has them
 */
export function readReflections(
  records: readonly StoredRecord[],
  workers: ReadonlySet<string>,
  { firstDay, lastDay }: Period,
): { facts: UnattachedFacts['reflections']; input: string[] } {
  const facts: UnattachedFacts['reflections'][number][] = [];
  const input: string[] = [];
  for (const record of records) {
    const { type, id, provider, data } = record;
    if (type !== 'reflection' || !workers.has(`${provider}/${data.workerRef}`)) continue;
    const day = londonDay(data.reflectedOn);
    if (day < firstDay || day > lastDay) continue;
    facts.push({ id, provider, day, data, placement: undefined });
    input.push(`reflection#${provider}#${id}#${record.hash}`);
  }
  return { facts, input };
}
