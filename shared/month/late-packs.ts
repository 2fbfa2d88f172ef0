import { RUN_DAY } from '../platform/working-days.ts';
import { dateOfDay, dayOf } from '../records/london.ts';
import { workingDaysBetween } from '../records/working-days-between.ts';
import type { Table } from '../store/dynamo.ts';
import { inParallel } from '../store/in-parallel.ts';
import { isIssued, readPacks } from '../store/packs.ts';

const AT_ONCE = 8;

/**
 * The commissioners that have no pack of last month although the day of its run and the days of grace after it are
 * over; none before.
 */
export async function latePacks(
  table: Table,
  commissioners: readonly string[],
  { today, daysUntilLate }: { readonly today: string; readonly daysUntilLate: number },
): Promise<string[]> {
  const dayBefore = dayOf(`${today.slice(0, 7)}-01`) - 1;
  const workingDays = workingDaysBetween(dayBefore, dayOf(today) + 1);
  if (workingDays <= RUN_DAY + daysUntilLate) return [];
  const month = dateOfDay(dayBefore).slice(0, 7);
  const late = await inParallel(AT_ONCE, commissioners, async (commissioner) =>
    (await readPacks(table, commissioner, month)).some(isIssued) ? [] : [commissioner],
  );
  return late.flat();
}
