import type { AwaitedReport } from '../outcomes/reports/awaited-reports.ts';
import type { Alerts } from '../platform/world.ts';
import type { TagOf } from '../privacy/person-tags.ts';
import type { Table } from '../store/dynamo.ts';
import type { Person } from '../store/holdings.ts';
import { readToldReports, saveToldReports } from '../store/told-reports.ts';

/** Where notices go: what was told is kept in the table by tags, and who subscribes to the topic is told. */
export type Telling = {
  readonly table: Table;
  readonly alerts: Alerts;
  readonly topic: string;
  readonly tagOf: TagOf;
};

/**
 * Tells a referrer how many reports have become due, once of each review and end, and of nobody whose they are. What
 * is to be told is written down before and crossed off after: at least once, twice where it was the crossing off that
 * failed. A report that is not awaited any more is forgotten with its tag.
 *
 * @param awaited all reports that the referrer awaits
 * @param today a London date
 * @returns how many reports were told of
 */
export async function tellReferrer(
  { table, alerts, topic, tagOf }: Telling,
  { id: referrer, name }: { readonly id: string; readonly name: string },
  awaited: readonly (AwaitedReport & Person)[],
  today: string,
): Promise<number> {
  const tags = await Promise.all(
    // No reference of a person has a colon in it.
    awaited.map(({ provider, placement, on }) => tagOf({ provider, personRef: `report:${placement}:${on}` })),
  );
  const before = await readToldReports(table, referrer);
  const told = new Set(before.awaited.filter((tag) => !before.untold.includes(tag)));
  const untold = tags.filter((tag) => !told.has(tag));
  const { version } = before;
  const isSame = untold.length === 0 && tags.toSorted().join() === before.awaited.toSorted().join();
  if (isSame || !(await saveToldReports(table, referrer, { awaited: tags, untold, version }))) return 0;
  if (untold.length === 0) return 0;
  await alerts.publish(topic, noticeOf({ referrer, name, reports: untold.length, on: today }));
  await saveToldReports(table, referrer, { awaited: tags, untold: [], version: version + 1 });
  return untold.length;
}

/** What a referrer is told: nothing of a person, and no date that is one of theirs. */
function noticeOf({
  name,
  ...facts
}: Readonly<Record<'referrer' | 'name' | 'on', string>> & { readonly reports: number }) {
  const due =
    facts.reports === 1
      ? 'A written report has become due'
      : `${facts.reports} written reports have become due`;
  const text = `${due} for ${name}. Which, and until when, is listed by GET /v1/referrer-reports/due.`;
  return { crossing: 'report-due', ...facts, text };
}
