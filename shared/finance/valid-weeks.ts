import { dayOf } from '../records/london.ts';
import type { Block } from './block.ts';
import { weekOfDay } from './iso-week.ts';

/** The first and the last week in which a block may be drawn from. */
export function validWeeks({ validFrom, validTo }: Pick<Block, 'validFrom' | 'validTo'>): {
  readonly first: number;
  readonly last: number;
} {
  return { first: weekOfDay(dayOf(validFrom)), last: weekOfDay(dayOf(validTo)) };
}
