import type { ComputedFigure, ComputedMeasure, ComputedOutcomes, Population } from '../../computed.ts';
import { WITHIN } from '../../populations.ts';
import type { Form } from '../audit/knowledge.ts';
import { describe } from './describe.ts';
import type { Described } from './described.ts';
import { describeEarlier } from './describe-earlier.ts';
import { addEquation, type Draft, newDraft, plus } from './draft.ts';
import { addUp, addWithin } from './link.ts';
import { linkMeasures } from './link-measures.ts';
import { type Place, placeKey } from './place.ts';
import { placedFigures } from './placed-figures.ts';

/**
 * How much is lost with a figure: a headline is worth more than what stands beside it, that more than a split, and of
 * splits the one of more people. No number of splits is worth a headline.
 */
const WORTH: Readonly<Record<Place['part'], number>> = {
  headline: 1e6,
  cohort: 1e5,
  beside: 1e4,
  sensitivity: 1e3,
  split: 1e2,
};

/** What a provider is worth in a funnel: less than what is hidden only where nothing else helps. */
const WORTH_OF_PROVIDER = 9e4;

/** Figures described, by the keys of their places. */
type Descriptions = ReadonlyMap<string, Described>;

/**
 * Everything that a pack would say in exact counts and how it hangs together: splits add up to wholes, parts to sums,
 * months to windows; figures of one population have one denominator; who is in a part is in the whole; what definitions say of each other.
 */
export function knowledgeOf(
  { measures }: Pick<ComputedOutcomes, 'measures'>,
  isSmall: (people: number) => boolean,
): Draft {
  const draft = newDraft(isSmall);
  const descriptions = new Map<string, Described>();
  for (const [id, measure] of Object.entries(measures)) {
    for (const { place, figure } of placedFigures(id, measure))
      descriptions.set(placeKey(place), describe(draft, place, figure, worthOf(place, figure)));
    linkSplits(draft, id, measure, descriptions);
    linkSums(draft, id, measure, descriptions);
    linkCurves(draft, id, measure, descriptions);
  }
  linkPopulations(draft, measures, descriptions);
  linkMeasures(draft, measures, descriptions);
  return draft;
}

function worthOf({ part, name }: Place, figure: ComputedFigure): number {
  // A provider in a funnel is a group: it may go where the whole may not.
  const worth = part === 'cohort' && name === 'provider' ? WORTH_OF_PROVIDER : WORTH[part];
  return worth + Math.min(sizeOf(figure), 90);
}

function sizeOf(figure: ComputedFigure): number {
  switch (figure.kind) {
    case 'survival':
      return figure.journeys.people;
    case 'incidence':
      return figure.followed.people;
    case 'proportion':
      return figure.denominator.people;
    case 'count':
      return figure.people;
    case 'mean':
      return figure.state === 'estimated' ? figure.people : 0;
    case 'rate':
      return figure.state === 'estimated' ? figure.exposure.people : 0;
    case 'median':
      return 0;
  }
}

const at = (measure: string, part: Place['part'], name = '', category = ''): string =>
  placeKey({ measure, part, name, category });

function linkSplits(
  draft: Draft,
  id: string,
  { splits, cohort }: ComputedMeasure,
  descriptions: Descriptions,
): void {
  const headline = descriptions.get(at(id, 'headline'));
  for (const [dimension, categories] of Object.entries(splits)) {
    const parts = Object.keys(categories).flatMap(
      (category) => descriptions.get(at(id, 'split', dimension, category)) ?? [],
    );
    if (headline !== undefined && parts.length > 0) addUp(draft, headline, parts);
  }
  const matured = descriptions.get(at(id, 'cohort', 'matured'));
  if (matured === undefined || cohort === undefined) return;
  const providers = Object.keys(cohort.providers).flatMap(
    (provider) => descriptions.get(at(id, 'cohort', 'provider', provider)) ?? [],
  );
  if (providers.length > 0) addUp(draft, matured, providers);
  const point = descriptions.get(at(id, 'cohort', 'point'));
  if (point !== undefined) {
    const earlier = cohort.earlier.map((figure, index) =>
      describeEarlier(draft, { measure: id, part: 'cohort', name: `earlier ${index}`, category: '' }, figure),
    );
    addUp(draft, matured, [point, ...earlier]);
  }
}

/**
 * Curves of the same units: the headline's under another rule, and of a survival curve the shares beside it, of which
 * its events are some.
 */
function linkCurves(
  draft: Draft,
  id: string,
  { headline, sensitivity, beside }: ComputedMeasure,
  descriptions: Descriptions,
): void {
  const own = descriptions.get(at(id, 'headline'));
  const count = own?.cells.count;
  if (own === undefined || count === undefined) return;
  const others = [
    ...Object.keys(sensitivity).map((name) => at(id, 'sensitivity', name)),
    ...Object.entries(beside).flatMap(([name, { kind }]) =>
      headline.kind === 'survival' && kind === 'incidence' ? [at(id, 'beside', name)] : [],
    ),
  ];
  for (const other of others) {
    const described = descriptions.get(other);
    if (described?.cells.count !== undefined) addEquation(draft, described.cells.count, count);
  }
  if (headline.kind !== 'survival') return;
  for (const [name, { kind }] of Object.entries(beside)) {
    const causes = descriptions.get(at(id, 'beside', name))?.causes;
    if (kind !== 'incidence' || causes === undefined) continue;
    const parts = Object.keys(own.causes ?? {});
    for (const part of parts)
      addEquation(draft, plus(...(own.causes?.[part] ?? [])), plus(...(causes[part] ?? [])));
    own.events?.forEach((events, step) => {
      addEquation(draft, events, plus(...parts.map((part) => causes[part]?.[step] ?? [])));
    });
  }
}

/**
 * The cell that a sum refers to: a figure beside by its name, or `headline`; of a proportion the denominator, or with
 * `/numerator` or `/complement` that; of a curve with the name of a cause all that it ended.
 */
function cellOf(reference: string, id: string, descriptions: Descriptions): Form | undefined {
  const [name = '', cell = 'count'] = reference.split('/');
  const described = descriptions.get(name === 'headline' ? at(id, 'headline') : at(id, 'beside', name));
  const cause = described?.causes?.[cell];
  if (cause !== undefined) return plus(...cause);
  return described?.cells[cell === 'numerator' || cell === 'complement' ? cell : 'count'];
}

function linkSums(
  draft: Draft,
  id: string,
  { sums, within }: ComputedMeasure,
  descriptions: Descriptions,
): void {
  for (const [whole, parts] of Object.entries(sums)) {
    const form = cellOf(whole, id, descriptions);
    const forms = parts.flatMap((part) => cellOf(part, id, descriptions) ?? []);
    if (form !== undefined) addEquation(draft, form, forms);
  }
  for (const [larger, smaller] of Object.entries(within)) {
    const place: Place = { measure: id, part: 'beside', name: larger, category: '' };
    addWithin(draft, place, `without ${smaller}`, {
      larger: cellOf(larger, id, descriptions),
      smaller: cellOf(smaller, id, descriptions),
    });
  }
}

/** A population's count in whole (`|`) and in each category (`dimension|category`). */
type Populated = Map<string, Form>;

function linkPopulations(
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
