import { londonDate } from '../records/london.ts';
import type { StatementDocument } from '../finance/statement-document.ts';
import type { Alerts } from '../platform/world.ts';
import { readCrossings, saveCrossings } from '../store/block-crossings.ts';
import type { Table } from '../store/dynamo.ts';
import { alertsOf } from './block-alerts.ts';

/** Where alerts go: what blocks are past is kept in the table, and who subscribes to the topic is told. */
export type Telling = { readonly table: Table; readonly alerts: Alerts; readonly topic: string };

/**
 * Tells of every block of a statement that has come past a point, once; again only where it was taken back meanwhile.
 * What is to be told is written down before and crossed off after, so of two runs at once one tells, and what a crash
 * came between is told by the next run: at least once, twice where it was the crossing off that failed.
 *
 * @param document the latest statement of a provider
 * @returns how many alerts went out
 */
export async function tellOfBlocks(
  { table, alerts, topic }: Telling,
  document: StatementDocument,
): Promise<number> {
  let told = 0;
  for (const line of document.blocks) {
    const before = await readCrossings(table, line.block);
    const past = before.crossings.filter((crossing) => !before.untold.includes(crossing));
    const { crossings, alerts: due } = alertsOf(line, document, {
      today: londonDate(document.madeAt),
      before: past,
    });
    if (due.length === 0 && crossings.join() === before.crossings.join()) continue;
    const untold = due.map(({ crossing }) => crossing);
    const { version } = before;
    if (!(await saveCrossings(table, line.block, { crossings, untold, version }))) continue;
    for (const alert of due) await alerts.publish(topic, alert);
    told += due.length;
    if (due.length > 0)
      await saveCrossings(table, line.block, { crossings, untold: [], version: version + 1 });
  }
  return told;
}
