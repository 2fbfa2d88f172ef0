import * as z from 'zod';
import type { Machines } from '../../shared/platform/world.ts';
import type { Deployment } from '../template/deployment.ts';
import { runSchedule } from './run-schedule.ts';

const inputSchema = z.record(z.string(), z.unknown());

type Startable = {
  readonly machines: Machines;
  readonly invoke: (folder: string, payload: unknown) => Promise<unknown>;
};

/**
 * Starts whatever a schedule of the templates starts, whenever it falls due: an execution of the machine, under a name
 * made of that instant, so that the same firing starts nothing twice, or a function.
 *
 * @returns stops them, and waits for functions under way
 */
export function runSchedules(
  { schedules }: Pick<Deployment, 'schedules'>,
  { machines, invoke }: Startable,
  { now, onError }: { now: () => Date; onError: (error: unknown) => void },
): () => Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  const stops = schedules.map((schedule) => {
    const input = inputSchema.parse(JSON.parse(schedule.input));
    const { name, starts } = schedule;
    return runSchedule(schedule, now, (due) => {
      const started =
        'machine' in starts
          ? machines.start(
              starts.machine,
              `${name}-${due.toISOString().slice(0, 16).replace(':', '-')}`,
              input,
            )
          : invoke(starts.folder, input);
      const ended = started.catch(onError).finally(() => underWay.delete(ended));
      underWay.add(ended);
    });
  });
  return async () => {
    stops.forEach((stop) => stop());
    await Promise.all(underWay);
  };
}
