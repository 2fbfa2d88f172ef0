import { type ReferrerReport, referrerReport } from '../report/referrer/referrer-report.ts';
import { writePdf } from './pdf/write-pdf.ts';

/**
 * A written report for a referrer as PDF/UA-1. The same report gives the same bytes: it is dated by the instant it was
 * made at.
 *
 * @throws when the PDF exporter refuses the document.
 */
export function writeReferrerPdf(report: ReferrerReport): Promise<Uint8Array> {
  return writePdf(referrerReport(report), report.madeAt);
}
