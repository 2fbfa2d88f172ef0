import { total, type Amount } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Block, Section, Table } from '../blocks.ts';
import { dateInWords, lastDayInWords, monthInWords } from '../calendar.ts';
import { text } from '../cells.ts';
import { AMOUNT_COLUMNS, amountCells } from './amounts.ts';
import { finalPrepayment, isUnderWay, notDueYet } from './as-at.ts';

/** The financial year so far, what to accrue, and in March what is prepaid. */
export function yearSection(document: StatementDocument): Section {
  return {
    id: 'year',
    title: 'Financial year',
    blocks: [
      yearTable(document),
      { kind: 'heading', text: 'Used on the spot and not claimed' },
      ...accrualBlocks(document),
      ...prepaymentBlocks(document),
    ],
  };
}

/** From when on, and up to when, the year is told. */
export function yearTitle({ yearToDate, month, state, cutOff }: StatementDocument): string {
  const from = dateInWords(`${yearToDate.fromMonth}-01`);
  const to = state === 'final' ? `the statement of ${monthInWords(month)}` : dateInWords(cutOff);
  return `From ${from} to ${to}, adjustments included`;
}

const row = (words: string, amount: Amount) => [text(words), ...amountCells(amount)];

function yearTable(document: StatementDocument): Table {
  const { bought, drawn, spot, expired, duePence } = document.yearToDate;
  const used = total([drawn, spot]);
  return {
    kind: 'table',
    id: 'year_to_date',
    title: yearTitle(document),
    columns: [{ title: 'What' }, ...AMOUNT_COLUMNS],
    groups: [
      {
        label: 'Charged, the sum of the statements',
        rows: [row('Blocks bought', bought), row('Used on the spot', spot)],
      },
      {
        rows: [
          [text('Charged in all'), ...amountCells({ weeks: bought.weeks + spot.weeks, pence: duePence })],
        ],
        sum: true,
      },
      { label: 'Used', rows: [row('Used from blocks', drawn), row('Used on the spot', spot)] },
      { rows: [row('Used in all', used)], sum: true },
      { label: 'Expired', rows: [row('Expired unused in blocks', expired)] },
    ],
    notes: [],
  };
}

function accrualBlocks(document: StatementDocument): Block[] {
  const { accrued, month } = document;
  if (accrued.length === 0)
    return [{ kind: 'note', text: 'Nothing to accrue: every week used on the spot has been claimed.' }];
  return [
    {
      kind: 'paragraph',
      role: 'lead',
      text: [
        'Nobody has claimed these weeks so far. They are part of what is charged, in this statement or an earlier one, and not in addition to it.',
        ...(isUnderWay(document) ? [notDueYet(month)] : []),
      ].join(' '),
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

function prepaymentBlocks(document: StatementDocument): Block[] {
  const { blocks, month } = document;
  const prepayment = finalPrepayment(document);
  if (prepayment === undefined) return [];
  return [
    { kind: 'heading', text: 'Prepayment' },
    {
      kind: 'table',
      id: 'prepayment',
      title: `Charged and not used at ${lastDayInWords(month)}`,
      columns: [{ title: 'Block' }, ...AMOUNT_COLUMNS],
      groups: [
        { rows: blocks.map(({ block, closing }) => row(block, closing)) },
        { rows: [[text('Prepayment'), ...amountCells(prepayment)]], sum: true },
      ],
      notes: [],
    },
  ];
}
