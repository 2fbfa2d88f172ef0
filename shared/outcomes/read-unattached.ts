import { londonDay } from '../records/london.ts';
import type { UnattachedFacts } from './person-history.ts';
import type { StoredRecord } from './person-records.ts';
import type { Period } from './period.ts';

/**
 * Reads what names a commissioner and no service user: sessions with kinship carers and family, and steps of family
 * members on the volunteer pathway. What happened after the month's last day is left out.
 */
export function readUnattached(
  records: readonly StoredRecord[],
  commissioner: string,
  period: Period,
): { facts: Omit<UnattachedFacts, 'reflections'>; input: string[] } {
  const sessions: UnattachedFacts['sessions'][number][] = [];
  const milestones: UnattachedFacts['milestones'][number][] = [];
  const input: string[] = [];
  for (const record of records) {
    const { type, id, provider, data } = record;
    if (type !== 'session' && type !== 'milestone') continue;
    if (data.commissioner !== commissioner || data.personRef !== undefined) continue;
    const day = londonDay(type === 'session' ? data.startsAt : data.reachedOn);
    if (day > period.lastDay) continue;
    if (type === 'session') sessions.push({ id, provider, day, data, placement: undefined });
    else milestones.push({ id, provider, day, data, placement: undefined });
    input.push(`${type}#${provider}#${id}#${record.hash}`);
  }
  return { facts: { sessions, milestones }, input };
}
