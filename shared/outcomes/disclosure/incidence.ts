import type { ComputedIncidence, ComputedIncidencePoint, Counted } from '../computed.ts';
import type { Count, IncidenceFigure, IncidencePoint } from '../document.ts';
import { hiddenCells } from './hidden-cells.ts';
import { optionalMarks } from './optional-marks.ts';
import { SUPPRESSED } from './rule.ts';

type IsSmall = (people: number) => boolean;

/** An incidence figure with what is small, and what would tell it, withheld. */
export function discloseIncidence(figure: ComputedIncidence, isSmall: IsSmall): IncidenceFigure {
  const { followed, causes, open } = figure;
  const names = Object.keys(causes);
  const series = [...Object.values(causes), open];
  const hidden = isSmall(followed.people)
    ? series.map(({ points }) => points.map(() => true))
    : hiddenCells(figure, isSmall);
  const shownPoints = series.map(({ points }, row) =>
    points.map((point, column) => disclosePoint(point, hidden[row]?.[column] ?? true)),
  );
  return {
    kind: 'incidence',
    ...followedAs(figure.unit, followed, isSmall),
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
  isSmall: IsSmall,
): Pick<IncidenceFigure, 'lapses' | 'journeys' | 'placements' | 'people'> {
  const shown = (number: number): Count => (isSmall(people) ? SUPPRESSED : number);
  if (unit === 'journeys') return { journeys: shown(count) };
  return unit === 'lapses'
    ? { lapses: shown(count), people: shown(people) }
    : { placements: shown(count), people: shown(people) };
}
