import { dimensionsOf } from '../dimensions.ts';
import { leftOutFor } from '../figures/left-out.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import { dueReports, type DueReport } from '../reports/due-reports.ts';
import { reportAgreed } from '../reports/report-agreed.ts';
import { LONGEST_DAYS } from '../reports/report-window.ts';

const REASONS = ['not-yet-due', 'not-agreed'] as const;

/** One report on one placement. */
type Seen = Observation & {
  readonly leftOut?: (typeof REASONS)[number] | undefined;
  readonly inTime: boolean;
  /** A report was ever issued: here, and after `relate` on anybody. */
  readonly recorded: boolean;
};

export const referrerReports = measure<Seen>({
  id: 'referrer-reports',
  revision: 1,
  title: 'Reports for referrers',
  question: 'Do referrers get their written reports in time?',
  numerator:
    'Of these, reports in time: one on the placement was issued on the day of the review or the end, or within 10 working days after it.',
  denominator:
    'Reports on placements with a referrer where reports are agreed or ordered: one for each day with a review (not one at the start, at exit or after it) or the placement’s end, whose tenth working day lies in the 12 months to the month’s last day. Left out are reports not yet due on that day, and those that were refused or not agreed.',
  method:
    'Proportion, Wilson 95% interval. Working days of England and Wales. Only reports issued through this system are known: while none was issued in these months on anybody counted here, the figure is not available.',
  direction: 'up',
  span: 'window',
  // A review up to a year after the end, whose report falls due in the window.
  lookBackDays: 366 + LONGEST_DAYS + 365,

  observe: (history, period) =>
    dueReports(history, period.windowFirstDay - LONGEST_DAYS)
      .filter(({ deadline }) => deadline >= period.windowFirstDay)
      .map((due) => ({
        who: history.who,
        dimensions: dimensionsOf(history.provider, due.placement),
        leftOut: leftOutOf(due, period),
        inTime: due.inTime,
        recorded: history.reports.length > 0,
      })),

  relate: (seen) => {
    const recorded = seen.some((one) => one.recorded);
    return seen.map((one) => ({ ...one, recorded }));
  },

  headline: (seen) => {
    const due = seen.filter(({ leftOut }) => leftOut === undefined);
    return proportionFigure(due, ({ inTime }) => inTime, {
      excluded: leftOutFor(seen, REASONS),
      notRecorded: due.some(({ recorded }) => !recorded),
    });
  },
});

function leftOutOf({ placement, deadline }: DueReport, { lastDay }: Period): Seen['leftOut'] {
  if (reportAgreed(placement.data) === undefined) return 'not-agreed';
  return deadline > lastDay ? 'not-yet-due' : undefined;
}
