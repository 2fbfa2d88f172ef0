import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A workbook as somebody else's reader sees it. */
export async function readXlsx(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook;
}

/** The parts of a workbook by path, in their order, as text. */
export const partsOf = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

export type Tag = {
  readonly name: string;
  readonly depth: number;
  readonly attributes: Record<string, string>;
};

/** Every element of a part in order; fails where it is not well-formed. */
export function tagsIn(xml: string): Tag[] {
  const tags: Tag[] = [];
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    tags.push({ name, depth, attributes });
    depth += 1;
  });
  parser.on('closetag', () => (depth -= 1));
  parser.write(xml).close();
  return tags;
}
