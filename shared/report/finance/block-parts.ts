import type { StatementDocument } from '../../finance/statement-document.ts';
import { serviceInWords } from './service-in-words.ts';

/** One block in a month. */
export type BlockLine = StatementDocument['blocks'][number];
/** Where a block stands, and what will become of it. */
export type Forward = NonNullable<BlockLine['forward']>;

/** What a block is called in headings and sentences. */
export const blockName = ({ block, service }: Pick<BlockLine, 'block' | 'service'>): string =>
  `Block ${block}: ${serviceInWords(service).toLowerCase()}`;

/** The two ways in which the future of a block is told. */
const WAYS = [
  { of: 'byPlannedEnds', title: 'By planned ends', phrase: 'by planned ends' },
  { of: 'byRecentRate', title: 'At the recent rate', phrase: 'at the recent rate' },
] as const;

/** The ways in which the future of this block can be told: the recent rate only where there is one. */
export const waysOf = (line: Told, cutOff: string): readonly (typeof WAYS)[number][] =>
  WAYS.filter(({ of }) => of === 'byPlannedEnds' || hasRate(line, cutOff));

type Told = Pick<BlockLine, 'forward' | 'terms'>;

/** Whether a recent rate says anything of a block: not before its first whole week is over, where none was used. */
export function hasRate({ forward, terms }: Told, cutOff: string): boolean {
  if (forward === undefined) return false;
  return forward.rate.used > 0 || terms === undefined || lastDayOfFirstWeek(terms.validFrom) <= cutOff;
}

/** A block begins on a Monday. */
const lastDayOfFirstWeek = (monday: string): string =>
  new Date(Date.parse(monday) + TO_SUNDAY).toISOString().slice(0, 10);

const TO_SUNDAY = 6 * 86_400_000;
