import type { StatementDocument } from '../../../finance/statement-document.ts';
import type { Report } from '../../../report/blocks.ts';
import { COUNTED } from '../../../report/finance/about-section.ts';
import { contentsSheet } from '../front-sheets.ts';
import type { Sheet } from '../sheet.ts';
import { blockSheets } from './block-sheets.ts';
import { claimsSheets } from './claims-sheets.ts';
import { dueSheets } from './due-sheets.ts';
import { invoiceSheet } from './invoice-sheet.ts';
import { outlookSheets } from './outlook-sheets.ts';
import { yearSheets } from './year-sheets.ts';

/** Every sheet of a statement's workbook in order: cover, contents, what is due, blocks, year, claims, outlook. */
export function statementSheets(document: StatementDocument, report: Report): Sheet[] {
  const blocks = blockSheets(document);
  const others = [
    ...dueSheets(document, blocks),
    ...[blocks.weeks, blocks.pounds].filter((sheet) => sheet !== undefined),
    ...blocks.others,
    ...yearSheets(document, blocks),
    ...claimsSheets(document),
    ...outlookSheets(document),
    ...invoiceSheet(document),
  ];
  const cover = coverSheet(report);
  return [cover, contentsSheet([cover, ...others]), ...others];
}

const coverSheet = ({ title, stamp, coverage }: Report): Sheet => ({
  name: 'Cover',
  title,
  lines: [
    ...(stamp === undefined ? [] : [stamp]),
    coverage,
    'This workbook holds the figures of the finance statement; the charts are in statement.pdf.',
    'Sums, balances and differences are formulas: whoever changes a number sees what it leads to. Pounds are rounded to the penny.',
    'Each worksheet holds one table and can be reached from the worksheet Contents.',
    ...COUNTED,
  ],
});
