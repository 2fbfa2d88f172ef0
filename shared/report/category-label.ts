import type { OutcomeDocument } from '../outcomes/document.ts';
import { labelOf } from './labels.ts';

/**
 * A category of a dimension in words. A provider goes by its name, and by name and code where two share the name; one
 * whose name the document does not hold is printed as its code.
 *
 * @example categoryLabel('harbour', 'provider', { harbour: 'Harbour House' }) // 'Harbour House'
 */
export function categoryLabel(
  category: string,
  dimension: string,
  providers: NonNullable<OutcomeDocument['providers']> = {},
): string {
  if (dimension !== 'provider') return labelOf(category, dimension);
  const name = providers[category];
  if (name === undefined) return category;
  const shared = Object.values(providers).filter((other) => other === name).length > 1;
  return shared ? `${name} (${category})` : name;
}
