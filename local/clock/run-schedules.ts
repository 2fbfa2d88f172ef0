import * as z from 'zod';
import type { Machines } from '../../shared/platform/world.ts';
import type { Deployment } from '../template/deployment.ts';
import { runSchedule } from './run-schedule.ts';

const inputSchema = z.record(z.string(), z.unknown());

/**
 * Starts the machine whenever a schedule of the templates falls due, under a name made of that instant, so that the
 * same firing starts nothing twice.
 *
 * @returns stops them
 */
export function runSchedules(
  { schedules, machine }: Pick<Deployment, 'schedules' | 'machine'>,
  machines: Machines,
  { now, onError }: { now: () => Date; onError: (error: unknown) => void },
): () => void {
  const stops = schedules.map((schedule) => {
    const input = inputSchema.parse(JSON.parse(schedule.input));
    return runSchedule(schedule, now, (due) => {
      const name = `${schedule.name}-${due.toISOString().slice(0, 16).replace(':', '-')}`;
      machines.start(machine.arn, name, input).catch(onError);
    });
  });
  return () => stops.forEach((stop) => stop());
}
