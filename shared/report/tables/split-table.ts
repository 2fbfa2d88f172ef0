import type { Figure, MeasureResult } from '../../outcomes/document.ts';
import type { Cell, Column, RowGroup, Table } from '../blocks.ts';
import { absent, count, text } from '../cells.ts';
import { labelOf } from '../labels.ts';
import type { MeasureWords } from '../measure-words.ts';
import { headlineCause, headlineFigure } from '../wording/headline-figure.ts';
import { sheetWord } from './figure-tables.ts';
import { incidenceColumns, shareCells } from './incidence-table.ts';
import { scalarCells, scalarColumns } from './scalar-table.ts';
import { pointCells, survivalColumns } from './survival-table.ts';

/** The headline figure by dimension and category, one row a category; the other days are in the data sheet. */
export function splitTable(words: MeasureWords, result: MeasureResult, title: string): Table | undefined {
  const groups = Object.entries(result.splits ?? {}).map(([dimension, categories]): RowGroup => ({
    label: labelOf(dimension),
    rows: Object.entries(categories).map(([category, figure]) => [
      text(labelOf(category, dimension)),
      ...splitCells(words, result, figure),
    ]),
  }));
  if (groups.every(({ rows }) => rows.length === 0)) return undefined;
  const { day } = headlineFigure(words, result);
  const [, many] = words.unit;
  const followed: Column = { title: `${many.charAt(0).toUpperCase()}${many.slice(1)}`, numeric: true };
  const columns: Record<MeasureResult['kind'], Column[]> = {
    survival: [followed, ...survivalColumns.slice(1)],
    incidence: [followed, ...incidenceColumns.slice(2)],
    proportion: scalarColumns,
  };
  return {
    kind: 'table',
    id: `${sheetWord(words.id)}_splits`,
    title: `${title} by group${day === undefined ? '' : ` at day ${day}`}${ofCause(words, result)}`,
    columns: [{ title: 'Group' }, ...columns[result.kind]],
    groupTitle: 'Split by',
    groups,
    notes: ['interval', ...(result.kind === 'survival' ? (['at-risk'] as const) : []), 'splits'],
  };
}

const ofCause = (words: MeasureWords, result: MeasureResult): string =>
  result.kind === 'incidence'
    ? `: ${labelOf(headlineCause(words, result.causes), words.id).toLowerCase()}`
    : '';

/** One category's cells, in the columns of the measure's kind. */
function splitCells(words: MeasureWords, result: MeasureResult, figure: Figure): Cell[] {
  const { day } = headlineFigure(words, result);
  const nobody = { state: 'unavailable', reason: 'no-eligible' } as const;
  switch (figure.kind) {
    case 'survival': {
      const point = figure.points.find((candidate) => candidate.day === day);
      return [count(figure.journeys), ...pointCells(point ?? { day: 0, ...nobody })];
    }
    case 'incidence': {
      const points =
        figure.causes[headlineCause(words, result.kind === 'incidence' ? result.causes : {})] ?? [];
      const followed = figure.lapses ?? figure.journeys ?? figure.placements ?? figure.people;
      const point = points.find((candidate) => candidate.day === day);
      return [
        followed === undefined ? absent(nobody) : count(followed),
        ...shareCells(point ?? { day: 0, ...nobody }),
      ];
    }
    default:
      return scalarCells(figure);
  }
}
