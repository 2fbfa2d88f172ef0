import { dayOf } from '../records/london.ts';
import type { Block } from './block.ts';

/** A point in a block's life that somebody wants to be told of. */
export type Crossing = 'used-75-percent' | 'used-90-percent' | 'used-100-percent' | 'expires-within-28-days';

const SHARES: readonly (readonly [Crossing, number])[] = [
  ['used-75-percent', 75],
  ['used-90-percent', 90],
  ['used-100-percent', 100],
];

const NOTICE_DAYS = 28;

/**
 * What a block is past at the end of a day: shares of its weeks used, and from 28 days before its last day on that it
 * expires, as long as there are weeks left to expire.
 *
 * @param used how many of its weeks were used up to that day
 * @example crossingsOf({ weeks: 36, validTo: '2026-12-27' }, 27, dayOf('2026-10-04')) // ['used-75-percent']
 */
export function crossingsOf(
  { weeks, validTo }: Pick<Block, 'weeks' | 'validTo'>,
  used: number,
  day: number,
): Crossing[] {
  const past = SHARES.filter(([, percent]) => used * 100 >= weeks * percent).map(([crossing]) => crossing);
  const daysLeft = dayOf(validTo) - day;
  const expires = used < weeks && daysLeft >= 0 && daysLeft <= NOTICE_DAYS;
  return expires ? [...past, 'expires-within-28-days'] : past;
}

/**
 * What to tell of: what a block is past now and was not when it was last looked at. One told of is told again only
 * when it was taken back meanwhile.
 */
export function newCrossings(now: readonly Crossing[], before: readonly Crossing[]): Crossing[] {
  return now.filter((crossing) => !before.includes(crossing));
}
