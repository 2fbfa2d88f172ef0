import { mayGoOn } from '../caseload/movements.ts';
import { type Period, yearTo } from '../period.ts';
import type { Journey, PersonHistory } from '../person-history.ts';
import { RETENTION } from './reporting.ts';

/** The day by which it is known whether treatment was long enough to be effective: 12 weeks. */
const MATURE_DAYS = RETENTION.headlineDay;

/** How long before the month's last day a journey of such a start may have ended, in days. */
export const MATURED_LOOK_BACK_DAYS = MATURE_DAYS + 366;

/** A start of 84 days ago or more, and its end if that was before day 84. */
export type MaturedStart = {
  readonly journey: Journey;
  readonly earlyEnd: NonNullable<Journey['end']>['reason'] | undefined;
  /** It ended before day 84 and so lately that another placement may yet continue it. */
  readonly provisional: boolean;
};

/** The journeys whose day 0 lies in the twelve months that end 84 days before the month's last day. */
export function maturedStarts({ journeys }: Pick<PersonHistory, 'journeys'>, period: Period): MaturedStart[] {
  const lastStart = period.lastDay - MATURE_DAYS;
  return journeys.flatMap((journey) => {
    const { dayZero, end } = journey;
    if (dayZero === undefined || dayZero > lastStart || dayZero < yearTo(lastStart)) return [];
    const isEarly = end !== undefined && end.day - dayZero < MATURE_DAYS;
    return [
      {
        journey,
        earlyEnd: isEarly ? end.reason : undefined,
        provisional: isEarly && mayGoOn(end, period),
      },
    ];
  });
}
