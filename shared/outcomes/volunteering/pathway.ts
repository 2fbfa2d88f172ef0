import type { RecordData } from '../../records/registry.ts';
import type { Fact, PersonHistory } from '../person-history.ts';
import type { Placed } from '../placed.ts';

type Step = RecordData['milestone']['step'];

/** A voluntary placement is meant to last 26 weeks. */
const PLACEMENT_DAYS = 182;

/** 26 weeks and 28 days: by then a voluntary placement should have led on. */
export const MATURE_DAYS = 210;

/** A voluntary placement of a service user and what came of it; days are undefined where it did not happen. */
export type VoluntaryPlacement = {
  readonly startDay: number;
  /** Whether the start is verified. */
  readonly verified: boolean;
  /** The first verified step into education, training or employment. */
  readonly progressedDay: number | undefined;
  /** The first one that is only self-reported. */
  readonly reportedDay: number | undefined;
  /** Left it, or left the programme unplanned before completing it, and no verified step by day 210 follows. */
  readonly droppedOutDay: number | undefined;
  /** The latest start of transition before it. */
  readonly transitionDay: number | undefined;
  /** The placement of the programme it belongs to. */
  readonly placement: Placed | undefined;
};

const ENDS: readonly Step[] = ['voluntary-placement-left', 'voluntary-placement-completed'];

const PROGRESSION: readonly Step[] = ['education-started', 'training-started', 'employment-started'];

/** The voluntary placements of a person, each with what happened from its start on. */
export function voluntaryPlacements({ milestones }: Pick<PersonHistory, 'milestones'>): VoluntaryPlacement[] {
  const ends = milestones.filter(({ data }) => ENDS.includes(data.step));
  const starts = begunOf(
    firstsOf(milestones, 'voluntary-placement-started'),
    ends.map(({ day }) => day),
  );
  const startDays = starts.map(({ day }) => day);
  const transitions = daysOf(milestones, ['transition-started']);
  const progress = milestones.filter(({ data }) => PROGRESSION.includes(data.step));
  return starts.map(({ day: startDay, data, placement }) => {
    const after = progress.filter(({ day }) => day >= startDay);
    const progressedDay = after.find((step) => step.data.evidence === 'verified')?.day;
    return {
      startDay,
      verified: data.evidence === 'verified',
      progressedDay,
      reportedDay: after.find((step) => step.data.evidence === 'self-reported')?.day,
      droppedOutDay:
        progressedDay !== undefined && progressedDay - startDay <= MATURE_DAYS
          ? undefined
          : unfinishedDay(
              ends.filter(({ day }) => startEndedOn(day, startDays) === startDay),
              startDay,
              placement,
            ),
      transitionDay: transitions.findLast((day) => day <= startDay),
      placement,
    };
  });
}

/** The milestones of one step, one a day; of two on a day the verified one. */
export function firstsOf(milestones: readonly Fact<'milestone'>[], step: Step): Fact<'milestone'>[] {
  const byDay = new Map<number, Fact<'milestone'>>();
  for (const one of milestones) {
    if (one.data.step !== step) continue;
    if (byDay.get(one.day)?.data.evidence !== 'verified') byDay.set(one.day, one);
  }
  return [...byDay.values()];
}

function daysOf(milestones: readonly Fact<'milestone'>[], steps: readonly Step[]): number[] {
  return milestones.filter(({ data }) => steps.includes(data.step)).map(({ day }) => day);
}

/** A start during a voluntary placement that has neither ended nor run its 26 weeks is the same one, sent again. */
function begunOf(starts: readonly Fact<'milestone'>[], ends: readonly number[]): Fact<'milestone'>[] {
  const begun: number[] = [];
  return starts.filter(({ day }) => {
    const current = begun.at(-1);
    const over = ends.some((end) => end <= day && startEndedOn(end, begun) === current);
    if (current !== undefined && !over && day - current < PLACEMENT_DAYS) return false;
    begun.push(day);
    return true;
  });
}

/** The start of the voluntary placement that an end belongs to: the latest before it, else the one on its day. */
function startEndedOn(day: number, startDays: readonly number[]): number | undefined {
  return startDays.findLast((start) => start < day) ?? startDays.find((start) => start === day);
}

/** The day a voluntary placement was left, by the volunteer's own leaving or with the programme; not once completed. */
function unfinishedDay(
  ends: readonly Fact<'milestone'>[],
  startDay: number,
  placement: Placed | undefined,
): number | undefined {
  const dayOf = (step: Step): number => ends.find(({ data }) => data.step === step)?.day ?? Infinity;
  const reason = placement?.data.endReason;
  const exited =
    placement !== undefined &&
    placement.endDay >= startDay &&
    (reason === 'left' || reason === 'withdrawn' || reason === 'died')
      ? placement.endDay
      : Infinity;
  const day = Math.min(dayOf('voluntary-placement-left'), exited);
  return day < dayOf('voluntary-placement-completed') ? day : undefined;
}
