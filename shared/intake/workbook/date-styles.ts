import { readXml } from './xml-events.ts';

/** The number formats that are dates without being defined in the workbook: ECMA-376, 18.8.30. */
const BUILT_IN: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/**
 * Reads which styles of a workbook show numbers as dates.
 *
 * @returns whether numbers of a style are dates
 */
export async function readDateStyles(
  source: AsyncIterable<Buffer> | undefined,
): Promise<(style: number) => boolean> {
  const formats = new Set(BUILT_IN);
  const styles: number[] = [];
  let isCells = false;
  if (source !== undefined)
    await readXml(source, {
      open: (name, { numFmtId = '0', formatCode = '' }) => {
        if (name === 'numFmt' && showsDate(formatCode)) formats.add(Number(numFmtId));
        if (name === 'cellXfs') isCells = true;
        if (name === 'xf' && isCells) styles.push(Number(numFmtId));
      },
      close: (name) => {
        if (name === 'cellXfs') isCells = false;
      },
    });
  return (style) => formats.has(styles[style] ?? 0);
}

/** No spreadsheet takes a longer format, and to look through one takes time by the square of its length. */
const LONGEST_FORMAT = 255;

/** Whether a format has a year or a day in it, outside of what it only repeats. */
const showsDate = (format: string) =>
  format.length <= LONGEST_FORMAT && /[yd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
