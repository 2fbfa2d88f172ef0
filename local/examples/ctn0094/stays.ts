import type { RecordData } from '../../../shared/records/registry.ts';
import type { Phase } from './phases.ts';
import type { RowName } from './trial-rows.ts';
import type { KnownDay, VisitDay } from './visit-days.ts';

/** A phase as it came out. */
export type Stay = Phase & {
  readonly endDay: number;
  readonly endReason: NonNullable<RecordData['placement']['endReason']>;
  /** The visits that say why it ended. */
  readonly told: readonly RowName[];
};

/** As long as the system's own sensitivity lets an open journey be silent: four weekly visits. */
const SILENCE_DAYS = 28;

/**
 * How each phase ended. Who was seen again and again, never more than 28 days apart, up to the planned end completed;
 * up to the start of the next phase, was transferred into it. Else it ended on the day last seen: `withdrawn` where
 * a visit missed after that says that they left the study, `left` otherwise.
 */
export function staysOf(
  phases: readonly Phase[],
  attended: readonly KnownDay[],
  absent: readonly VisitDay[],
): Stay[] {
  return phases.map((phase, index) => {
    const { startDay, plannedEndDay } = phase;
    const next = phases[index + 1]?.startDay;
    const until = Math.min(plannedEndDay, next ?? Infinity);
    const lastSeen = attended.reduce(
      (last, { day }) => (day > last && day < until && day - last <= SILENCE_DAYS ? day : last),
      startDay,
    );
    if (until - lastSeen <= SILENCE_DAYS)
      return until === next
        ? { ...phase, endDay: Math.max(startDay, next - 1), endReason: 'transferred', told: [] }
        : { ...phase, endDay: plannedEndDay, endReason: 'completed', told: [] };
    const told = absent
      .filter(({ day }) => day !== undefined && day > lastSeen && day <= until)
      .filter(({ visits }) => visits.some((visit) => visit.is_left_study || visit.is_missing_14_consecutive))
      .flatMap(({ visits }) => visits);
    const endReason = told.some((visit) => visit.is_left_study) ? 'withdrawn' : 'left';
    return { ...phase, endDay: lastSeen, endReason, told: told.map(({ row }) => row) };
  });
}
