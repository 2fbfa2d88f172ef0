import type { Figure } from '../../document.ts';
import type { UnitName } from '../hidden.ts';

/** The numbers that each unit of a shown figure tells beside its counts, and that do not follow from them. */
export function amountsShown(figure: Figure): ReadonlyMap<UnitName, readonly (number | null)[]> {
  switch (figure.kind) {
    case 'survival':
      return new Map(
        figure.points.flatMap((point, index): [UnitName, number[]][] =>
          point.state === 'estimated' ? [[`node:${index + 1}`, [point.value]]] : [],
        ),
      );
    case 'incidence':
      return new Map(
        [...Object.values(figure.causes), figure.open].flatMap((points, row) =>
          points.flatMap((point, column): [UnitName, number[]][] =>
            point.state === 'estimated' ? [[`cell:${row}:${column}`, [point.value]]] : [],
          ),
        ),
      );
    case 'mean':
      return figure.state === 'estimated'
        ? new Map([['figure', [figure.value, figure.lower, figure.upper]]])
        : new Map();
    case 'rate':
      return figure.state === 'estimated' ? new Map([['figure', [figure.exposure]]]) : new Map();
    default:
      return new Map();
  }
}
