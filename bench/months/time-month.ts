import { apiClient, type Run } from '../../local/api-client.ts';
import { startLocal } from '../../local/start.ts';
import { AREA_MONTH, areaCode } from './area-crowd.ts';
import { POISONED } from './seed-areas.ts';

/** So many commissioners are run alone. */
const ALONE = 2;
const EARLIER_MONTH = '2026-09';

/** How long a month took, in milliseconds by the clock and of the processor. */
export type MonthTimes = {
  readonly size: number;
  /** How many packs the run made: those of the commissioners that had not been run alone. */
  readonly issued: number;
  readonly wall: number;
  readonly cpu: number;
  /** Of one commissioner alone, on average. */
  readonly alone: number;
  readonly cpuAlone: number;
};

/**
 * Starts the system on a seeded folder, runs the month for some commissioners one after another, and then for all.
 *
 * @throws Error where the run fails anybody but the poisoned commissioner, or not them
 */
export async function timeMonth(
  folder: string,
  { size, threads }: { readonly size: number; readonly threads: number },
): Promise<MonthTimes> {
  const system = await startLocal({ dataDir: folder, clock: '2026-11-04T12:00:00Z', threads });
  try {
    const admin = system.clients.find(({ scopes }) => scopes.includes('admin/all'));
    if (admin === undefined) throw new Error('the system started without an operator client');
    const operator = apiClient(system, admin);
    const run = async (month: string, commissioner?: string) =>
      operator.waitForRun(
        await operator.startRun({ month, ...(commissioner !== undefined && { commissioner }) }),
      );

    // As many at once as there are threads, so that none is begun or loads its modules in the time that counts.
    await Promise.all([ALONE, ALONE + 1].map((area) => run(EARLIER_MONTH, areaCode(area))));
    const one = await timed(async () => {
      for (let area = 0; area < ALONE; area += 1) await run(AREA_MONTH, areaCode(area));
    });
    const all = await timed(() => run(AREA_MONTH));
    check(all.result, size);
    return {
      ...{ size, issued: size - ALONE, wall: all.wall, cpu: all.cpu },
      ...{ alone: one.wall / ALONE, cpuAlone: one.cpu / ALONE },
    };
  } finally {
    await system.close();
  }
}

async function timed<Result>(work: () => Promise<Result>) {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, wall: performance.now() - begun, cpu: (user + system) / 1000 };
}

function check({ state, commissioners }: Run, size: number): void {
  const failed = commissioners.filter(({ status }) => status === 'failed').map((each) => each.commissioner);
  const issued = commissioners.filter(({ status }) => status === 'issued').length;
  if (state !== 'failed' || failed.join() !== POISONED || issued !== size - ALONE)
    throw new Error(`the run ${state}, issued ${issued} packs and failed ${failed.join(', ') || 'nobody'}`);
}
