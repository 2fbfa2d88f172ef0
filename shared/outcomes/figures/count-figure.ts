import type { ComputedCount, Counted, Population } from '../computed.ts';
import type { Mark } from '../document.ts';
import { counted } from './counted.ts';

/** A count of units. `population`: the name of those it counts, where other figures count them, too. */
export function countFigure(
  units: readonly { readonly who: string }[],
  {
    provisional = false,
    population,
  }: { readonly provisional?: boolean; readonly population?: Population } = {},
): ComputedCount {
  const figure = countedFigure(counted(units), provisional ? ['p'] : []);
  return population === undefined ? figure : { ...figure, population };
}

/** A count that was made otherwise, with the distinct people behind it. */
export function countedFigure(counted: Counted, marks: readonly Mark[] = []): ComputedCount {
  return { kind: 'count', ...counted, marks };
}
