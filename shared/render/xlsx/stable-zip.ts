import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first moment a zip can hold, in local fields as zips keep it: the same bytes in every time zone. */
const MODIFIED = new Date(1980, 0, 1);
const FIRST = '[Content_Types].xml';
const PROPERTIES = 'docProps/core.xml';

/**
 * A workbook zipped again with its members in a fixed order and of a fixed time, so that equal content is equal
 * bytes. The language, which exceljs does not write, is added to the document's properties.
 */
export function stableZip(workbook: Uint8Array): Uint8Array {
  const members = unzipSync(workbook);
  const names = Object.keys(members).sort((a, b) => {
    if (a === FIRST || b === FIRST) return a === FIRST ? -1 : 1;
    return a < b ? -1 : 1;
  });
  const ordered = names.map((name) => {
    const content = members[name] ?? new Uint8Array();
    return [name, name === PROPERTIES ? withLanguage(content) : content] as const;
  });
  return zipSync(Object.fromEntries(ordered), { level: 6, mtime: MODIFIED });
}

const withLanguage = (properties: Uint8Array): Uint8Array =>
  strToU8(
    strFromU8(properties).replace(
      '</cp:coreProperties>',
      '<dc:language>en-GB</dc:language></cp:coreProperties>',
    ),
  );
