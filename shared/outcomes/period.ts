import { dateOfDay } from '../records/london.ts';

const DAY = 86_400_000;

/** A calendar month as the measures see it. Days count from 1 January 1970, as in `records/london.ts`. */
export type Period = {
  /** `2026-10` */
  readonly month: string;
  readonly firstDay: number;
  /** The month's last day: the as-at date. */
  readonly lastDay: number;
  readonly lastDate: string;
  /** The first of the twelve months that end with this one: the headline window. */
  readonly windowFirstDay: number;
  /** The first of the twelve months before those: what was issued a year ago is compared with what is issued now. */
  readonly beforeFirstDay: number;
};

/**
 * The period of a month.
 *
 * @throws RangeError when `month` is not a month.
 * @example periodOf('2026-10').lastDate // '2026-10-31'
 */
export function periodOf(month: string): Period {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new RangeError('a month is written YYYY-MM');
  const lastDay = firstOf(month, 1) - 1;
  return {
    month,
    firstDay: firstOf(month, 0),
    lastDay,
    lastDate: dateOfDay(lastDay),
    windowFirstDay: firstOf(month, -11),
    beforeFirstDay: firstOf(month, -23),
  };
}

/**
 * The quarter whose last month this is; undefined in the two months before it.
 *
 * @example quarterEndingIn(periodOf('2026-09'))?.name // '2026-Q3'
 */
export function quarterEndingIn({ month }: Period): { name: string; firstDay: number } | undefined {
  const number = Number(month.slice(5));
  if (number % 3 !== 0) return undefined;
  return { name: `${month.slice(0, 4)}-Q${number / 3}`, firstDay: firstOf(month, -2) };
}

/**
 * So many months, or quarters, before one, the last first.
 *
 * @example periodsBefore('2026-Q2', 3) // ['2026-Q1', '2025-Q4', '2025-Q3']
 * @example periodsBefore('2026-01', 2) // ['2025-12', '2025-11']
 */
export function periodsBefore(period: string, count: number): string[] {
  const year = Number(period.slice(0, 4));
  const isQuarter = period.includes('Q');
  const many = isQuarter ? 4 : 12;
  const own = year * many + Number(period.slice(isQuarter ? 6 : 5)) - 1;
  return Array.from({ length: count }, (_, i) => {
    const at = own - 1 - i;
    const number = (at % many) + 1;
    return `${Math.floor(at / many)}-${isQuarter ? `Q${number}` : number.toString().padStart(2, '0')}`;
  });
}

function firstOf(month: string, monthsLater: number): number {
  return Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + monthsLater, 1) / DAY;
}

/**
 * The first day of the twelve months that end on `day`: the day after the same date a year before.
 *
 * @example dateOfDay(yearTo(dayOf('2026-04-04'))) // '2025-04-05'
 */
export function yearTo(day: number): number {
  const date = new Date(day * DAY);
  const yearBefore = Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate()) / DAY;
  // There is no 29 February in the year before: it has become 1 March, the day after.
  return isLeapDay(date) ? yearBefore : yearBefore + 1;
}

function isLeapDay(date: Date): boolean {
  return date.getUTCMonth() === 1 && date.getUTCDate() === 29;
}
