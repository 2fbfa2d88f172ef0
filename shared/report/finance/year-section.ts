import { total, type Amount } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Block, Section, Table } from '../blocks.ts';
import { dateInWords, lastDayInWords, monthInWords } from '../calendar.ts';
import { text } from '../cells.ts';
import { AMOUNT_COLUMNS, amountCells } from './amounts.ts';

/** The financial year so far, what to accrue, and in March what is prepaid. */
export function yearSection(document: StatementDocument): Section {
  return {
    id: 'year',
    title: 'Financial year',
    blocks: [
      yearTable(document),
      { kind: 'heading', text: 'Accrual for claims that are missing' },
      ...accrualBlocks(document),
      ...prepaymentBlocks(document),
    ],
  };
}

const row = (words: string, amount: Amount) => [text(words), ...amountCells(amount)];

function yearTable({ yearToDate, month }: StatementDocument): Table {
  const { fromMonth, bought, drawn, spot, expired, duePence } = yearToDate;
  const used = total([drawn, spot]);
  return {
    kind: 'table',
    id: 'year_to_date',
    title: `From ${dateInWords(`${fromMonth}-01`)} to the statement of ${monthInWords(month)}, adjustments included`,
    columns: [{ title: 'What' }, ...AMOUNT_COLUMNS],
    groups: [
      { label: 'Owed', rows: [row('Blocks bought', bought), row('Used on the spot', spot)] },
      {
        rows: [[text('Owed in all'), ...amountCells({ weeks: bought.weeks + spot.weeks, pence: duePence })]],
        sum: true,
      },
      { label: 'Used', rows: [row('Used from blocks', drawn), row('Used on the spot', spot)] },
      { rows: [row('Used in all', used)], sum: true },
      { label: 'Expired', rows: [row('Expired unused in blocks', expired)] },
    ],
    notes: [],
  };
}

function accrualBlocks({ accrued }: StatementDocument): Block[] {
  if (accrued.length === 0)
    return [{ kind: 'note', text: 'Nothing to accrue: every week used on the spot has been claimed.' }];
  return [
    {
      kind: 'paragraph',
      role: 'lead',
      text: 'These weeks were used on the spot, and nobody has claimed them so far.',
    },
    {
      kind: 'table',
      id: 'accrual',
      title: 'To accrue, by the month of use',
      columns: [{ title: 'Month' }, ...AMOUNT_COLUMNS],
      groups: [
        { rows: accrued.map(({ month, ...amount }) => row(monthInWords(month), amount)) },
        { rows: [row('To accrue in all', total(accrued))], sum: true },
      ],
      notes: [],
    },
  ];
}

function prepaymentBlocks({ prepayment, blocks, month }: StatementDocument): Block[] {
  if (prepayment === undefined) return [];
  return [
    { kind: 'heading', text: 'Prepayment' },
    {
      kind: 'table',
      id: 'prepayment',
      title: `Paid and not used at ${lastDayInWords(month)}`,
      columns: [{ title: 'Block' }, ...AMOUNT_COLUMNS],
      groups: [
        { rows: blocks.map(({ block, closing }) => row(block, closing)) },
        { rows: [[text('Prepayment'), ...amountCells(prepayment)]], sum: true },
      ],
      notes: [],
    },
  ];
}
