import { workbookBytes } from '../workbook-bytes.ts';
import type { QualityOfMonth } from './quality-of-month.ts';
import { qualitySheets } from './quality-sheets.ts';

/**
 * Data quality as a workbook by the government's rules for accessible spreadsheets: a sheet for each kind of fault, a
 * row for each. Equal lists give equal bytes.
 *
 * @param measures titles of measures, by id
 */
export function writeQualityWorkbook(
  quality: QualityOfMonth,
  { at, measures }: { readonly at: string; readonly measures: Readonly<Record<string, string>> },
): Uint8Array {
  const properties = {
    title: `Data quality, ${quality.month}`,
    subject: 'Data quality',
    creator: 'Data quality',
    at,
  };
  return workbookBytes(properties, qualitySheets(quality, measures, at));
}
