import type { Figure } from '../../document.ts';
import type { UnitName } from '../hidden.ts';

/** The numbers of people or things that each unit of a shown figure tells; those that are withheld are left out. */
export function countsShown(figure: Figure): ReadonlyMap<UnitName, readonly number[]> {
  switch (figure.kind) {
    case 'survival': {
      const known = (...counts: readonly (number | object)[]) =>
        counts.filter((count) => typeof count === 'number');
      return new Map<UnitName, readonly number[]>([
        ['figure', known(figure.journeys)],
        [`node:${figure.points.length + 1}`, known(figure.events)],
        ...figure.points.flatMap((point, index): [UnitName, readonly number[]][] =>
          point.state === 'estimated'
            ? [
                [`node:${index + 1}`, known(point.events)],
                [`at-risk:${index + 1}`, known(point.atRisk)],
              ]
            : [],
        ),
        ...Object.entries(figure.parts).map(([part, count]): [UnitName, readonly number[]] => [
          `part:${part}`,
          known(count),
        ]),
      ]);
    }
    case 'incidence': {
      const followed = figure.lapses ?? figure.journeys ?? figure.placements;
      if (typeof followed !== 'number') return new Map();
      const cells = [...Object.values(figure.causes), figure.open].flatMap((points, row) =>
        points.flatMap((point, column): [UnitName, readonly number[]][] =>
          point.state === 'estimated' ? [[`cell:${row}:${column}`, [point.value * followed]]] : [],
        ),
      );
      const people = typeof figure.people === 'number' ? [figure.people] : [];
      return new Map<UnitName, readonly number[]>([['figure', [followed, ...people]], ...cells]);
    }
    default:
      return figure.state === 'estimated' ? new Map([['figure', scalarCounts(figure)]]) : new Map();
  }
}

type Scalar = Extract<Exclude<Figure, { kind: 'survival' | 'incidence' }>, { state: 'estimated' }>;

function scalarCounts(figure: Scalar): number[] {
  switch (figure.kind) {
    case 'proportion':
      return [figure.numerator, figure.denominator, figure.denominator - figure.numerator];
    case 'count':
      return [figure.value];
    case 'mean':
      return [figure.values];
    case 'rate':
      return [figure.events];
    case 'median':
      return [];
  }
}
