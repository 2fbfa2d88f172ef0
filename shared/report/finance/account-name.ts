import { type BlockLine, blockName } from './block-parts.ts';

/** What a finding or a claim that is of no block says in place of a block's id. */
export const SPOT = 'spot';

/**
 * A block, or use on the spot, as it is called in headings. Of a block without a line in the statement the service is
 * not known.
 *
 * @example accountName('spot', document.blocks) // 'On the spot'
 */
export function accountName(account: string, blocks: readonly BlockLine[]): string {
  if (account === SPOT) return 'On the spot';
  const line = blocks.find(({ block }) => block === account);
  return line === undefined ? `Block ${account}` : blockName(line);
}

/** The same as it is called in the cells of a table. */
export const accountInShort = (account: string): string => (account === SPOT ? 'Spot' : account);
