/**
 * The only place that rounds. Every writer prints a number through one of these, so that the same figure reads the
 * same in the PDF, on a chart and in an alternative text.
 */

/** `value · 10^places`, rounded half away from zero on its decimal digits, as an integer. */
function scaled(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = Math.abs(value).toString().split('e');
  const whole = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return value < 0 && whole > 0 ? -whole : whole;
}

function decimal(value: number, places: number): string {
  const whole = scaled(value, places);
  const digits = Math.abs(whole)
    .toString()
    .padStart(places + 1, '0');
  const sign = whole < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * A share as a percentage to one decimal, half away from zero: the digits that are written decide, not the binary
 * fraction behind them.
 *
 * @example formatPercent(0.0005) // '0.1%'
 * @example formatPercent(0.12345) // '12.3%'
 */
export function formatPercent(share: number): string {
  const [digits = '0', exponent = '0'] = share.toString().split('e');
  return `${decimal(Number(`${digits}e${Number(exponent) + 2}`), 1)}%`;
}

/**
 * A whole number with commas, and a minus sign where something is taken away: a hyphen is not read out.
 *
 * @example formatCount(12345) // '12,345'
 * @example formatCount(-4) // '−4'
 */
export function formatCount(count: number): string {
  const whole = scaled(count, 0);
  return `${whole < 0 ? MINUS : ''}${withCommas(Math.abs(whole).toString())}`;
}

const MINUS = '\u2212';

const withCommas = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * Whole pence as pounds.
 *
 * @example formatPounds(123_456) // '£1,234.56'
 * @example formatPounds(-27_900) // '−£279.00'
 */
export function formatPounds(pence: number): string {
  const [pounds = '', rest = ''] = formatAmount(Math.abs(pence)).split('.');
  return `${pence < 0 ? MINUS : ''}£${withCommas(pounds)}.${rest}`;
}

/**
 * Whole pence as a decimal of pounds, as a data file has it.
 *
 * @example formatAmount(-123_456) // '-1234.56'
 */
export function formatAmount(pence: number): string {
  const digits = Math.abs(pence).toString().padStart(3, '0');
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * A number of placement weeks in words.
 *
 * @example formatWeeks(36) // '36 placement weeks'
 */
export function formatWeeks(weeks: number): string {
  return `${formatCount(weeks)} placement ${Math.abs(weeks) === 1 ? 'week' : 'weeks'}`;
}

/**
 * A number to one decimal, half away from zero.
 *
 * @example formatTenths(2.75) // '2.8'
 */
export function formatTenths(value: number): string {
  return decimal(value, 1);
}

/**
 * A mean to one decimal, half away from zero, with a minus sign that is read out.
 *
 * @example formatMean(-1.25) // '−1.3'
 */
export function formatMean(value: number): string {
  return decimal(value, 1).replace('-', MINUS);
}

/**
 * A rate, or a statistic of a test, to two decimals, half away from zero.
 *
 * @example formatRate(1.925) // '1.93'
 */
export function formatRate(value: number): string {
  return decimal(value, 2);
}

/**
 * A p-value with its letter, to three decimals; one below a thousandth as that.
 *
 * @example formatP(0.05) // 'p 0.050'
 * @example formatP(0.00002) // 'p < 0.001'
 */
export function formatP(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p ${decimal(p, 3)}`;
}

/**
 * A number of days, to one decimal when it is not whole.
 *
 * @example formatDays(14.5) // '14.5 days'
 */
export function formatDays(days: number): string {
  const text = decimal(days, 1).replace('-', MINUS);
  const short = text.endsWith('.0') ? formatCount(days) : text;
  return `${short} ${short === '1' ? 'day' : 'days'}`;
}

/**
 * Shares of a whole as people in a hundred that add up to a hundred: by the largest remainders, the first of equal
 * ones first. In words where the number would mislead.
 *
 * @example formatHundred([0.333, 0.333, 0.334]) // ['33', '33', '34']
 * @example formatHundred([0.996, 0.004, 0]) // ['100', 'fewer than 1', 'none']
 */
export function formatHundred(shares: readonly number[]): string[] {
  const exact = shares.map((share) => scaled(share, 2 + FINE) / 10 ** FINE);
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((sum, people) => sum + people, 0);
  const byRemainder = exact
    .map((people, i) => ({ i, remainder: people - (whole[i] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const raised = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ i }) => i));
  return shares.map((share, i) => {
    const people = (whole[i] ?? 0) + (raised.has(i) ? 1 : 0);
    if (share === 0) return 'none';
    return people === 0 ? 'fewer than 1' : people.toString();
  });
}

/** Decimals of a percentage that count as equal where only the binary fraction behind them differs. */
const FINE = 9;

/** Marks as they stand behind a value: ` [u] [p]`, or nothing. */
export function formatMarks(marks: readonly string[] = []): string {
  return marks.map((mark) => ` [${mark}]`).join('');
}

/** What is printed where there is no number: withheld, not reached or beyond follow-up, nobody eligible. */
export const SHORTHAND = { suppressed: '[c]', notAvailable: '[x]', noEligible: '[z]' } as const;
