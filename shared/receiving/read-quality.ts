import type { Period } from '../outcomes/period.ts';
import { checkPerson, type PersonFault } from '../quality/check-person.ts';
import { cutOffOf } from '../quality/cut-off.ts';
import { periodKnown } from '../quality/period-known.ts';
import { type QualityList, qualityList } from '../quality/quality-list.ts';
import { late as lateRule } from '../quality/rules/late.ts';
import { dateOfDay, londonDate, londonDay } from '../records/london.ts';
import { queryAll, type Table } from '../store/dynamo.ts';
import type { Person } from '../store/holdings.ts';
import { inParallel } from '../store/in-parallel.ts';
import { findProviderPeople } from '../store/provider-people.ts';
import { readArrivals } from '../store/receipts.ts';
import { readCodes } from '../store/registries.ts';
import { personPartition } from '../store/table.ts';
import { isStamped } from './is-stamped.ts';
import { type LateRecords, lateRecords } from './late-records.ts';

/** How many people are read at the same time. */
const AT_ONCE = 16;

/** What is wrong with a provider's records, as far as a month's figures are made of them. */
export type ReadQuality = QualityList & {
  readonly month: string;
  /** The day it is looked at: the month's last, or today while it goes on. */
  readonly asAt: string;
  readonly cutOff: string;
};

/**
 * Looks through the records of a provider, as they stand now, that fall in the twelve months to the month's last day.
 * Nothing is kept: what was corrected is not found again.
 */
export async function readQuality(
  table: Table,
  { provider, month }: { readonly provider: string; readonly month: string },
  now: string,
): Promise<ReadQuality> {
  const today = londonDate(now);
  const asAt = periodKnown(month, today);
  const cutOff = cutOffOf(month);
  const commissioners = await readCodes(table, 'commissioners');
  const from = dateOfDay(asAt.windowFirstDay - 1);
  const people = await findProviderPeople(table, provider, { from, commissioners });
  const lateOf = lateRecords(table, asAt, cutOff);
  const faults = await inParallel(AT_ONCE, people, (person) => check(table, person, lateOf, asAt));
  const unnamed = now > cutOff ? await lateUnnamed(table, { provider, cutOff }, lateOf, commissioners) : [];
  return {
    month,
    asAt: asAt.lastDate,
    cutOff,
    ...qualityList([...faults.flat(), ...unnamed], londonDay(today)),
  };
}

async function check(
  table: Table,
  { provider, personRef }: Person,
  lateOf: LateRecords,
  asAt: Period,
): Promise<PersonFault[]> {
  const items: readonly unknown[] = await queryAll(table, {
    partition: personPartition(provider, personRef),
  });
  const records = items.filter(isStamped);
  const payers = records.flatMap(({ type, data }) => (type === 'placement' ? [data.commissioner] : []));
  const late = payers.length === 0 ? [] : await lateOf(records, [...new Set(payers)]);
  return checkPerson({ provider, personRef, records }, late, asAt);
}

/** The late ones among records that name no person: of families and carers, and of workers. */
async function lateUnnamed(
  table: Table,
  { provider, cutOff }: { readonly provider: string; readonly cutOff: string },
  lateOf: LateRecords,
  commissioners: readonly string[],
): Promise<PersonFault[]> {
  const faults: PersonFault[] = [];
  for await (const page of readArrivals(table, provider, cutOff)) {
    const items: readonly unknown[] = page;
    const unnamed = items
      .filter(isStamped)
      .filter(({ data }) => !('personRef' in data && data.personRef !== undefined));
    const byPayer = Map.groupBy(unnamed, ({ data }) =>
      'commissioner' in data ? data.commissioner : undefined,
    );
    for (const [payer, records] of byPayer)
      faults.push(...lateFaults(await lateOf(records, payer === undefined ? commissioners : [payer])));
  }
  return faults;
}

function lateFaults(late: Awaited<ReturnType<LateRecords>>): PersonFault[] {
  return late.map(({ type, id, recordedAt }) => ({
    rule: lateRule.id,
    type,
    id,
    since: londonDay(recordedAt),
  }));
}
