/** How a cell looks; what is not said is as in a new workbook. */
export type Style = {
  readonly font?: Font;
  readonly border?: Border;
  readonly alignment?: Alignment;
  /** How numbers are shown, as a spreadsheet's own code: `#,##0.00`. */
  readonly format?: string;
};

export type Font = {
  readonly name: string;
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** As alpha, red, green and blue: `FF0A4A73`. */
  readonly colour?: string;
};

export type Border = { readonly top?: Line; readonly bottom?: Line };
type Line = 'thin' | 'medium';

export type Alignment = {
  readonly horizontal?: 'left' | 'right';
  readonly vertical?: 'top' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
};

/** The font of cells without a style; the widths of columns are counted in its figures. */
export const NORMAL: Font = { name: 'Calibri', size: 11 };
