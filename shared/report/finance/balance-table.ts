import type { Amount } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Table } from '../blocks.ts';
import { text } from '../cells.ts';
import { adjustedMoves, adjustmentInWords } from './adjusted-moves.ts';
import { AMOUNT_COLUMNS, amountCells, taken } from './amounts.ts';
import { monthSoFar } from './as-at.ts';
import { type BlockLine, blockName } from './block-parts.ts';

/** The balance of a block from the beginning of a month to its end, or as far as it is known, signed as it adds up. */
export function balanceTable(line: BlockLine, document: StatementDocument): Table {
  const row = (words: string, amount: Amount) => [text(words), ...amountCells(amount)];
  return {
    kind: 'table',
    id: `balance_${line.block}`,
    title: `${blockName(line)}, balance in ${monthSoFar(document)}`,
    columns: [{ title: 'What' }, ...AMOUNT_COLUMNS],
    groups: [
      {
        rows: [
          row('Opening balance', line.opening),
          row('Bought', line.bought),
          row('Used', taken(line.used)),
          row('Expired', taken(line.expired)),
          ...adjustedMoves(line).map((adjusted) => row(adjustmentInWords(adjusted), adjusted.amount)),
        ],
      },
      {
        rows: [row(document.state === 'final' ? 'Closing balance' : 'Left so far', line.closing)],
        sum: true,
      },
    ],
    notes: [],
  };
}
