import type { OutcomeDocument } from '../../outcomes/document.ts';
import { FIGURE_COLUMNS } from '../../report/figure-columns.ts';
import { type FigureRow, figureRows } from '../../report/figures.ts';
import { formatMarks, SHORTHAND } from '../format.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { shorthandLines } from './table-sheet.ts';

const NUMERIC = new Set([
  'shorthand',
  'revision',
  'day',
  'value',
  'lower',
  'upper',
  'standard_error',
  'numerator',
  'denominator',
  'at_risk',
  'events',
]);

/** Every figure of the document, one row each, in full precision: the same list as the CSV. */
export function dataSheet(document: OutcomeDocument): Sheet {
  const rows = figureRows(document).map((row) =>
    FIGURE_COLUMNS.map(({ name, of }): SheetCell => dataCell(row, name, of(row))),
  );
  const nothing = FIGURE_COLUMNS.map(({ name }) => ({ value: name === 'measure' ? 'none' : null }));
  return {
    name: 'Data',
    title: 'All figures, one row a figure, in full precision',
    lines: [
      'This worksheet contains one table.',
      'The same list is published as outcomes.csv. Shares are numbers between 0 and 1.',
      ...shorthandLines(rows),
      ...providerLines(document),
      ...movedLines(document),
      'A blank cell means that such a number or text does not belong to the figure of that row.',
    ],
    table: {
      name: 'Data_table',
      columns: FIGURE_COLUMNS.map(({ name, title }) => ({ title, numeric: NUMERIC.has(name) })),
      rows: rows.length ? rows : [nothing],
    },
  };
}

function dataCell(row: FigureRow, column: string, value: string | number | null): SheetCell {
  if (column === 'value' && row.shorthand !== '') return { value: row.shorthand };
  if (row.withheld !== '' && row.withheld.split(' ').includes(column)) return { value: SHORTHAND.suppressed };
  if (column === 'marks') return { value: formatMarks(row.marks.split(' ').filter(Boolean)).trim() || null };
  return value === '' || value === null ? BLANK : { value };
}

/** Nearly half of the cells. */
const BLANK: SheetCell = { value: null };

/** That some rows are not figures of this issue. */
const movedLines = ({ moved }: OutcomeDocument): string[] =>
  moved === undefined
    ? []
    : [
        `Rows of the part moved say what revision ${moved.since.revision} said where this one says something else; what it says now is in the row of that place.`,
      ];

/** Who the codes of the list stand for. */
function providerLines({ providers = {} }: OutcomeDocument): string[] {
  const names = Object.entries(providers).map(([code, name]) => `${code} is ${name}`);
  return names.length ? [`Providers are listed by code: ${names.join('; ')}.`] : [];
}
