import type { SubjectAccess } from '../privacy/subject-access.ts';
import { accessReport } from '../report/access/access-report.ts';
import { writePdf } from './pdf/write-pdf.ts';

/**
 * Everything held about one person as a document to read, PDF/UA-1. The same access gives the same bytes: it is dated
 * by the instant it was made at.
 *
 * @throws when the PDF exporter refuses the document.
 */
export function writeAccessPdf(access: SubjectAccess): Promise<Uint8Array> {
  return writePdf(accessReport(access), access.madeAt);
}
