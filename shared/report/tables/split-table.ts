import type { Figure, MeasureResult } from '../../outcomes/document.ts';
import type { Cell, Column, Table } from '../blocks.ts';
import { absent, count, text } from '../cells.ts';
import { raised } from '../first-letter.ts';
import { labelOf } from '../labels.ts';
import type { Measured } from '../measured.ts';
import type { MeasureWords } from '../measure-words.ts';
import type { Dimension } from '../splits.ts';
import { headlineCause, headlineFigure } from '../wording/headline-figure.ts';
import { incidenceColumns, pointShareCells } from './incidence-table.ts';
import { scalarCells, scalarColumns } from './scalar-table.ts';
import { pointCells, survivalColumns } from './survival-table.ts';
import { tableName } from './table-name.ts';

/** The headline figure by dimension and category, one row a category; other days, if any are told, are in the data sheet. */
export function splitTable({ words, result, title }: Measured, dimensions: readonly Dimension[]): Table {
  const { day } = headlineFigure(words, result);
  const [, many] = words.unit;
  const followed: Column = { title: raised(many), numeric: true };
  const columns: Record<MeasureResult['kind'], Column[]> = {
    survival: [followed, ...survivalColumns.slice(1)],
    incidence: [followed, ...incidenceColumns.slice(2)],
    ...scalarColumns,
  };
  return {
    kind: 'table',
    id: tableName(words, 'groups'),
    title: `${title} by group${day === undefined ? '' : ` at day ${day}`}${ofCause(words, result)}`,
    columns: [{ title: 'Group' }, ...columns[result.kind]],
    groupTitle: 'Split by',
    groups: dimensions.map(({ label, categories }) => ({
      label,
      rows: categories.map((category) => [
        text(category.label),
        ...splitCells(words, result, category.figure),
      ]),
    })),
    notes: [
      'interval',
      ...(result.kind === 'survival' || result.kind === 'incidence' ? (['no-interval'] as const) : []),
      ...(result.kind === 'survival' ? (['journey', 'at-risk'] as const) : []),
      'splits',
    ],
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
        ...pointShareCells(point ?? { day: 0, ...nobody }),
      ];
    }
    default:
      return scalarCells(figure);
  }
}
