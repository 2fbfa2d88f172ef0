import type { Cell } from '../blocks.ts';
import { text } from '../cells.ts';
import type { FigureValue } from '../figure-value.ts';
import { raised } from '../first-letter.ts';
import { valueCell } from '../value-cells.ts';
import { restsInWords } from '../wording/rests-on.ts';

/** A number of one of two issues and what it rests on there; null: the issue does not give it. */
export const movedCells = (value: FigureValue | null): Cell[] =>
  value === null
    ? [text('not given'), text('Nothing')]
    : [valueCell(value), text(raised(restsInWords(value)))];
