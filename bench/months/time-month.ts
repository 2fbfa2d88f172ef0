import { apiClient, type Run } from '../../local/api-client.ts';
import { startLocal } from '../../local/start.ts';
import { threadsHere } from '../../local/threads/open-threads.ts';
import { AREA_MONTH, areaCode } from './area-crowd.ts';
import { POISONED } from './seed-areas.ts';

const EARLIER_MONTH = '2026-09';

/** How long a month took, in milliseconds by the clock and of the processor. */
export type MonthTimes = { readonly wall: number; readonly cpu: number };

/**
 * Starts the system on a seeded folder and runs the month for all.
 *
 * @param size how many commissioners are seeded
 * @param threads in how many the work is done
 * @throws Error where the run fails anybody but the poisoned commissioner, or not them
 */
export async function timeMonth(folder: string, size: number, threads: number): Promise<MonthTimes> {
  const system = await startLocal({ dataDir: folder, clock: '2026-11-04T12:00:00Z', threads });
  try {
    const admin = system.clients.find(({ scopes }) => scopes.includes('admin/all'));
    if (admin === undefined) throw new Error('the system started without an operator client');
    const operator = apiClient(system, admin);
    const run = async (month: string, commissioner?: string) =>
      operator.waitForRun(
        await operator.startRun({ month, ...(commissioner !== undefined && { commissioner }) }),
      );

    // As many at once as there may be threads, so that none is begun or loads its modules in the time that counts.
    await Promise.all(Array.from({ length: threadsHere() }, (_, area) => run(EARLIER_MONTH, areaCode(area))));
    const [begun, used] = [performance.now(), process.cpuUsage()];
    const all = await run(AREA_MONTH);
    const wall = performance.now() - begun;
    const cpu = process.cpuUsage(used);
    check(all, size);
    return { wall, cpu: (cpu.user + cpu.system) / 1000 };
  } finally {
    await system.close();
  }
}

function check({ state, commissioners }: Run, size: number): void {
  const failed = commissioners.filter(({ status }) => status === 'failed').map((each) => each.commissioner);
  const issued = commissioners.filter(({ status }) => status === 'issued').length;
  if (state !== 'failed' || failed.join() !== POISONED || issued !== size)
    throw new Error(`the run ${state}, issued ${issued} packs and failed ${failed.join(', ') || 'nobody'}`);
}
