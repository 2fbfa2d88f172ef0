import { readNumberStyles } from './number-styles.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';
import { readXml } from './xml-events.ts';
import { notAWorkbook, openZip, type Ranges } from './zip-entries.ts';

/** A sheet of a workbook: its name, and its rows as they come. */
export type WorkbookSheet = { readonly name: string; readonly rows: () => AsyncGenerator<SheetRow> };

/**
 * Opens a workbook (.xlsx): what its cells refer to is read, its sheets are read as their rows are asked for.
 *
 * Source: ECMA-376, part 1, 18 (SpreadsheetML).
 *
 * @throws AppError 422 `not-a-workbook`, `too-large-unpacked`, `too-many-texts`, `too-many-columns`
 */
export async function openWorkbook(file: Ranges): Promise<readonly WorkbookSheet[]> {
  const zip = await openZip(file);
  const book = zip.open('xl/workbook.xml');
  if (book === undefined) throw notAWorkbook();
  const parts = await readRelationships(zip.open('xl/_rels/workbook.xml.rels'));
  const named: { name: string; part: string }[] = [];
  let from1904 = false;
  await readXml(book, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (tag === 'sheet')
        named.push({ name: attributes['name'] ?? '', part: parts.get(attributes['r:id'] ?? '')?.path ?? '' });
    },
  });
  const partOf = (kind: string) => [...parts.values()].find((part) => part.kind === kind)?.path ?? '';
  const strings = await readSharedStrings(zip.open(partOf('sharedStrings')));
  const styleOf = await readNumberStyles(zip.open(partOf('styles')));
  return named.map(({ name, part }) => ({
    name,
    rows: async function* () {
      const source = zip.open(part);
      if (source !== undefined) yield* sheetRows(source, { strings, from1904, styleOf });
    },
  }));
}

/** The parts of a workbook by the ids that it refers to them by. */
async function readRelationships(source: AsyncIterable<Buffer> | undefined) {
  const parts = new Map<string, { readonly kind: string; readonly path: string }>();
  if (source === undefined) throw notAWorkbook();
  await readXml(source, {
    open: (tag, { Id = '', Type = '', Target = '' }) => {
      if (tag !== 'Relationship') return;
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      parts.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), path });
    },
  });
  return parts;
}
