import { total, type Amount } from '../../../finance/amount.ts';
import type { StatementDocument } from '../../../finance/statement-document.ts';
import { dateInWords, lastDayInWords, monthInWords } from '../../../report/calendar.ts';
import type { Sheet } from '../sheet.ts';
import type { BlockSheets } from './block-sheets.ts';
import { cellIn, type Here, ledgerSheet, numeric, pounds, sumAbove, whole, words } from './ledger-sheet.ts';

const COLUMNS = [numeric('Placement weeks'), numeric('Pounds')];

/** The financial year so far, what to accrue, and in March what is prepaid. */
export function yearSheets(document: StatementDocument, blocks: BlockSheets): Sheet[] {
  const { accrued, prepayment } = document;
  return [
    yearSheet(document),
    ...(accrued.length === 0 ? [] : [accrualSheet(document)]),
    ...(prepayment === undefined || document.blocks.length === 0
      ? []
      : [prepaymentSheet(document, prepayment, blocks)]),
  ];
}

const row = (name: string, { weeks, pence }: Amount) => [words(name), whole(weeks), pounds(pence)];

/** A row that is the sum of two rows of its sheet. */
const sumRow = (name: string, { weeks, pence }: Amount, [one, other]: readonly [number, number]) => {
  const sumOfRows =
    (column: string) =>
    ({ at }: Here) =>
      `${at(column, one)}+${at(column, other)}`;
  return [words(name), whole(weeks, sumOfRows('Placement weeks')), pounds(pence, sumOfRows('Pounds'))];
};

function yearSheet({ yearToDate, month }: StatementDocument): Sheet {
  const { fromMonth, bought, spot, drawn, expired, duePence } = yearToDate;
  return ledgerSheet({
    name: 'Year_to_date',
    title: `From ${dateInWords(`${fromMonth}-01`)} to the statement of ${monthInWords(month)}, adjustments included`,
    lines: [
      'Owed in all = blocks bought + used on the spot. Used in all = used from blocks + used on the spot.',
    ],
    columns: [{ title: 'What' }, ...COLUMNS],
    rows: [
      row('Blocks bought', bought),
      row('Used on the spot', spot),
      sumRow('Owed in all', { weeks: bought.weeks + spot.weeks, pence: duePence }, [0, 1]),
      row('Used from blocks', drawn),
      sumRow('Used in all', total([drawn, spot]), [1, 3]),
      row('Expired unused in blocks', expired),
    ],
  });
}

function accrualSheet({ accrued }: StatementDocument): Sheet {
  const all = total(accrued);
  return ledgerSheet({
    name: 'Accrual',
    title: 'To accrue: used on the spot and not claimed so far, by month',
    columns: [{ title: 'Month of use' }, ...COLUMNS],
    rows: [
      ...accrued.map(({ month, ...amount }) => row(monthInWords(month), amount)),
      [
        words('All months'),
        whole(all.weeks, sumAbove('Placement weeks')),
        pounds(all.pence, sumAbove('Pounds')),
      ],
    ],
  });
}

function prepaymentSheet(
  { blocks, month }: StatementDocument,
  prepayment: Amount,
  { weeks, pounds: inPounds }: BlockSheets,
): Sheet {
  const closing = (sheet: Sheet | undefined, line: number) =>
    sheet === undefined ? undefined : () => cellIn(sheet, 'Closing', line);
  return ledgerSheet({
    name: 'Prepayment',
    title: `Prepayment: paid and not used at ${lastDayInWords(month)}`,
    columns: [{ title: 'Block' }, ...COLUMNS],
    rows: [
      ...blocks.map((line, i) => [
        words(line.block),
        whole(line.closing.weeks, closing(weeks, i)),
        pounds(line.closing.pence, closing(inPounds, i)),
      ]),
      [
        words('All blocks'),
        whole(prepayment.weeks, sumAbove('Placement weeks')),
        pounds(prepayment.pence, sumAbove('Pounds')),
      ],
    ],
  });
}
