import { dateOfDay } from '../records/london.ts';
import { categories } from './categories.ts';
import type { ComputedCohort, ComputedProportion } from './computed.ts';
import { proportionFigure } from './figures/proportion-figure.ts';
import type { Observation } from './observation.ts';
import { type Period, quarterEndingIn } from './period.ts';

/** A unit that is compared: on `day` it is known whether it passes, so it falls in one period alone. */
export type CohortUnit = Observation & {
  readonly day: number;
  readonly passes: boolean;
  readonly provisional?: boolean;
};

/** What of a measure is compared over time and between providers, as its file states it. */
export type Cohort<Seen extends Observation> = {
  readonly every: 'month' | 'quarter';
  /** What the share is of, in words. */
  readonly title: string;
  /** All units whose day lies in the twenty-four months to the month's last day, or more of them. */
  readonly units: (seen: readonly Seen[], period: Period) => readonly CohortUnit[];
};

/**
 * The share of the period's own units that pass, which the chart over time is made of, and the share of all of the
 * twelve months, in whole and by provider. A quarter has its point in its last month.
 */
export function cohortOf<Seen extends Observation>(
  { every }: Pick<Cohort<Seen>, 'every'>,
  units: readonly CohortUnit[],
  period: Period,
): ComputedCohort {
  const year = within(units, period.windowFirstDay, period.lastDay);
  const own = every === 'month' ? { name: period.month, firstDay: period.firstDay } : quarterEndingIn(period);
  return {
    every,
    ...(own === undefined
      ? {}
      : { period: own.name, point: share(within(units, own.firstDay, period.lastDay)) }),
    matured: share(year),
    earlier: own === undefined ? {} : earlierIn(units, every, period.beforeFirstDay, own.firstDay),
    providers: Object.fromEntries(
      Object.entries(categories(year, 'provider')).map(([provider, some]) => [provider, share(some)]),
    ),
  };
}

/** The share of each period from one day to the day before another, as far as there are any units. */
function earlierIn(
  units: readonly CohortUnit[],
  every: 'month' | 'quarter',
  firstDay: number,
  ownFirstDay: number,
): Record<string, ComputedProportion> {
  const before = within(units, firstDay, ownFirstDay - 1);
  const periods = Map.groupBy(before, ({ day }) => periodOfDay(day, every));
  return Object.fromEntries(
    [...periods].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, some]) => [period, share(some)]),
  );
}

function periodOfDay(day: number, every: 'month' | 'quarter'): string {
  const [year = '', month = ''] = dateOfDay(day).split('-');
  return every === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

function within(units: readonly CohortUnit[], firstDay: number, lastDay: number): CohortUnit[] {
  return units.filter(({ day }) => day >= firstDay && day <= lastDay);
}

function share(units: readonly CohortUnit[]): ComputedProportion {
  return proportionFigure(units, ({ passes }) => passes, {
    provisional: units.some(({ provisional }) => provisional === true),
  });
}
