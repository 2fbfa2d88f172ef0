import {
  outcomeComputation,
  type OutcomeResult,
  type OutcomeSettings,
  readPlacementsEndedFrom,
} from '../outcomes/compute.ts';
import { reportWindow } from '../outcomes/reports/report-window.ts';
import type { TagOf } from '../privacy/person-tags.ts';
import type { Table } from '../store/dynamo.ts';
import { readIssuedReports } from '../store/issued-reports.ts';
import { readPeople, readReflections, readUnattached } from '../store/read-people.ts';

/** A month's figures and what they were made of, with the tags of the people in them. */
export type ComputedMonth = OutcomeResult & { readonly tags: ReadonlySet<string> };

/**
 * Reads a commissioner's people as at an instant and computes the month, without those who are erased.
 *
 * @param erased the tags of those
 */
export async function computeMonth(
  table: Table,
  tagOf: TagOf,
  settings: OutcomeSettings,
  { asAt, erased }: { readonly asAt: string; readonly erased: ReadonlySet<string> },
): Promise<ComputedMonth> {
  const computation = outcomeComputation(settings);
  const tags = new Set<string>();
  const from = readPlacementsEndedFrom(settings.month);
  const reading = { commissioner: settings.commissioner.code, from, asAt };
  const providers = new Set<string>();
  const reportsOf = issuedBy(table, settings.month, asAt);
  for await (const person of readPeople(table, reading)) {
    providers.add(person.provider);
    const tag = await tagOf(person);
    if (erased.has(tag)) continue;
    tags.add(tag);
    const reports = (await reportsOf(person.provider)).get(person.personRef);
    computation.add(reports === undefined ? person : { ...person, reports });
  }
  const unattached = await readUnattached(table, reading);
  computation.addUnattached(unattached);
  for (const { provider } of unattached) providers.add(provider);
  for (const provider of [...providers].sort())
    computation.addReflections(await readReflections(table, { provider, asAt }));
  return { ...computation.conclude(), tags };
}

/** The reports that were issued on a provider's people by an instant, as far as the month needs them, read once. */
function issuedBy(table: Table, month: string, asAt: string) {
  const { from, to: end } = reportWindow(month);
  const to = asAt < end ? asAt : end;
  const read = new Map<string, ReturnType<typeof readIssuedReports>>();
  return (provider: string): ReturnType<typeof readIssuedReports> => {
    const reports = read.get(provider) ?? readIssuedReports(table, { provider, from, to });
    read.set(provider, reports);
    return reports;
  };
}
