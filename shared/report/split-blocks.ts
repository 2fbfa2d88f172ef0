import type { Block } from './blocks.ts';
import type { Measured } from './measured.ts';
import type { Splits } from './splits.ts';
import { comparisonsInWords } from './wording/comparisons.ts';
import { splitTable } from './tables/split-table.ts';

/** The headline by group, and which splits are not printed. */
export function splitBlocks(measured: Measured, { printed, leftOut }: Splits): Block[] {
  if (printed.length === 0 && leftOut.length === 0) return [];
  return [
    { kind: 'heading', text: 'By group' },
    ...(printed.length ? [splitTable(measured, printed)] : []),
    ...comparisonBlocks(measured),
    ...(leftOut.length ? [{ kind: 'note', text: leftOut.join(' ') } as const] : []),
  ];
}

/** Tests between two groups, over all the time followed and not only on one day. */
function comparisonBlocks(measured: Measured): Block[] {
  const tests = comparisonsInWords(measured);
  if (tests.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      role: 'lead',
      text: 'Whether two groups differ over the whole time they were followed. A p below 0.05 would come by chance in fewer than one of twenty such tests where there is no difference; of many tests some will.',
    },
    { kind: 'list', items: tests },
  ];
}
