import type { Properties } from '../../xlsx/properties.ts';
import { writeXlsx } from '../../xlsx/write-xlsx.ts';
import { laidOut } from './lay-out-sheet.ts';
import type { Sheet } from './sheet.ts';

/** What the properties of a workbook say, and the instant that it is of. */
export type WorkbookProperties = Required<Properties>;

/** A workbook with these sheets in their order. Equal sheets give equal bytes. */
export const workbookBytes = (properties: WorkbookProperties, sheets: readonly Sheet[]): Uint8Array =>
  writeXlsx(properties, sheets.map(laidOut));
