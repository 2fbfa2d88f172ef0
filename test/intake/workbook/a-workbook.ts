import { strToU8, zipSync } from 'fflate';
import { openWorkbook } from '../../../shared/intake/workbook/open-workbook.ts';
import type { SheetRow } from '../../../shared/intake/workbook/sheet-rows.ts';
import type { Ranges } from '../../../shared/intake/workbook/zip-entries.ts';

/** Bytes as a file of which any part can be read, so many at a time. */
export const rangesOf = (bytes: Uint8Array, piece = 1_000): Ranges => ({
  size: bytes.length,
  read: async function* (start, end) {
    await Promise.resolve();
    for (let at = start; at < end; at += piece) yield bytes.subarray(at, Math.min(end, at + piece));
  },
});

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relationship of the workbook to a part. */
export const aRelationship = (id: string, kind: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${target}" ${more}/>`;

type Parts = {
  sheet?: string;
  strings?: string;
  styles?: string;
  properties?: string;
  book?: string;
  /** The relationship to the sheet. */
  toSheet?: string;
  /** How the sheet names its relationship. */
  relation?: string;
  /** Parts that are named and not there. */
  without?: readonly string[];
};

/** A workbook of one sheet, `lapses`, of these parts. */
export function aWorkbook(parts: Parts): Uint8Array {
  const { sheet = '', strings = '', styles = '', properties = '', relation = 'r:id', without = [] } = parts;
  const { toSheet = aRelationship('rId1', 'worksheet', 'worksheets/sheet1.xml') } = parts;
  const prefix = relation.slice(0, relation.indexOf(':'));
  const book =
    parts.book ??
    `<?xml version="1.0"?><workbook xmlns:${prefix}="${RELS}">${properties}<sheets><sheet name="lapses" sheetId="1" ${relation}="rId1"/></sheets></workbook>`;
  const all = {
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': `<Relationships>${toSheet}${aRelationship('rId2', 'sharedStrings', '/xl/sharedStrings.xml')}${aRelationship('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  };
  const kept = Object.entries(all).filter(([name]) => !without.includes(name));
  return zipSync(Object.fromEntries(kept.map(([name, text]) => [name, strToU8(text)])));
}

/** The rows of the first sheet. */
export async function rowsOf(bytes: Uint8Array): Promise<SheetRow[]> {
  const [sheet] = await openWorkbook(rangesOf(bytes));
  const rows = [];
  for await (const row of sheet!.rows()) rows.push(row);
  return rows;
}

/** The code that a workbook is refused with, or `read`. */
export async function refusal(bytes: Uint8Array): Promise<string | undefined> {
  try {
    await rowsOf(bytes);
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return 'read';
}
