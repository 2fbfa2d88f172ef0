import type { ComputedIncidence, ComputedIncidencePoint, Counted } from '../computed.ts';
import type { Count, IncidenceFigure, IncidencePoint } from '../document.ts';
import { hiddenCells } from './hidden-cells.ts';
import { type Hidden, WHOLE } from './hidden.ts';
import { optionalMarks } from './optional-marks.ts';
import { SUPPRESSED } from './rule.ts';

type IsSmall = (people: number) => boolean;

/** What is small in an incidence figure, and what would tell it. */
export function hideInIncidence(figure: ComputedIncidence, isSmall: IsSmall): Hidden {
  if (isSmall(figure.followed.people)) return WHOLE;
  return new Set(
    hiddenCells(figure, isSmall).flatMap((cells, row) =>
      cells.flatMap((isHidden, column) => (isHidden ? [`cell:${row}:${column}` as const] : [])),
    ),
  );
}

/** An incidence figure without what is hidden. */
export function writeIncidence(
  { unit, followed, causes, open }: ComputedIncidence,
  hidden: Hidden,
): IncidenceFigure {
  const names = Object.keys(causes);
  const shownPoints = [...Object.values(causes), open].map(({ points }, row) =>
    points.map((point, column) =>
      disclosePoint(point, hidden.has('figure') || hidden.has(`cell:${row}:${column}`)),
    ),
  );
  return {
    kind: 'incidence',
    ...followedAs(unit, followed, hidden.has('figure')),
    causes: Object.fromEntries(names.map((name, row) => [name, shownPoints[row] ?? []])),
    open: shownPoints[names.length] ?? [],
  };
}

function disclosePoint(point: ComputedIncidencePoint, hidden: boolean): IncidencePoint {
  const { day } = point;
  if (hidden) return { day, ...SUPPRESSED };
  if (point.state === 'unavailable') return point;
  const { state, value, se, lower, upper, marks } = point;
  return {
    day,
    state,
    value,
    ...(se === undefined ? {} : { se, lower, upper }),
    ...optionalMarks(marks),
  };
}

/** How many were followed, under the name of what they are; where one person may count twice, also the people. */
function followedAs(
  unit: ComputedIncidence['unit'],
  { count, people }: Counted,
  isHidden: boolean,
): Pick<IncidenceFigure, 'lapses' | 'journeys' | 'placements' | 'people'> {
  const shown = (number: number): Count => (isHidden ? SUPPRESSED : number);
  if (unit === 'journeys') return { journeys: shown(count) };
  return unit === 'lapses'
    ? { lapses: shown(count), people: shown(people) }
    : { placements: shown(count), people: shown(people) };
}
