import type { StatementDocument } from '../finance/statement-document.ts';
import { statementReport } from '../report/finance/statement-report.ts';
import { writePdf } from './pdf/write-pdf.ts';

/**
 * The statement of a month as a document to read and to file, PDF/UA-1. The same statement gives the same bytes: it is
 * dated by the instant it was made at.
 *
 * @throws when the PDF exporter refuses the document.
 */
export function writeStatementPdf(document: StatementDocument): Promise<Uint8Array> {
  return writePdf(statementReport(document), document.madeAt);
}
