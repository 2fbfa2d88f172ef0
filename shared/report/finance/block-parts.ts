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
export const WAYS = [
  { of: 'byPlannedEnds', title: 'By planned ends', phrase: 'by planned ends' },
  { of: 'byRecentRate', title: 'At the recent rate', phrase: 'at the recent rate' },
] as const;
