import type { OutcomeDocument } from '../../outcomes/document.ts';
import type { FigurePlace } from '../figure-place.ts';
import { countOf, type FigureValue, valueOf } from '../figure-value.ts';
import { movedFigures } from './moved-figures.ts';
import { recordTypes } from './moved-records.ts';
import { movedValues } from './moved-values.ts';

/**
 * What the issue before said where this one says something else, as rows of the flat list: a row for each number that
 * moved, what it is now stands at its own place; then how many records came, changed and went.
 */
export function movedRows(document: OutcomeDocument): (FigurePlace & FigureValue)[] {
  const { moved, measures } = document;
  if (moved === undefined) return [];
  const issuedRevision = (measure: string): number | null => {
    const change = moved.definitions.find((one) => one.measure === measure);
    return change === undefined ? (measures[measure]?.revision ?? null) : change.issued;
  };
  return [
    ...movedFigures(document).flatMap((figure) => {
      const { measure, part, name, category } = figure;
      const place: FigurePlace = {
        measure,
        revision: issuedRevision(measure),
        part: 'moved',
        name: name === '' ? part : `${part}/${name}`,
        category,
      };
      return movedValues(figure).map(({ issued, of }) => ({ ...place, ...(issued ?? notIssued(of)) }));
    }),
    ...recordTypes(moved.records).flatMap(([type, changes]) =>
      (['added', 'amended', 'withdrawn'] as const).map((what) => ({
        measure: '',
        revision: null,
        part: 'moved' as const,
        name: `records/${type}`,
        category: '',
        ...countOf(what, changes[what]),
      })),
    ),
  ];
}

const notIssued = ({ statistic, unit, outcome, day }: FigureValue): FigureValue =>
  valueOf(statistic, unit, { state: 'not-issued', ...(day === null ? {} : { day }) }, outcome);
