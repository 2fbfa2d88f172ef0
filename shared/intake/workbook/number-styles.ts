import { readXml } from './xml-events.ts';

/** The number formats that are dates without being defined in the workbook: ECMA-376, 18.8.30. */
const BUILT_IN: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** What a style makes of a number: a date, or a row of figures filled up with zeros to so many. */
export type NumberStyle = { readonly isDate: boolean; readonly figures: number };

/**
 * Reads what the styles of a workbook show numbers as.
 *
 * @returns what numbers of a style are, by its place
 */
export async function readNumberStyles(
  source: AsyncIterable<Buffer> | undefined,
): Promise<(style: number) => NumberStyle> {
  const formats = new Map([...BUILT_IN].map((id) => [id, { isDate: true, figures: 0 }]));
  const styles: number[] = [];
  let isCells = false;
  if (source !== undefined)
    await readXml(source, {
      open: (name, { numFmtId = '0', formatCode = '' }) => {
        if (name === 'numFmt')
          formats.set(Number(numFmtId), { isDate: showsDate(formatCode), figures: figuresIn(formatCode) });
        if (name === 'cellXfs') isCells = true;
        if (name === 'xf' && isCells) styles.push(Number(numFmtId));
      },
      close: (name) => {
        if (name === 'cellXfs') isCells = false;
      },
    });
  return (style) => formats.get(styles[style] ?? 0) ?? PLAIN;
}

const PLAIN: NumberStyle = { isDate: false, figures: 0 };

/** No spreadsheet takes a longer format, and to look through one takes time by the square of its length. */
const LONGEST_FORMAT = 255;

/** Whether a format has a year or a day in it, outside of what it only repeats. */
const showsDate = (format: string) =>
  format.length <= LONGEST_FORMAT && /[yd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** How many figures a format of nothing but zeros asks for: `00000` shows 123 as 00123, and that is what was meant. */
const figuresIn = (format: string) => (/^0{2,15}$/.test(format) ? format.length : 0);
