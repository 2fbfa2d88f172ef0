import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Report } from '../../report/blocks.ts';
import { statementSheets } from './statement/statement-sheets.ts';
import { workbookBytes } from './workbook-bytes.ts';

/**
 * The workbook of a statement by the government's rules for accessible spreadsheets, as `writeWorkbook` writes that of
 * a pack. Its sums are formulas that come to the same pence; each has its result beside it, for readers that do not
 * compute. Equal statements give equal bytes.
 */
export function writeStatementWorkbook(document: StatementDocument, report: Report): Uint8Array {
  const properties = {
    title: report.title,
    subject: `${report.subtitle}, ${report.foot}`,
    creator: 'Finance statement',
    at: document.madeAt,
  };
  return workbookBytes(properties, statementSheets(document, report));
}
