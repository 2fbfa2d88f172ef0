import type { IssuedMonth } from '../../../../shared/outcomes/change/issued-month.ts';
import type { ComputedMeasure } from '../../../../shared/outcomes/computed.ts';
import { lt5 } from '../../../../shared/outcomes/disclosure/lt5.ts';
import { knowledgeOf } from '../../../../shared/outcomes/disclosure/pack/knowledge-of.ts';
import { placeKey } from '../../../../shared/outcomes/disclosure/pack/place.ts';
import { withhold } from '../../../../shared/outcomes/disclosure/pack/withhold.ts';
import type { OutcomeDocument } from '../../../../shared/outcomes/document.ts';
import { audit } from '../../../support/audit.ts';

type Measures = Readonly<Record<string, ComputedMeasure>>;

/**
 * Between what a reader knows each number of few people to be, by name, when of all units just these are withheld,
 * each named by its place and, if it is not the figure as one number, its name, or a star for all there are:
 * `a|headline|| node:1`.
 */
export const known = (measures: Measures, ...withheld: string[]): Record<string, string> =>
  knownAfter(undefined, measures, ...withheld);

/** The same for a reader of what was issued of the months before. */
export function knownAfter(
  before: readonly IssuedMonth[] | undefined,
  measures: Measures,
  ...withheld: string[]
): Record<string, string> {
  const draft = knowledgeOf({ measures }, lt5, before);
  const hidden = withheld.flatMap((what) => {
    const [key, unit = 'figure'] = what.split(' ');
    const numbers = draft.units.flatMap(({ place, name }, number) =>
      placeKey(place) === key && (name === unit || unit === '*') ? [number] : [],
    );
    if (numbers.length === 0) throw new Error(`There is no ${what}.`);
    return numbers;
  });
  return Object.fromEntries(
    audit(draft, hidden).map(({ secret, lower, upper }) => [
      secret.name,
      lower === upper ? `${lower}` : `${lower}–${upper}`,
    ]),
  );
}

/** What is withheld, by place and if it is not all of a figure unit, and why. */
export function withheld(measures: Measures, previous?: OutcomeDocument): Record<string, string> {
  const { units } = withhold({ measures }, lt5, previous === undefined ? [] : [previous]).withheld;
  return Object.fromEntries(
    units.map(({ place, unit, why }) => [`${placeKey(place)}${unit === 'figure' ? '' : ` ${unit}`}`, why]),
  );
}
