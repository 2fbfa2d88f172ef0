import { readNumberStyles } from './number-styles.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';
import { readXml } from './xml-events.ts';
import { notAWorkbook, openZip, type Ranges, type ZipEntries } from './zip-entries.ts';

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
  const named: { name: string; part: string | undefined }[] = [];
  let from1904 = false;
  await readXml(book, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (tag === 'sheet')
        named.push({ name: attributes['name'] ?? '', part: parts.get(relationIn(attributes))?.path });
    },
  });
  /** What the workbook has of a kind, where it says that it has it. */
  const partOf = (kind: string) => {
    const part = [...parts.values()].find((each) => each.kind === kind);
    return part && opened(zip, part.path);
  };
  const strings = await readSharedStrings(partOf('sharedStrings'));
  const styleOf = await readNumberStyles(partOf('styles'));
  return named.map(({ name, part }) => ({
    name,
    rows: async function* () {
      yield* sheetRows(opened(zip, part), { strings, from1904, styleOf });
    },
  }));
}

/** A part that is named has to be there: read as empty, records or the zeros of their ids would be lost unseen. */
function opened(zip: ZipEntries, part: string | undefined): AsyncIterable<Buffer> {
  const source = part === undefined ? undefined : zip.open(part);
  if (source === undefined) throw notAWorkbook();
  return source;
}

/** The id of a sheet's relationship; the prefix of its name is the writer's to choose. */
function relationIn(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

/** The parts of a workbook by the ids that it refers to them by. */
async function readRelationships(source: AsyncIterable<Buffer> | undefined) {
  const parts = new Map<string, { readonly kind: string; readonly path: string | undefined }>();
  if (source === undefined) throw notAWorkbook();
  await readXml(source, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode = 'Internal' }) => {
      if (tag !== 'Relationship') return;
      const path = TargetMode === 'Internal' ? pathOf(Target) : undefined;
      parts.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), path });
    },
  });
  return parts;
}

/** Where a target is in the archive: relative to the workbook, with whatever dots, or from the top (ECMA-376, part 2, 9). */
function pathOf(target: string): string | undefined {
  const inside = 'part://workbook';
  const url = URL.parse(target, `${inside}/xl/workbook.xml`);
  return url?.href.startsWith(`${inside}/`) === true ? url.href.slice(inside.length + 1) : undefined;
}
