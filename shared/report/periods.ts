import { monthInWords } from './calendar.ts';

/** Months and quarters as the points over time name them, `2026-10` and `2026-Q3`. */

const QUARTERS = ['January to March', 'April to June', 'July to September', 'October to December'];

/**
 * A period in words.
 *
 * @example periodInWords('2026-10') // 'October 2026'
 * @example periodInWords('2026-Q3') // 'July to September 2026'
 */
export function periodInWords(period: string): string {
  const [year = '', quarter] = period.split('-Q');
  return quarter === undefined ? monthInWords(period) : `${QUARTERS[Number(quarter) - 1] ?? ''} ${year}`;
}

/**
 * A period in the few letters that an axis has room for.
 *
 * @example periodOnAxis('2026-10') // 'Oct 2026'
 * @example periodOnAxis('2026-Q3') // 'Q3 2026'
 */
export function periodOnAxis(period: string): string {
  const [year = '', quarter] = period.split('-Q');
  if (quarter !== undefined) return `Q${quarter} ${year}`;
  const [month = '', of = ''] = monthInWords(period).split(' ');
  return `${month.slice(0, 3)} ${of}`;
}

/**
 * Every period from the first to the last, both included.
 *
 * @example periodsBetween('2025-Q4', '2026-Q2') // ['2025-Q4', '2026-Q1', '2026-Q2']
 */
export function periodsBetween(first: string, last: string): string[] {
  const periods = [first];
  for (let at = first; at < last; periods.push(at)) at = next(at);
  return periods;
}

function next(period: string): string {
  const [year = '', quarter] = period.split('-Q');
  if (quarter !== undefined)
    return quarter === '4' ? `${Number(year) + 1}-Q1` : `${year}-Q${Number(quarter) + 1}`;
  const month = Number(period.slice(5));
  return month === 12
    ? `${Number(year.slice(0, 4)) + 1}-01`
    : `${period.slice(0, 4)}-${(month + 1).toString().padStart(2, '0')}`;
}
