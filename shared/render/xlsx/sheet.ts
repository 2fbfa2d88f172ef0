/** One place of a sheet: what it holds, and how it is shown. A text stays a text, whatever it begins with. */
export type SheetCell = {
  value: string | number | null;
  /** What the value is computed by, when it is: the value is then what the formula comes to. */
  formula?: string;
  /** How the number is shown; its full precision is kept. */
  format?: string;
  /** The sheet that a click leads to. */
  link?: string;
  /** It belongs to a row that sums up others. */
  strong?: true;
};

export type SheetColumn = {
  title: string;
  /** Numbers, and the shorthand among them, stand at the right. */
  numeric?: boolean;
  /** How many characters it is wide at most; longer texts wrap. */
  widest?: number;
};

/** A sheet of the workbook: title, what to know before reading, and at most one table. */
export type Sheet = {
  name: string;
  /** What A1 says, before the references to notes. */
  title: string;
  /** The numbers of the notes that A1 refers to. */
  notes?: number[];
  /** One line a row, from A2. */
  lines: string[];
  table?: { name: string; columns: SheetColumn[]; rows: SheetCell[][] };
};
