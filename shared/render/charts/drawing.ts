/** A drawn chart whose words were kept apart: `shapes` is SVG without any text. Pixels. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly shapes: string;
  readonly words: readonly Word[];
};

/** A text on a drawing, where its letters stand on a line at `y`. */
export type Word = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** How wide the drawing's own typeface sets it. */
  readonly width: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** The matrix of a text that is not level, `a b c d e f` as SVG has it. */
  readonly turn?: readonly number[];
};
