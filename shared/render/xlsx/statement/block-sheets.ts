import { total, type Amount } from '../../../finance/amount.ts';
import type { StatementDocument } from '../../../finance/statement-document.ts';
import type { BlockLine } from '../../../report/finance/block-parts.ts';
import { adjustedMoves } from '../../../report/finance/adjusted-moves.ts';
import { serviceInWords } from '../../../report/finance/service-in-words.ts';
import { monthInWords } from '../../../report/calendar.ts';
import { closingName, monthSoFar } from '../../../report/finance/as-at.ts';
import type { Sheet } from '../sheet.ts';
import {
  blank,
  cellsIn,
  date,
  type Here,
  type LedgerCell,
  ledgerSheet,
  numeric,
  pounds,
  strong,
  sumAbove,
  whole,
  words,
} from './ledger-sheet.ts';

export type BlockSheets = {
  readonly adjustments: Sheet | undefined;
  readonly weeks: Sheet | undefined;
  readonly pounds: Sheet | undefined;
  readonly others: readonly Sheet[];
};

/** The terms, the adjustments and the balances of the blocks; none of them where there is no block. */
export function blockSheets(document: StatementDocument): BlockSheets {
  const { blocks } = document;
  if (blocks.length === 0) return { weeks: undefined, pounds: undefined, adjustments: undefined, others: [] };
  const adjustments = adjustmentsSheet(blocks);
  const adjusted = (column: string) => (line: number) => {
    if (adjustments === undefined) return undefined;
    const before = blocks.slice(0, line).reduce((sum, block) => sum + adjustedMoves(block).length, 0);
    const [own = 0] = blocks.slice(line, line + 1).map((block) => adjustedMoves(block).length);
    return own === 0 ? undefined : `SUM(${cellsIn(adjustments, column, before, before + own - 1)})`;
  };
  const named = { blocks, during: monthSoFar(document), closing: closingName(document) };
  return {
    weeks: balanceSheet({
      ...named,
      name: 'Block_weeks',
      unit: 'placement weeks',
      cellOf: ({ weeks }, formula) => whole(weeks, formula),
      adjusted: adjusted('Placement weeks'),
    }),
    pounds: balanceSheet({
      ...named,
      name: 'Block_pounds',
      unit: 'pounds',
      cellOf: ({ pence }, formula) => pounds(pence, formula),
      adjusted: adjusted('Pounds'),
    }),
    adjustments,
    others: [...(adjustments ? [adjustments] : []), termsSheet(blocks)],
  };
}

type Balance = {
  readonly name: string;
  readonly unit: string;
  readonly during: string;
  /** What the balance at its end is called. */
  readonly closing: string;
  readonly blocks: readonly BlockLine[];
  readonly cellOf: (amount: Amount, formula?: (here: Here) => string) => LedgerCell;
  /** The sum of a block's adjustments, by its place among the blocks; undefined where it has none. */
  readonly adjusted: (line: number) => string | undefined;
};

const MOVES = ['Opening', 'Bought', 'Used', 'Expired', 'Adjustments'] as const;

function balanceSheet({ name, unit, during, closing, blocks, cellOf, adjusted }: Balance): Sheet {
  const totals = {
    Opening: total(blocks.map(({ opening }) => opening)),
    Bought: total(blocks.map(({ bought }) => bought)),
    Used: total(blocks.map(({ used }) => used)),
    Expired: total(blocks.map(({ expired }) => expired)),
    Adjustments: total(blocks.map(adjustedOf)),
  };
  return ledgerSheet({
    name,
    title: `Balances of the blocks in ${during}, in ${unit}`,
    lines: [`${closing} = opening + bought − used − expired + adjustments.`],
    columns: [{ title: 'Block' }, { title: 'Service' }, ...MOVES.map(numeric), numeric(closing)],
    rows: [
      ...blocks.map((line, i) => {
        const sum = adjusted(i);
        return [
          words(line.block),
          words(serviceInWords(line.service)),
          cellOf(line.opening),
          cellOf(line.bought),
          cellOf(line.used),
          cellOf(line.expired),
          cellOf(adjustedOf(line), sum === undefined ? undefined : () => sum),
          cellOf(line.closing, closingOf),
        ];
      }),
      strong([
        words('All blocks'),
        words('All services'),
        ...MOVES.map((move) => cellOf(totals[move], sumAbove(move))),
        cellOf(total(blocks.map((line) => line.closing)), sumAbove(closing)),
      ]),
    ],
  });
}

const adjustedOf = (line: BlockLine): Amount => total(adjustedMoves(line).map(({ amount }) => amount));

const closingOf = ({ cell }: Here): string =>
  `${cell('Opening')}+${cell('Bought')}-${cell('Used')}-${cell('Expired')}+${cell('Adjustments')}`;

function adjustmentsSheet(blocks: readonly BlockLine[]): Sheet | undefined {
  const rows = blocks.flatMap((line) =>
    adjustedMoves(line).map(({ month, move, amount: { weeks, pence } }) => [
      words(line.block),
      words(monthInWords(month)),
      words(move),
      whole(weeks),
      pounds(pence),
    ]),
  );
  if (rows.length === 0) return undefined;
  return ledgerSheet({
    name: 'Block_adjustments',
    title: 'Adjustments of the blocks, by original month',
    lines: ['As they change the balance: a week that is given back is positive.'],
    columns: [
      { title: 'Block' },
      { title: 'Original month' },
      { title: 'What' },
      numeric('Placement weeks'),
      numeric('Pounds'),
    ],
    rows,
  });
}

function termsSheet(blocks: readonly BlockLine[]): Sheet {
  return ledgerSheet({
    name: 'Block_terms',
    title: 'Terms of the blocks, with their order, contract and invoice',
    lines: [
      'The terms of a block that was withdrawn are those that it had. More than tariff = price − tariff price; less than the tariff is negative.',
    ],
    columns: [
      { title: 'Block' },
      { title: 'Service' },
      numeric('Placement weeks'),
      numeric('Price'),
      numeric('Tariff price'),
      numeric('More than tariff'),
      numeric('Bought on'),
      numeric('First day'),
      numeric('Last day'),
      { title: 'Order' },
      { title: 'Contract' },
      { title: 'Invoice' },
    ],
    rows: blocks.map(({ block, service, lastTerms, terms = lastTerms }) => [
      words(block),
      words(serviceInWords(service)),
      ...(terms === undefined
        ? Array.from({ length: 10 }, () => words(null))
        : [
            whole(terms.weeks),
            pounds(terms.pricePence),
            ...tariffCells(terms),
            date(terms.boughtOn),
            date(terms.validFrom),
            date(terms.validTo),
            words(terms.orderNumber),
            words(terms.contractRef),
            words(terms.invoiceRef),
          ]),
    ]),
  });
}

function tariffCells({ pricePence, tariffPence }: NonNullable<BlockLine['terms']>): LedgerCell[] {
  if (tariffPence === undefined) return [blank, blank];
  return [
    pounds(tariffPence),
    pounds(pricePence - tariffPence, ({ cell }) => `${cell('Price')}-${cell('Tariff price')}`),
  ];
}
