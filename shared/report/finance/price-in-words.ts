import { formatPounds, formatTenths, formatWeeks } from '../../render/format.ts';
import { type BlockLine, type Forward, hasRate, waysOf } from './block-parts.ts';

/**
 * What a used week of a block is expected to cost beside the spot price, what it would have cost if no more were used,
 * from when on the block has paid for itself, and how fast it is used.
 */
export function priceInWords(line: BlockLine, cutOff: string): string[] {
  const { forward, terms } = line;
  if (forward === undefined) return [];
  return [
    expectedInWords(line, forward, cutOff),
    ...soFarInWords(forward),
    breakEvenInWords(forward, terms),
    rateInWords(line, forward, cutOff),
  ];
}

function expectedInWords(line: BlockLine, forward: Forward, cutOff: string): string {
  const spot = `the spot price of the day it was bought is ${formatPounds(forward.spotPence)}`;
  if (forward.left.weeks === 0 && forward.effectivePence !== undefined)
    return `Each of its weeks has cost ${formatPounds(forward.effectivePence)}; ${spot}.`;
  const expected = waysOf(line, cutOff).flatMap(({ of, phrase }) => {
    const { effectivePence } = forward[of];
    return effectivePence === undefined ? [] : [{ price: formatPounds(effectivePence), phrase }];
  });
  const [one, other] = expected;
  if (one === undefined) return `No placement is expected to use it so far; ${spot} a week.`;
  const alike = other?.price === one.price;
  const prices = alike
    ? `${one.price}, by planned ends and at the recent rate alike`
    : expected.map(({ price, phrase }) => `${price} ${phrase}`).join(' and ');
  return `Each used week is expected to cost ${prices}; ${spot}.`;
}

function soFarInWords({ used, left, effectivePence }: Forward): string[] {
  if (left.weeks === 0) return [];
  if (effectivePence === undefined) return ['No week of it has been used so far.'];
  const all = used === 1 ? 'the 1 placement week' : `each of the ${formatWeeks(used)}`;
  return [`If no more were used, ${all} used so far would have cost ${formatPounds(effectivePence)}.`];
}

function breakEvenInWords({ breakEvenWeeks, used }: Forward, terms: BlockLine['terms']): string {
  if (terms !== undefined && breakEvenWeeks > terms.weeks)
    return 'Even with every week used it costs more than as many weeks on the spot.';
  if (used >= breakEvenWeeks)
    return `It has paid for itself: from ${formatWeeks(breakEvenWeeks)} used on, it has cost no more than as many on the spot.`;
  return `It pays for itself from ${formatWeeks(breakEvenWeeks)} used on: ${formatWeeks(breakEvenWeeks - used)} more than so far.`;
}

function rateInWords(line: BlockLine, { rate }: Forward, cutOff: string): string {
  if (!hasRate(line, cutOff)) return NO_RATE_YET;
  const weeks = rate.weeks === 1 ? 'the last whole week' : `the last ${rate.weeks} whole weeks`;
  return `The recent rate is that of ${weeks}: ${formatWeeks(rate.used)}, ${formatTenths(rate.used / rate.weeks)} a week.`;
}

const NO_RATE_YET = 'There is no recent rate yet: no whole week of the block is over.';
