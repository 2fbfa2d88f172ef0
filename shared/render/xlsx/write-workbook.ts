import ExcelJS from 'exceljs';
import type { OutcomeDocument } from '../../outcomes/document.ts';
import type { Report } from '../../report/blocks.ts';
import { stableZip } from './stable-zip.ts';
import { workbookSheets } from './workbook-sheets.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * The workbook by the government's rules for accessible spreadsheets: one named table a sheet, real numbers, nothing
 * merged, no pictures. Equal documents give equal bytes.
 */
export async function writeWorkbook(document: OutcomeDocument, report: Report): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = report.title;
  workbook.subject = `${report.subtitle}, ${report.foot}`;
  workbook.creator = 'Outcome pack';
  workbook.lastModifiedBy = 'Outcome pack';
  workbook.created = new Date(document.asAt);
  workbook.modified = new Date(document.asAt);
  workbook.views = [
    { x: 0, y: 0, width: 20000, height: 12000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  for (const sheet of workbookSheets(document, report)) writeSheet(workbook, sheet);
  return stableZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
