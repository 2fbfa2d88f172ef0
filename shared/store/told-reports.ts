import * as z from 'zod';
import { getItem, putItem, type Table } from './dynamo.ts';
import { toldReportsKey } from './table.ts';

const toldSchema = z.object({
  /** The tags of the reports that were awaited when it was last looked. */
  awaited: z.array(z.string()).readonly(),
  /** Those among them of which nobody may have been told so far. */
  untold: z.array(z.string()).readonly(),
  version: z.int().min(0),
});

/** Which awaited reports a referrer was told of, by tags that tell nobody whose they are. */
export type ToldReports = z.infer<typeof toldSchema>;

/** What is known of a referrer; nothing where it was never looked. */
export async function readToldReports(table: Table, referrer: string): Promise<ToldReports> {
  const item = await getItem(table, toldReportsKey(referrer));
  return item === undefined ? { awaited: [], untold: [], version: 0 } : toldSchema.parse(item);
}

/**
 * Keeps what is known now in place of what was read.
 *
 * @returns whether nobody else did meanwhile
 */
export function saveToldReports(table: Table, referrer: string, known: ToldReports): Promise<boolean> {
  const { version } = known;
  const item = { ...toldReportsKey(referrer), ...known, version: version + 1 };
  return putItem(table, item, version === 0 ? 'absent' : { version });
}
