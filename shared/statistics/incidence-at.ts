import type { IncidenceCurve, IncidenceStep } from './aalen-johansen.ts';
import { stepAt } from './step-at.ts';

/** Cumulative incidences read at one time: cause 1 first, with the share that no cause has ended. */
export type IncidenceAt = Pick<IncidenceStep, 'free' | 'incidence' | 'standardError'>;

/**
 * Cumulative incidences at `time`, events at that time included; undefined beyond the longest follow-up and of
 * nobody.
 *
 * @example incidenceAt(curve, 28)?.incidence[0] // 0.4333…
 */
export function incidenceAt(
  { steps }: IncidenceCurve,
  time: number,
  causes: number,
): IncidenceAt | undefined {
  const last = steps.at(-1);
  if (last === undefined || time > last.time) return undefined;
  const none = new Array<number>(causes).fill(0);
  return stepAt(steps, time) ?? { free: 1, incidence: none, standardError: none };
}
