import ExcelJS from 'exceljs';
import type { Sheet } from './sheet.ts';
import { stableZip } from './stable-zip.ts';
import { writeSheet } from './write-sheet.ts';

/** What the properties of a workbook say, and the instant that it is of. */
export type WorkbookProperties = { title: string; subject: string; creator: string; at: string };

/** A workbook with these sheets in their order. Equal sheets give equal bytes. */
export async function workbookBytes(
  { title, subject, creator, at }: WorkbookProperties,
  sheets: readonly Sheet[],
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  workbook.subject = subject;
  workbook.creator = creator;
  workbook.lastModifiedBy = creator;
  workbook.created = new Date(at);
  workbook.modified = new Date(at);
  workbook.views = [
    { x: 0, y: 0, width: 20000, height: 12000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  for (const sheet of sheets) writeSheet(workbook, sheet);
  // What is about to be unpacked is not worth compressing.
  const written = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return stableZip(new Uint8Array(written));
}
