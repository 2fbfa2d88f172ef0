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
  /** All units whose day lies in the twelve months to the month's last day; others are left out. */
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
    earlier: own === undefined ? [] : earlierIn(year, every, own.firstDay).map(share),
    providers: Object.fromEntries(
      Object.entries(categories(year, 'provider')).map(([provider, some]) => [provider, share(some)]),
    ),
  };
}

/** The units of each period of the twelve months before the one that begins on `firstDay`, as far as there are any. */
function earlierIn(
  year: readonly CohortUnit[],
  every: 'month' | 'quarter',
  firstDay: number,
): CohortUnit[][] {
  const before = year.filter(({ day }) => day < firstDay);
  const periods = Map.groupBy(before, ({ day }) => periodOfDay(day, every));
  return [...periods].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, units]) => units);
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
