import type { Style } from './style.ts';

/** A worksheet as it is written: what stands in which place, and how it looks. It knows nothing of what it is about. */
export type Worksheet = {
  /** At most 31 characters, none of `[]:*?/\`, each name once in a workbook whatever the case. */
  readonly name: string;
  /** From the first row on, without gaps. */
  readonly rows: readonly Row[];
  /** From column A on. */
  readonly columns?: readonly Column[];
  /** How high rows are that do not say so themselves, in points. */
  readonly rowHeight?: number;
  /** So many rows stay in sight while the others move. */
  readonly frozenRows?: number;
  /** Printed on A4, lying, as wide as one page. */
  readonly onePageWide?: boolean;
  readonly hidden?: boolean;
  readonly table?: Table;
  readonly choices?: readonly Choice[];
};

export type Row = {
  /** In points. */
  readonly height?: number | undefined;
  /** From column A on; undefined is a blank cell. */
  readonly cells: readonly (Cell | undefined)[];
};

/** A text stays a text, whatever it begins with; a number keeps its full precision. */
export type Cell = {
  readonly value: string | number;
  /** What the value is computed by, without the equals sign; the value is then what it comes to. */
  readonly formula?: string | undefined;
  readonly link?: Link | undefined;
  readonly style?: Style | undefined;
};

/** Where a click leads to: the first cell of a sheet. */
export type Link = { readonly sheet: string; readonly tooltip: string };

/** The width is in characters; the style is that of cells which have none. */
export type Column = { readonly width: number; readonly style?: Style };

/** A named table: a header, whose cells are rows' cells as well, and at least one row. It begins in column A. */
export type Table = {
  /** Letters, digits and underscores, not beginning with a digit, each once in a workbook whatever the case. */
  readonly name: string;
  /** Which row is its header, from 1. */
  readonly top: number;
  /** What the header's cells say: none is empty, each is there once whatever the case. */
  readonly titles: readonly string[];
  /** How many rows follow the header. */
  readonly length: number;
};

/** Cells that take nothing but the values of a list. */
export type Choice = {
  /** Such as `C2:C2001`. */
  readonly range: string;
  /** Where the values stand, such as `Lists!$A$1:$A$5`. */
  readonly list: string;
  /** What is told of another value, under which title. */
  readonly title: string;
  readonly error: string;
};
