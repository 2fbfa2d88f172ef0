import type { Block } from './blocks.ts';
import type { Measured } from './measured.ts';
import type { Splits } from './splits.ts';
import { splitTable } from './tables/split-table.ts';

/** The headline by group, and which splits are not printed. */
export function splitBlocks(measured: Measured, { printed, leftOut }: Splits): Block[] {
  if (printed.length === 0 && leftOut.length === 0) return [];
  return [
    { kind: 'heading', text: 'By group' },
    ...(printed.length ? [splitTable(measured, printed)] : []),
    ...(leftOut.length ? [{ kind: 'note', text: leftOut.join(' ') } as const] : []),
  ];
}
