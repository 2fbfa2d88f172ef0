import { readPlacementsEndedFrom } from '../outcomes/compute.ts';
import { dateOfDay, dayOf, londonDate, monthsBefore } from '../records/london.ts';
import { anonymiseAccess, readAccesses, writeAudit } from '../store/audit.ts';
import { placementsOn, readClaimed, removeFromClaims } from '../store/claimed-placements.ts';
import { queryAll, type Table } from '../store/dynamo.ts';
import { removeUnlessChanged } from '../store/held-records.ts';
import { type Person, shelfOf } from '../store/holdings.ts';
import { inParallel } from '../store/in-parallel.ts';
import { raiseRemovedByAge } from '../store/removed-by-age.ts';
import { readRecordItem, type RecordItem } from '../store/record-item.ts';
import { commissionerRecordsPartition, providerRecordsPartition } from '../store/table.ts';
import { duePersonRecords, dueUnattachedRecords, endOf, type RetentionRule } from './due-records.ts';
import { keepUses } from './erased-placements.ts';
import type { TagOf } from './person-tags.ts';
import { retentionCandidates } from './retention-candidates.ts';
import { type RetentionPeriods, retentionPeriodsOn } from './retention-periods.ts';

export type RetentionParts = {
  readonly table: Table;
  /** Makes the tags under which the accounts keep what removed placements used. */
  readonly tagOf: TagOf;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly commissioners: readonly string[];
  readonly providers: readonly string[];
  /** The periods that hold, unless others are given. */
  readonly periods?: RetentionPeriods;
};

/** What was removed of one provider: from how many people, and how many records of each type. */
export type Removed = { readonly people: number; readonly records: Readonly<Record<string, number>> };

/**
 * Removes what has been kept long enough and is needed by no open month, and keeps in the audit how much it was, by
 * provider. Cut short, it goes on where it was when it is called again.
 */
export async function enforceRetention(parts: RetentionParts): Promise<ReadonlyMap<string, Removed>> {
  const { table, tagOf, now, commissioners, providers } = parts;
  const rule = ruleOn(londonDate(now().toISOString()), parts.periods);
  const tally = new Tally();
  try {
    const before = monthsBefore(rule.today, shortestOf(rule.periods));
    for await (const person of retentionCandidates(table, { commissioners, providers, before })) {
      const removed = await removeDueOfPerson(table, tagOf, person, rule);
      tally.add(person.provider, removed, 1);
    }
    for (const partition of [
      ...commissioners.map(commissionerRecordsPartition),
      ...providers.map(providerRecordsPartition),
    ]) {
      for (const [provider, removed] of await removeDueUnattached(table, partition, rule))
        tally.add(provider, removed, 0);
    }
  } finally {
    await report(parts, tally.byProvider);
  }
  return tally.byProvider;
}

/** A month is open until the one after it has ended, too: until then its run, or a correction of it, is to come. */
function ruleOn(today: string, periods: RetentionPeriods = retentionPeriodsOn(today)): RetentionRule {
  const openMonth = dateOfDay(dayOf(`${today.slice(0, 7)}-01`) - 1).slice(0, 7);
  return {
    today,
    periods,
    placementsNeededFrom: readPlacementsEndedFrom(openMonth),
    openFrom: `${openMonth}-01`,
  };
}

/** The shortest period of what is kept with a person. */
function shortestOf(periods: RetentionPeriods): number {
  const ofPeople = Object.values(periods).filter(({ countedFrom }) => countedFrom === 'last-seen');
  return Math.min(...ofPeople.map(({ months }) => months));
}

async function removeDueOfPerson(
  table: Table,
  tagOf: TagOf,
  person: Person,
  rule: RetentionRule,
): Promise<RecordItem[]> {
  const shelf = shelfOf(person);
  const places = (await queryAll(table, { partition: shelf.partition })).map(readRecordItem);
  const due = duePersonRecords(places, rule);
  if (due.length === 0) return [];
  // First what a replay must know: that it can no longer find them.
  for (const placement of due) {
    const { commissioner } = placement.data;
    const [end] = endOf(placement);
    if (typeof commissioner === 'string' && end !== undefined)
      await raiseRemovedByAge(table, commissioner, end);
  }
  const ids = new Set(due.flatMap(({ type, id }) => (type === 'placement' ? [id] : [])));
  await keepUses(table, tagOf, { person, places, ids }, { date: rule.today, reason: `age ${rule.today}` });
  if (due.length === places.length) {
    // While there is a record yet, by which a later night finds the person.
    const accesses = await readAccesses(table, person.provider, person.personRef);
    for (const access of accesses) await anonymiseAccess(table, access);
  }
  await removeDueFromClaims(table, person, due);
  return removeUnlessChanged(table, shelf, due);
}

/** Before the placements themselves go: nothing else leads to the claims that name them. */
async function removeDueFromClaims(table: Table, person: Person, due: readonly RecordItem[]): Promise<void> {
  const placements = await placementsOn(table, shelfOf(person), due);
  await removeFromClaims(table, person.provider, await readClaimed(table, person.provider, placements));
}

async function removeDueUnattached(
  table: Table,
  partition: string,
  rule: RetentionRule,
): Promise<(readonly [provider: string, removed: RecordItem[]])[]> {
  const places = (await queryAll(table, { partition })).map(readRecordItem);
  const due = Map.groupBy(dueUnattachedRecords(places, rule), ({ provider }) => provider);
  return inParallel(1, [...due], async ([provider, ofOne]) => [
    provider,
    await removeUnlessChanged(table, { provider, partition }, ofOne),
  ]);
}

class Tally {
  readonly byProvider = new Map<string, Removed>();

  add(provider: string, removed: readonly RecordItem[], people: number): void {
    if (removed.length === 0) return;
    const before = this.byProvider.get(provider) ?? { people: 0, records: {} };
    const records = { ...before.records };
    for (const { type } of removed) records[type] = (records[type] ?? 0) + 1;
    this.byProvider.set(provider, { people: before.people + people, records });
  }
}

async function report(
  { table, now, newId }: RetentionParts,
  byProvider: ReadonlyMap<string, Removed>,
): Promise<void> {
  const at = now().toISOString();
  for (const [provider, removed] of byProvider)
    await writeAudit(table, { id: newId(), at, action: 'retention-enforced', provider, ...removed });
}
