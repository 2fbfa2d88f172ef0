import type { Figure, Median } from '../../document.ts';
import type { UnitName } from '../hidden.ts';

/** The numbers that each unit of a shown figure tells beside its counts, and that do not follow from them. */
export function amountsShown(figure: Figure): ReadonlyMap<UnitName, readonly (number | null)[]> {
  switch (figure.kind) {
    case 'survival':
      return new Map<UnitName, readonly (number | null)[]>([
        ...figure.points.flatMap((point, index): [UnitName, number[]][] =>
          point.state === 'estimated' ? [[`node:${index + 1}`, [point.value]]] : [],
        ),
        // A median goes with the total of events.
        [`node:${figure.points.length + 1}`, amountsOf(figure.median)],
      ]);
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

/** The day by which half had an event, and between which two it is; a median that is not reached may have the first. */
function amountsOf(median: Median): readonly (number | null)[] {
  switch (median.state) {
    case 'estimated':
      return [median.value, median.lower ?? null, median.upper ?? null];
    case 'unavailable':
      return [null, median.lower ?? null];
    case 'suppressed':
      return [];
  }
}
