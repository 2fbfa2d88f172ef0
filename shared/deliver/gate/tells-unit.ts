import type { Count, Figure, IncidenceFigure, SurvivalFigure } from '../../outcomes/document.ts';

/**
 * Whether a figure as it is published tells a part of it, by the names that parts have in the report of what is
 * withheld (`outcomes/disclosure/hidden.ts`). A name that is not known counts as told: nobody vouches for it.
 *
 * @example tellsUnit({ kind: 'count', state: 'estimated', value: 7 }, 'figure') // true
 */
export function tellsUnit(figure: Figure, unit: string): boolean {
  if (unit === 'figure') return tellsAnything(figure);
  const [kind, first = '', second = ''] = unit.split(':');
  if (figure.kind === 'survival') return tellsOfCurve(figure, kind, unit.slice(unit.indexOf(':') + 1));
  if (figure.kind === 'incidence' && kind === 'cell')
    return rowsOf(figure)[Number(first)]?.[Number(second)]?.state === 'estimated';
  return true;
}

function tellsAnything(figure: Figure): boolean {
  switch (figure.kind) {
    case 'survival':
      return isNumber(figure.journeys) || isNumber(figure.events) || hasEstimate(figure.points);
    case 'incidence':
      return (
        rowsOf(figure).some(hasEstimate) || [figure.lapses, figure.journeys, figure.placements].some(isNumber)
      );
    default:
      return figure.state === 'estimated';
  }
}

/** Reported days are counted from 1; the one after the last is the total of events. */
function tellsOfCurve(
  { points, events, parts }: SurvivalFigure,
  kind: string | undefined,
  name: string,
): boolean {
  const point = points[Number(name) - 1];
  switch (kind) {
    case 'node':
      return Number(name) === points.length + 1 ? isNumber(events) : point?.state === 'estimated';
    case 'at-risk':
      return point?.state === 'estimated' && isNumber(point.atRisk);
    case 'part':
      return isNumber(parts[name]);
    default:
      return true;
  }
}

const rowsOf = ({ causes, open }: IncidenceFigure) => [...Object.values(causes), open];

const hasEstimate = (points: readonly { readonly state: string }[]) =>
  points.some(({ state }) => state === 'estimated');

const isNumber = (count: Count | undefined) => typeof count === 'number';
