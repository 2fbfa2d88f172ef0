import { formatPounds, formatTenths, formatWeeks } from '../../render/format.ts';
import type { BlockLine, Forward } from './block-parts.ts';

/** What each used week of a block has cost beside the spot price, and from when on the block has paid for itself. */
export function priceInWords(forward: Forward, terms: BlockLine['terms']): string[] {
  const { effectivePence, spotPence, breakEvenWeeks, used } = forward;
  const spot = `the spot price of the day it was bought is ${formatPounds(spotPence)}`;
  const perWeek =
    effectivePence === undefined
      ? `No week of it has been used so far; ${spot} a week.`
      : `Each of the ${formatWeeks(used)} used so far has cost ${formatPounds(effectivePence)}; ${spot}.`;
  return [perWeek, breakEvenInWords(breakEvenWeeks, used, terms), rateInWords(forward)];
}

function breakEvenInWords(breakEven: number, used: number, terms: BlockLine['terms']): string {
  if (terms !== undefined && breakEven > terms.weeks)
    return 'Even with every week used it costs more than as many weeks on the spot.';
  if (used >= breakEven)
    return `It has paid for itself: from ${formatWeeks(breakEven)} used on, it has cost no more than as many on the spot.`;
  return `It pays for itself from ${formatWeeks(breakEven)} used on: ${formatWeeks(breakEven - used)} more than so far.`;
}

function rateInWords({ rate }: Forward): string {
  const weeks = rate.weeks === 1 ? 'the last whole week' : `the last ${rate.weeks} whole weeks`;
  return `The recent rate is that of ${weeks}: ${formatWeeks(rate.used)}, ${formatTenths(rate.used / rate.weeks)} a week.`;
}
