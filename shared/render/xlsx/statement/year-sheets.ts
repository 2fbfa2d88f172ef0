import { total, type Amount } from '../../../finance/amount.ts';
import type { StatementDocument } from '../../../finance/statement-document.ts';
import { lastDayInWords, monthInWords } from '../../../report/calendar.ts';
import { closingName, finalPrepayment, isUnderWay, notDueYet } from '../../../report/finance/as-at.ts';
import { yearTitle } from '../../../report/finance/year-section.ts';
import type { Sheet } from '../sheet.ts';
import type { BlockSheets } from './block-sheets.ts';
import {
  cellIn,
  type Here,
  ledgerSheet,
  numeric,
  pounds,
  strong,
  sumAbove,
  whole,
  words,
} from './ledger-sheet.ts';

/** There is no prepayment but in a final statement. */
const CLOSING = closingName({ state: 'final' });

const COLUMNS = [numeric('Placement weeks'), numeric('Pounds')];

/** The financial year so far, what to accrue, and in March what is prepaid. */
export function yearSheets(document: StatementDocument, blocks: BlockSheets): Sheet[] {
  const { accrued } = document;
  const prepayment = finalPrepayment(document);
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
  return strong([
    words(name),
    whole(weeks, sumOfRows('Placement weeks')),
    pounds(pence, sumOfRows('Pounds')),
  ]);
};

function yearSheet(document: StatementDocument): Sheet {
  const { bought, spot, drawn, expired, duePence } = document.yearToDate;
  return ledgerSheet({
    name: 'Year_to_date',
    title: yearTitle(document),
    lines: [
      'Charged in all = blocks bought + used on the spot: the sum of the statements, whatever of it has been paid.',
      'Used in all = used from blocks + used on the spot.',
    ],
    columns: [{ title: 'What' }, ...COLUMNS],
    rows: [
      row('Blocks bought', bought),
      row('Used on the spot', spot),
      sumRow('Charged in all', { weeks: bought.weeks + spot.weeks, pence: duePence }, [0, 1]),
      row('Used from blocks', drawn),
      sumRow('Used in all', total([drawn, spot]), [1, 3]),
      row('Expired unused in blocks', expired),
    ],
  });
}

function accrualSheet(document: StatementDocument): Sheet {
  const { accrued, month: own } = document;
  const all = total(accrued);
  return ledgerSheet({
    name: 'Accrual',
    title: 'To accrue: used on the spot and not claimed so far, by month',
    lines: [
      'It is part of what is charged, in this statement or an earlier one, and not in addition to it.',
      ...(isUnderWay(document) ? [notDueYet(own)] : []),
    ],
    columns: [{ title: 'Month of use' }, ...COLUMNS],
    rows: [
      ...accrued.map(({ month, ...amount }) => row(monthInWords(month), amount)),
      strong([
        words('All months'),
        whole(all.weeks, sumAbove('Placement weeks')),
        pounds(all.pence, sumAbove('Pounds')),
      ]),
    ],
  });
}

function prepaymentSheet(
  { blocks, month }: StatementDocument,
  prepayment: Amount,
  { weeks, pounds: inPounds }: BlockSheets,
): Sheet {
  const closing = (sheet: Sheet | undefined, line: number) =>
    sheet === undefined ? undefined : () => cellIn(sheet, CLOSING, line);
  return ledgerSheet({
    name: 'Prepayment',
    title: `Prepayment: charged and not used at ${lastDayInWords(month)}`,
    columns: [{ title: 'Block' }, ...COLUMNS],
    rows: [
      ...blocks.map((line, i) => [
        words(line.block),
        whole(line.closing.weeks, closing(weeks, i)),
        pounds(line.closing.pence, closing(inPounds, i)),
      ]),
      strong([
        words('All blocks'),
        whole(prepayment.weeks, sumAbove('Placement weeks')),
        pounds(prepayment.pence, sumAbove('Pounds')),
      ]),
    ],
  });
}
