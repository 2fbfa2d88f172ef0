import { appPropertiesPart } from './parts/app-properties.ts';
import { contentTypesPart } from './parts/content-types.ts';
import { corePropertiesPart } from './parts/core-properties.ts';
import { type Relationship, relationshipsPart } from './parts/relationships.ts';
import { sharedStrings } from './parts/shared-strings.ts';
import { sheetPart, TABLE_ID } from './parts/sheet.ts';
import { styles } from './parts/styles.ts';
import { tablePart } from './parts/table.ts';
import { themePart } from './parts/theme.ts';
import { sheetId, workbookPart } from './parts/workbook.ts';
import type { Properties } from './properties.ts';
import type { Worksheet } from './worksheet.ts';
import { zipParts } from './zip-parts.ts';

/**
 * A workbook (.xlsx) with these sheets in their order, of which there is at least one. Equal sheets give equal bytes.
 *
 * Source: ECMA-376, part 1, 12.3 (parts of SpreadsheetML); part 2 (how they are packed).
 *
 * @throws RangeError where a cell's number is none
 */
export function writeXlsx(properties: Properties, sheets: readonly Worksheet[]): Uint8Array {
  const shared = { strings: sharedStrings(), styles: styles() };
  const parts = new Map<string, string>([
    ['_rels/.rels', relationshipsPart(OF_THE_FILE)],
    ['docProps/app.xml', appPropertiesPart()],
    ['docProps/core.xml', corePropertiesPart(properties)],
    ['xl/workbook.xml', workbookPart(sheets)],
    ['xl/_rels/workbook.xml.rels', relationshipsPart(ofTheWorkbook(sheets.length))],
    ['xl/theme/theme1.xml', themePart()],
  ]);
  let tables = 0;
  for (const [i, sheet] of sheets.entries()) {
    parts.set(`xl/worksheets/sheet${i + 1}.xml`, sheetPart(sheet, shared));
    if (sheet.table === undefined) continue;
    tables += 1;
    const relationships: Relationship[] = [['table', TABLE_ID, `../tables/table${tables}.xml`]];
    parts.set(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationshipsPart(relationships));
    parts.set(`xl/tables/table${tables}.xml`, tablePart(sheet.table, tables));
  }
  // What cells share is known when all of them are written.
  parts.set('xl/styles.xml', shared.styles.part());
  parts.set('xl/sharedStrings.xml', shared.strings.part());
  return zipParts(new Map([['[Content_Types].xml', contentTypesPart([...parts.keys()])], ...parts]));
}

const OF_THE_FILE: readonly Relationship[] = [
  ['officeDocument', 'rId1', 'xl/workbook.xml'],
  ['core-properties', 'rId2', 'docProps/core.xml'],
  ['extended-properties', 'rId3', 'docProps/app.xml'],
];

const ofTheWorkbook = (sheets: number): Relationship[] => [
  ...Array.from({ length: sheets }, (_, i): Relationship => {
    const number = i + 1;
    return ['worksheet', sheetId(number), `worksheets/sheet${number}.xml`];
  }),
  ['theme', 'rIdTheme', 'theme/theme1.xml'],
  ['styles', 'rIdStyles', 'styles.xml'],
  ['sharedStrings', 'rIdStrings', 'sharedStrings.xml'],
];
