import { dayOf, londonDay } from '../records/london.ts';
import { workingDaysBetween } from '../records/working-days-between.ts';
import type { Table } from '../store/dynamo.ts';
import { inParallel } from '../store/in-parallel.ts';
import { type KnownPack, readKnownPacks } from '../store/known-packs.ts';

const AT_ONCE = 8;

/** What was not released for so many days will not be any more, and was said often enough. */
const FORGOTTEN_DAYS = 92;

/** The newest revision of each commissioner's month, where it was issued more working days ago and is not released. */
export async function unreleasedPacks(
  table: Table,
  commissioners: readonly string[],
  { today, within }: { readonly today: string; readonly within: number },
): Promise<KnownPack[]> {
  const day = dayOf(today);
  const isWaiting = ({ issuedAt, release }: KnownPack) => {
    const issued = londonDay(issuedAt);
    return (
      release?.released === undefined &&
      day - issued <= FORGOTTEN_DAYS &&
      workingDaysBetween(issued, day) >= within
    );
  };
  const found = await inParallel(AT_ONCE, commissioners, async (commissioner) => {
    const newest = new Map((await readKnownPacks(table, commissioner)).map((pack) => [pack.month, pack]));
    return [...newest.values()].filter(isWaiting);
  });
  return found.flat();
}
