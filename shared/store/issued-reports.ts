import * as z from 'zod';
import type { PersonRecords } from '../outcomes/person-records.ts';
import { queryAll, type Table } from './dynamo.ts';
import { auditsOfProviderPartition, tableIndexes } from './table.ts';

type IssuedReport = NonNullable<PersonRecords['reports']>[number];

const issueSchema = z.object({ at: z.string(), personRef: z.string(), placement: z.string() });

/**
 * The written reports that were issued on a provider's people between two instants, both included, by personRef and
 * in order; not those on people who were erased since. One Query a month.
 *
 * @example (await readIssuedReports(table, { provider: 'janus', from, to })).get('SU-1') // [{ at, placement: 'P-1' }]
 */
export async function readIssuedReports(
  table: Table,
  { provider, from, to }: { readonly provider: string; readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, readonly IssuedReport[]>> {
  const ofMonths = await Promise.all(
    monthsOf(from, to).map((month) =>
      queryAll(table, {
        index: tableIndexes.byParty,
        partition: auditsOfProviderPartition(provider, month),
        from,
      }),
    ),
  );
  const reports = new Map<string, IssuedReport[]>();
  for (const item of ofMonths.flat()) {
    // Of somebody erased the audit names neither person nor placement.
    if (item['action'] !== 'report-issued' || item['personRef'] === undefined) continue;
    const { at, placement, personRef } = issueSchema.parse(item);
    if (at > to) continue;
    reports.set(personRef, [...(reports.get(personRef) ?? []), { at, placement }]);
  }
  return reports;
}

/** The months of two instants and all between them. */
function monthsOf(from: string, to: string): string[] {
  const monthOf = (instant: string) => Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7)) - 1;
  const first = monthOf(from);
  return Array.from({ length: Math.max(0, monthOf(to) - first + 1) }, (_, passed) => {
    const month = first + passed;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
