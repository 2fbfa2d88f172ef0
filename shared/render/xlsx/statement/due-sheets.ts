import { total } from '../../../finance/amount.ts';
import type { StatementDocument } from '../../../finance/statement-document.ts';
import { monthInWords } from '../../../report/calendar.ts';
import { monthSoFar } from '../../../report/finance/as-at.ts';
import { serviceInWords } from '../../../report/finance/service-in-words.ts';
import type { Sheet } from '../sheet.ts';
import type { BlockSheets } from './block-sheets.ts';
import {
  cellIn,
  cellsOf,
  ledgerSheet,
  numeric,
  pounds,
  strong,
  sumAbove,
  whole,
  words,
} from './ledger-sheet.ts';

/** What is due, and the use and the adjustments on the spot behind it. */
export function dueSheets(document: StatementDocument, blocks: BlockSheets): Sheet[] {
  const used = spotUse(document);
  const adjusted = spotAdjustments(document);
  return [
    amountDue(document, { used, adjusted, blocks }),
    ...[used, adjusted].filter((sheet) => sheet !== undefined),
  ];
}

type Behind = {
  readonly used: Sheet | undefined;
  readonly adjusted: Sheet | undefined;
  readonly blocks: BlockSheets;
};

function amountDue(document: StatementDocument, behind: Behind): Sheet {
  const { due, spot } = document;
  const ofSpot = total(spot.flatMap(({ adjustments }) => adjustments)).pence;
  const totalIn = (sheet: Sheet | undefined, column: string) =>
    sheet === undefined ? undefined : () => cellIn(sheet, column, -1);
  return ledgerSheet({
    name: 'Amount_due',
    title: `Amount due for ${monthSoFar(document)}`,
    lines: ['Weeks drawn from a block create no debt: the block was invoiced once, when it was bought.'],
    columns: [{ title: 'What' }, numeric('Pounds')],
    rows: [
      [words('Used on the spot'), pounds(due.spot, totalIn(behind.used, 'Pounds'))],
      [words('Blocks bought'), pounds(due.bought, totalIn(behind.blocks.pounds, 'Bought'))],
      [words('Adjustments for earlier months: spot'), pounds(ofSpot, totalIn(behind.adjusted, 'Pounds'))],
      [
        words('Adjustments for earlier months: blocks bought'),
        pounds(due.adjustments - ofSpot, boughtIn(behind.blocks.adjustments)),
      ],
      strong([words('Amount due'), pounds(due.total, sumAbove('Pounds'))]),
    ],
  });
}

/** What is put right of purchases, of all that is put right of blocks. */
function boughtIn(adjustments: Sheet | undefined) {
  return (
    adjustments && (() => `SUMIF(${cellsOf(adjustments, 'What')},"Bought",${cellsOf(adjustments, 'Pounds')})`)
  );
}

function spotUse(document: StatementDocument): Sheet | undefined {
  const { spot } = document;
  if (spot.length === 0) return undefined;
  const all = total(spot.map(({ used }) => used));
  const without = total(spot.map(({ noBlockLeft }) => noBlockLeft));
  return ledgerSheet({
    name: 'Spot_use',
    title: `Used on the spot in ${monthSoFar(document)}`,
    lines: [
      'No block left: what of it was used by placements funded by a block that had no weeks left. It is part of the weeks and pounds beside it.',
    ],
    columns: [
      { title: 'Service' },
      numeric('Placement weeks'),
      numeric('Pounds'),
      numeric('Weeks, no block left'),
      numeric('Pounds, no block left'),
    ],
    rows: [
      ...spot.map(({ service, used, noBlockLeft }) => [
        words(serviceInWords(service)),
        whole(used.weeks),
        pounds(used.pence),
        whole(noBlockLeft.weeks),
        pounds(noBlockLeft.pence),
      ]),
      strong([
        words('All services'),
        whole(all.weeks, sumAbove('Placement weeks')),
        pounds(all.pence, sumAbove('Pounds')),
        whole(without.weeks, sumAbove('Weeks, no block left')),
        pounds(without.pence, sumAbove('Pounds, no block left')),
      ]),
    ],
  });
}

function spotAdjustments({ spot }: StatementDocument): Sheet | undefined {
  const rows = spot.flatMap(({ service, adjustments }) =>
    adjustments.map(({ month, weeks, pence }) => [
      words(serviceInWords(service)),
      words(monthInWords(month)),
      whole(weeks),
      pounds(pence),
    ]),
  );
  if (rows.length === 0) return undefined;
  const all = total(spot.flatMap(({ adjustments }) => adjustments));
  return ledgerSheet({
    name: 'Spot_adjustments',
    title: 'Adjustments of use on the spot, by original month',
    lines: ['As they change what is charged: a week that is taken back is negative.'],
    columns: [
      { title: 'Service' },
      { title: 'Original month' },
      numeric('Placement weeks'),
      numeric('Pounds'),
    ],
    rows: [
      ...rows,
      strong([
        words('All services'),
        words('All months'),
        whole(all.weeks, sumAbove('Placement weeks')),
        pounds(all.pence, sumAbove('Pounds')),
      ]),
    ],
  });
}
