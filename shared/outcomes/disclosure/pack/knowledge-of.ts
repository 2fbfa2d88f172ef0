import type { ComputedFigure, ComputedMeasure, ComputedOutcomes } from '../../computed.ts';
import type { IssuedMonth } from '../../change/issued-month.ts';
import type { Form } from '../audit/knowledge.ts';
import { describe } from './describe.ts';
import type { Described, Descriptions } from './described.ts';
import { addEquation, type Draft, type DraftRule, newDraft, plus } from './draft.ts';
import { addUp, addWithin } from './link.ts';
import { linkCurves } from './link-curves.ts';
import { linkMeasures } from './link-measures.ts';
import { linkPeriods } from './link-periods.ts';
import { linkPopulations } from './link-populations.ts';
import { keyAt, type Place, placeKey } from './place.ts';
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

/**
 * Everything that a pack would say of counts and how it hangs together: splits add up to wholes, parts to sums,
 * months to windows; figures of one population have one denominator; who is in a part is in the whole; and what
 * definitions say of each other.
 *
 * @param before what was issued of the months before
 */
export function knowledgeOf(
  { measures }: Pick<ComputedOutcomes, 'measures'>,
  rule: DraftRule,
  before?: readonly IssuedMonth[],
): Draft {
  const draft = newDraft(rule);
  const descriptions = new Map<string, Described>();
  for (const [id, measure] of Object.entries(measures)) {
    for (const { place, figure } of placedFigures(id, measure))
      descriptions.set(placeKey(place), describe(draft, place, figure, worthOf(place, figure)));
    linkSplits(draft, id, measure, descriptions);
    linkCohort(draft, id, measure, descriptions, before);
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

function linkSplits(draft: Draft, id: string, { splits }: ComputedMeasure, descriptions: Descriptions): void {
  const headline = descriptions.get(keyAt(id, 'headline'));
  for (const [dimension, categories] of Object.entries(splits)) {
    const parts = Object.keys(categories).flatMap(
      (category) => descriptions.get(keyAt(id, 'split', dimension, category)) ?? [],
    );
    if (headline !== undefined && parts.length > 0) addUp(draft, headline, parts);
  }
}

function linkCohort(
  draft: Draft,
  id: string,
  { cohort }: ComputedMeasure,
  descriptions: Descriptions,
  before: readonly IssuedMonth[] | undefined,
): void {
  const matured = descriptions.get(keyAt(id, 'cohort', 'matured'));
  if (matured === undefined || cohort === undefined) return;
  const providers = Object.keys(cohort.providers).flatMap(
    (provider) => descriptions.get(keyAt(id, 'cohort', 'provider', provider)) ?? [],
  );
  if (providers.length > 0) addUp(draft, matured, providers);
  const point = descriptions.get(keyAt(id, 'cohort', 'point'));
  if (point !== undefined) linkPeriods(draft, id, cohort, { matured, point }, before);
}

/**
 * The cell that a sum refers to: a figure beside by its name, or `headline`; of a proportion the denominator, or with
 * `/numerator` or `/complement` that; of a curve with the name of a cause all that it ended.
 */
function cellOf(reference: string, id: string, descriptions: Descriptions): Form | undefined {
  const [name = '', cell = 'count'] = reference.split('/');
  const described = descriptions.get(name === 'headline' ? keyAt(id, 'headline') : keyAt(id, 'beside', name));
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
