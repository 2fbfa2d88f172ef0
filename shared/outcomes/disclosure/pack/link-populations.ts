import type { ComputedOutcomes, Population } from '../../computed.ts';
import { WITHIN } from '../../populations.ts';
import type { Form } from '../audit/knowledge.ts';
import type { Descriptions } from './described.ts';
import { addEquation, type Draft } from './draft.ts';
import { addWithin } from './link.ts';
import { type Place, placeKey } from './place.ts';
import { placedFigures } from './placed-figures.ts';

/** A population's count in whole (`|`) and in each category (`dimension|category`). */
type Populated = Map<string, Form>;

/** That figures of one population have one denominator, and that a population may be a category of another. */
export function linkPopulations(
  draft: Draft,
  measures: ComputedOutcomes['measures'],
  descriptions: Descriptions,
): void {
  const populations = new Map<Population, Populated>();
  for (const [id, measure] of Object.entries(measures)) {
    for (const { place, figure } of placedFigures(id, measure)) {
      const population = 'population' in figure ? figure.population : undefined;
      const form = descriptions.get(placeKey(place))?.cells.count;
      if (population === undefined || form === undefined) continue;
      const key = place.part === 'split' ? `${place.name}|${place.category}` : '|';
      const populated = populations.get(population) ?? new Map<string, Form>();
      populations.set(population, populated);
      const same = populated.get(key);
      if (same === undefined) populated.set(key, form);
      else addEquation(draft, form, same);
    }
  }
  for (const [name, populated] of populations) {
    const wider = WITHIN[name];
    const whole = wider === undefined ? undefined : populations.get(wider.of);
    if (wider === undefined || whole === undefined) continue;
    linkWithin(draft, populated, whole, name, `${wider.dimension}|${wider.category}`);
  }
}

/** A population that is one category of another: in whole, and in every category of another dimension. */
function linkWithin(draft: Draft, part: Populated, whole: Populated, name: string, category: string): void {
  const mine = part.get('|');
  const theirs = whole.get(category);
  if (mine !== undefined && theirs !== undefined) addEquation(draft, mine, theirs);
  for (const [key, smaller] of part) {
    const larger = key === '|' ? undefined : whole.get(key);
    if (larger === undefined || key.startsWith(category.slice(0, category.indexOf('|') + 1))) continue;
    const place: Place = { measure: name, part: 'split', name: key, category: '' };
    addWithin(draft, place, 'others in the category', { larger, smaller });
  }
}
