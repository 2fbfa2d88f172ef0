import type { Style } from '../../xlsx/style.ts';
import type { SheetCell, SheetColumn } from './sheet.ts';

const FONT = { name: 'Arial', size: 12 } as const;
const BOLD = { ...FONT, bold: true } as const;
const TOP = { vertical: 'top', wrap: true } as const;
const BOTTOM = { vertical: 'bottom', wrap: true } as const;
const UNDERLINED = { bottom: 'medium' } as const;

/** How titles, lines and headers look. */
export const STYLES = {
  title: { font: { ...BOLD, size: 16 } },
  line: { font: FONT },
  wrappedLine: { font: FONT, alignment: TOP },
  head: { font: BOLD, border: UNDERLINED, alignment: BOTTOM },
  headAside: { font: BOLD, border: UNDERLINED, alignment: { ...BOTTOM, horizontal: 'left', indent: 1 } },
  numericHead: { font: BOLD, border: UNDERLINED, alignment: { ...BOTTOM, horizontal: 'right' } },
} as const satisfies Record<string, Style>;

const TEXT: Style = { font: FONT, alignment: TOP };
const TEXT_ASIDE: Style = { font: FONT, alignment: { ...TOP, horizontal: 'left', indent: 1 } };
const LINK: Style = { font: { ...FONT, underline: true, colour: 'FF0A4A73' }, alignment: TOP };
const NUMERIC: Style = { font: FONT, alignment: { horizontal: 'right', vertical: 'top' } };

/** What sets a row that sums up others off from them. */
const strong = (style: Style): Style => ({ ...style, font: BOLD, border: { top: 'thin' } });

/** How a column's header looks, by its place from 0. */
export function headStyle({ numeric }: SheetColumn, at: number): Style {
  if (numeric === true) return STYLES.numericHead;
  return at === 0 ? STYLES.head : STYLES.headAside;
}

/** Gives out how a cell of a column looks, by the column's place from 0. */
export type CellStyles = (column: SheetColumn, cell: SheetCell, at: number) => Style;

/** Cells that look alike get one and the same style: to number it is then to look it up. */
export function cellStyles(): CellStyles {
  const ofFormat = keptBy((format: string): Style => ({ ...NUMERIC, format }));
  const ofSum = keptBy(strong);
  return (column, cell, at) => {
    const plain =
      cell.format === undefined || cell.link !== undefined
        ? wordStyle(column, cell, at)
        : ofFormat(cell.format);
    return cell.strong ? ofSum(plain) : plain;
  };
}

function wordStyle({ numeric }: SheetColumn, { link }: SheetCell, at: number): Style {
  if (link !== undefined) return LINK;
  if (numeric === true) return NUMERIC;
  return at === 0 ? TEXT : TEXT_ASIDE;
}

/** Makes one thing of each key. */
function keptBy<K, V>(make: (key: K) => V): (key: K) => V {
  const kept = new Map<K, V>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}
