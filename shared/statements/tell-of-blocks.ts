import { usedByBlock, weeksUsed } from '../finance/used-by-block.ts';
import { dayOf } from '../records/london.ts';
import type { Alerts } from '../platform/world.ts';
import { readCrossings, saveCrossings } from '../store/block-crossings.ts';
import type { Table } from '../store/dynamo.ts';
import type { Account, AccountOfProvider } from './account.ts';
import { alertsOf } from './block-alerts.ts';
import type { MadeOn } from './make-statements.ts';

/** Where alerts go: what blocks are past is kept in the table, and who subscribes to the topic is told. */
export type Telling = { readonly table: Table; readonly alerts: Alerts; readonly topic: string };

/** How long after its last day a block is still told of, when use of it is recorded late. */
const DAYS_AFTER = 62;

/**
 * Tells of every block of a provider that has come past a point, once; again only where it was taken back meanwhile.
 * What is to be told is written down before and crossed off after, so of two runs that read the same one tells, and what
 * a crash came between is told by the next run: at least once, twice where the crossing off failed or another run read
 * before it.
 *
 * @returns how many alerts went out
 */
export async function tellOfBlocks(
  { table, alerts, topic }: Telling,
  { commissionerName }: Pick<Account, 'commissionerName'>,
  { providerName, blocks }: Pick<AccountOfProvider, 'providerName' | 'blocks'>,
  { charges, today }: Pick<MadeOn, 'charges' | 'today'>,
): Promise<number> {
  const used = usedByBlock(charges);
  const names = { commissionerName, providerName };
  let told = 0;
  for (const block of blocks) {
    const { id, data } = block;
    if (data.boughtOn > today || dayOf(data.validTo) < dayOf(today) - DAYS_AFTER) continue;
    const before = await readCrossings(table, id);
    const past = before.crossings.filter((crossing) => !before.untold.includes(crossing));
    const standing = { block, used: weeksUsed(used.get(id)) };
    const { crossings, alerts: due } = alertsOf(standing, names, { today, before: past });
    if (due.length === 0 && crossings.join() === before.crossings.join()) continue;
    const untold = due.map(({ crossing }) => crossing);
    const { version } = before;
    if (!(await saveCrossings(table, id, { crossings, untold, version }))) continue;
    for (const alert of due) await alerts.publish(topic, alert);
    told += due.length;
    if (due.length > 0) await saveCrossings(table, id, { crossings, untold: [], version: version + 1 });
  }
  return told;
}
