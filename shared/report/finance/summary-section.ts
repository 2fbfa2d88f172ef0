import { total } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import { formatPounds } from '../../render/format.ts';
import type { Block, Section, Table } from '../blocks.ts';
import { dateInWords, lastDayInWords, monthInWords } from '../calendar.ts';
import { pence, text } from '../cells.ts';
import { amountCells, amountInWords } from './amounts.ts';
import { blockName } from './block-parts.ts';
import { runOutInWords } from './run-out-in-words.ts';

/** The first page: what is due and of what it consists, where each block stands, what needs somebody. */
export function summarySection(document: StatementDocument): Section {
  const { blocks } = document;
  return {
    id: 'summary',
    title: 'Summary',
    blocks: [
      dueTable(document),
      { kind: 'heading', text: 'Where the blocks stand' },
      blocks.length === 0
        ? { kind: 'paragraph', text: 'There is no block with a balance or a movement.' }
        : standTable(document),
      { kind: 'heading', text: 'What needs attention' },
      { kind: 'list', items: attention(document) },
    ] satisfies Block[],
  };
}

function dueTable({ due, month }: StatementDocument): Table {
  return {
    kind: 'table',
    id: 'due',
    title: `Due for ${monthInWords(month)}`,
    columns: [{ title: 'What' }, { title: 'Pounds', numeric: true }],
    groups: [
      {
        rows: [
          [text('Used on the spot'), pence(due.spot)],
          [text('Blocks bought'), pence(due.bought)],
          [text('Adjustments for earlier months'), pence(due.adjustments)],
        ],
      },
      { rows: [[text('Amount due'), pence(due.total)]], sum: true },
    ],
    notes: [],
  };
}

function standTable({ blocks, cutOff, month }: StatementDocument): Table {
  const left = total(blocks.map(({ closing }) => closing));
  return {
    kind: 'table',
    id: 'stand',
    title: `Left in the blocks at the end of ${monthInWords(month)}`,
    columns: [
      { title: 'Block', share: 4 },
      { title: 'Placement weeks', numeric: true, share: 2.2 },
      { title: 'Pounds', numeric: true, share: 2.6 },
      { title: 'What will become of it', share: 8.2 },
    ],
    groups: [
      {
        rows: blocks.map((line) => [
          text(blockName(line)),
          ...amountCells(line.closing),
          text(runOutInWords(line, cutOff)),
        ]),
      },
      { rows: [[text('All blocks'), ...amountCells(left), text('')]], sum: true },
    ],
    notes: [],
  };
}

function attention(document: StatementDocument): string[] {
  const { accrued, prepayment, reconciliation, yearToDate, month } = document;
  const differing = reconciliation.filter(({ finding }) => finding !== 'matched');
  const lines = differing.reduce((sum, { placements }) => sum + placements, 0);
  const flagged = reconciliation.some(({ flags }) => Object.values(flags).some((weeks) => weeks > 0));
  return [
    lines === 0
      ? 'Claims: all agree with what was used.'
      : `Claims: ${lines} ${lines === 1 ? 'line does' : 'lines do'} not agree with what was used; see “Claims against use”.`,
    ...(flagged ? ['Some weeks that were charged should be looked at; see “Weeks to look at”.'] : []),
    accrued.length === 0
      ? 'Accrual: nothing, every week used on the spot has been claimed.'
      : `Accrual for missing claims: ${amountInWords(total(accrued))}.`,
    ...(prepayment ? [`Prepayment at ${lastDayInWords(month)}: ${amountInWords(prepayment)}.`] : []),
    `Year to date, from ${dateInWords(`${yearToDate.fromMonth}-01`)}: ${formatPounds(yearToDate.duePence)} owed.`,
  ];
}
