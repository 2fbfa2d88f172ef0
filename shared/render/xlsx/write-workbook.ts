import type { OutcomeDocument } from '../../outcomes/document.ts';
import type { Report } from '../../report/blocks.ts';
import { workbookBytes } from './workbook-bytes.ts';
import { workbookSheets } from './workbook-sheets.ts';

/**
 * The workbook by the government's rules for accessible spreadsheets: one named table a sheet, real numbers, nothing
 * merged, no pictures. Equal documents give equal bytes.
 */
export function writeWorkbook(document: OutcomeDocument, report: Report): Uint8Array {
  const properties = {
    title: report.title,
    subject: `${report.subtitle}, ${report.foot}`,
    creator: 'Outcome pack',
    at: document.asAt,
  };
  return workbookBytes(properties, workbookSheets(document, report));
}
