import type { ComputedCount, Counted } from '../computed.ts';
import type { Mark } from '../document.ts';
import { counted } from './counted.ts';

/** A count of units. */
export function countFigure(
  units: readonly { readonly who: string }[],
  { provisional = false }: { readonly provisional?: boolean } = {},
): ComputedCount {
  return countedFigure(counted(units), provisional ? ['p'] : []);
}

/** A count that was made otherwise, with the distinct people behind it. */
export function countedFigure(counted: Counted, marks: readonly Mark[] = []): ComputedCount {
  return { kind: 'count', ...counted, marks };
}
