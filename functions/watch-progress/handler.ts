import * as z from 'zod';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { latePacks } from '../../shared/month/late-packs.ts';
import { unreleasedPacks } from '../../shared/month/unreleased-packs.ts';
import { londonDate, londonDay } from '../../shared/records/london.ts';
import { workingDaysBetween } from '../../shared/records/working-days-between.ts';
import { lastChange } from '../../shared/store/last-change.ts';
import { readCodes } from '../../shared/store/registries.ts';
import type { watchProgressEnv } from './env.ts';

/** What has not happened and should have. */
type Report = {
  readonly workingDaysWithoutRecords: number;
  readonly packsLate: number;
  readonly packsAwaitingRelease: number;
};

/**
 * Every hour: whether records still arrive, whether every commissioner has the pack of last month, and whether what was
 * issued is released. A thing that does not happen makes no error; this makes it a figure, for alarms.
 */
export function createHandler(
  { TABLE_NAME, DAYS_UNTIL_LATE, DAYS_UNTIL_RELEASED }: z.infer<typeof watchProgressEnv>,
  { table: client, log, meter, now }: Pick<World, 'table' | 'log' | 'meter' | 'now'>,
): (payload: unknown) => Promise<Report> {
  const table = { client, name: TABLE_NAME };

  return serveTask(log, 'watch-progress', z.unknown(), async () => {
    const today = londonDate(now().toISOString());
    const commissioners = await readCodes(table, 'commissioners');
    const newest = await lastChange(table, await readCodes(table, 'providers'));
    const late = await latePacks(table, commissioners, { today, daysUntilLate: DAYS_UNTIL_LATE });
    const unreleased = await unreleasedPacks(table, commissioners, { today, within: DAYS_UNTIL_RELEASED });

    if (late.length > 0) log.warn('packs late', { commissioners: late.join(' ') });
    for (const { commissioner, month, revision } of unreleased)
      log.warn('pack awaits release', { commissioner, month, revision });
    const report = {
      // Before the first record there is nothing to miss.
      workingDaysWithoutRecords:
        newest === undefined ? 0 : workingDaysBetween(londonDay(newest), londonDay(today)),
      packsLate: late.length,
      packsAwaitingRelease: unreleased.length,
    };
    meter.count('WorkingDaysWithoutRecords', report.workingDaysWithoutRecords);
    meter.count('PacksLate', report.packsLate);
    meter.count('PacksAwaitingRelease', report.packsAwaitingRelease);
    log.info('progress watched', report);
    return report;
  });
}
