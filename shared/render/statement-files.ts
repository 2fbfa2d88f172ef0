import type { StatementDocument } from '../finance/statement-document.ts';
import { statementReport } from '../report/finance/statement-report.ts';
import { writeInvoiceLines } from './csv/invoice-lines-csv.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { writeStatementWorkbook } from './xlsx/write-statement-workbook.ts';

/**
 * The files of a statement, by name: `statement.pdf`, `statement.xlsx` and `invoice-lines.csv`. The same statement
 * gives the same bytes, whenever and wherever they are written.
 *
 * @throws when the PDF exporter refuses the document.
 *
 * @example const { 'statement.pdf': pdf } = await statementFiles(document)
 */
export async function statementFiles(document: StatementDocument): Promise<StatementFiles> {
  const report = statementReport(document);
  return {
    'statement.pdf': await writePdf(report, document.madeAt),
    'statement.xlsx': writeStatementWorkbook(document, report),
    'invoice-lines.csv': writeInvoiceLines(document),
  };
}

/** The files that are written from a statement. */
export type StatementFiles = {
  'statement.pdf': Uint8Array;
  'statement.xlsx': Uint8Array;
  'invoice-lines.csv': Uint8Array;
};
