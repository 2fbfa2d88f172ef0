import { type AwaitedReport, AWAITED_DAYS, awaitedReports } from '../outcomes/reports/awaited-reports.ts';
import { reportAgreed } from '../outcomes/reports/report-agreed.ts';
import { BELONGING_DAYS } from '../outcomes/settings.ts';
import { dateOfDay, dayOf } from '../records/london.ts';
import { readAccesses } from '../store/audit.ts';
import type { Table } from '../store/dynamo.ts';
import { findReferred } from '../store/find-referred.ts';
import type { Person } from '../store/holdings.ts';
import { inParallel } from '../store/in-parallel.ts';
import { readPerson } from '../store/read-person.ts';

const AT_ONCE = 16;

/**
 * The reports that one referrer awaits on a day, from all providers or from one, by when they are due.
 *
 * @param today a London date
 */
export async function readAwaited(
  table: Table,
  { referrer, provider }: { readonly referrer: string; readonly provider?: string | undefined },
  today: string,
): Promise<(AwaitedReport & Person)[]> {
  // A review of a placement may come so long after its end.
  const from = dateOfDay(dayOf(today) - AWAITED_DAYS - BELONGING_DAYS);
  const people = new Map<string, Person>();
  for (const { provider: of, data } of await findReferred(table, { referrer, provider })) {
    if (reportAgreed(data) === undefined || (data.endedOn ?? today) < from) continue;
    people.set(`${of}/${data.personRef}`, { provider: of, personRef: data.personRef });
  }
  const awaited = await inParallel(AT_ONCE, [...people.values()], async (person) => {
    const [records, accesses] = await Promise.all([
      readPerson(table, person, ['placement', 'review']),
      readAccesses(table, person.provider, person.personRef),
    ]);
    const reports = accesses.flatMap((access) =>
      access.action === 'report-issued' && access.placement !== undefined
        ? [{ at: access.at, placement: access.placement }]
        : [],
    );
    return awaitedReports({ ...records, reports }, today)
      .filter((report) => report.referrer === referrer)
      .map((report) => ({ ...person, ...report }));
  });
  const orderOf = (report: AwaitedReport & Person) =>
    [report.dueBy, report.provider, report.personRef, report.placement, report.on].join('#');
  return awaited.flat().sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}
