import { canonical } from './canonical.ts';
import { categories } from './categories.ts';
import { type Cohort, cohortOf } from './cohort.ts';
import { comparisonsOf } from './comparisons.ts';
import type { ComputedFigure, ComputedHeadline, ComputedMeasure } from './computed.ts';
import { DIMENSIONS } from './dimensions.ts';
import type { Definition } from './document.ts';
import { mapValues } from './map-values.ts';
import type { Observation } from './observation.ts';
import type { Period } from './period.ts';
import type { PersonHistory, UnattachedFacts } from './person-history.ts';
import { splitFigures } from './split-figures.ts';

/** A measure as its file states it: the words that are printed and what is counted, side by side. */
type MeasureDefinition<Seen extends Observation> = Omit<Definition, 'cohort'> & {
  readonly id: string;
  /** Whether the headline is of the month alone, so that months can be compared, or of a window of many. */
  readonly span: 'month' | 'window';
  /** How long before the month's last day a placement may have ended and still matter. */
  readonly lookBackDays: number;
  readonly observe: (history: PersonHistory, period: Period) => readonly Seen[];
  /** The same of what names the commissioner and no service user. */
  readonly observeUnattached?: (facts: UnattachedFacts, period: Period) => readonly Seen[];
  /** Completes observations by what only all of them together show. */
  readonly relate?: (seen: readonly Seen[], period: Period) => readonly Seen[];
  readonly headline: (seen: readonly Seen[], period: Period) => ComputedHeadline;
  /** The headline under another rule, by the rule's name: how each observation reads under it. */
  readonly sensitivity?: Readonly<Record<string, (seen: Seen) => Seen>>;
  readonly beside?: (seen: readonly Seen[], period: Period) => Readonly<Record<string, ComputedFigure>>;
  /**
   * Counts that add up to another one, by its name, so that withholding one tells nothing by the others: a figure
   * beside, or `headline`; of a proportion the denominator, or with `/numerator` or `/complement` that.
   */
  readonly sums?: Readonly<Record<string, readonly string[]>>;
  /** Counts of which all are in another one, by its name, so that few more in it are withheld, too. */
  readonly within?: Readonly<Record<string, string>>;
  /** What is compared over time and between providers, where that is not the headline. */
  readonly cohort?: Cohort<Seen>;
};

/** One month's computation of one measure: histories go in, in any order, and are let go; the figures come out. */
export type Computation = {
  readonly add: (history: PersonHistory) => void;
  readonly addUnattached: (facts: UnattachedFacts) => void;
  readonly conclude: () => ComputedMeasure;
};

export type Measure = {
  readonly id: string;
  readonly definition: Definition;
  readonly span: 'month' | 'window';
  readonly lookBackDays: number;
  readonly begin: (period: Period) => Computation;
  /** What it sees of one person, and of what names no service user: all that its figures are made of. */
  readonly observe: (history: PersonHistory, period: Period) => readonly Observation[];
  readonly observeUnattached: (facts: UnattachedFacts, period: Period) => readonly Observation[];
  /**
   * Whether a person is in any figure: with nobody but them it is another than with nobody at all, or they are how
   * somebody else is known who may be in one, as a relative of several people is.
   */
  readonly counts: (history: PersonHistory, period: Period) => boolean;
};

/** Makes a measure of its definition; splits, sensitivities and comparisons are the same for all. */
export function measure<Seen extends Observation>(definition: MeasureDefinition<Seen>): Measure {
  const { id, span, lookBackDays, revision, title, question, numerator, denominator, method, direction } =
    definition;
  return {
    id,
    span,
    lookBackDays,
    definition: {
      revision,
      title,
      question,
      numerator,
      denominator,
      method,
      direction,
      ...(definition.cohort === undefined ? {} : { cohort: definition.cohort.title }),
    },
    observe: definition.observe,
    observeUnattached: (facts, period) => definition.observeUnattached?.(facts, period) ?? [],
    counts: (history, period) => {
      const seen = definition.observe(history, period);
      if (seen.length === 0) return false;
      if (seen.some(({ who }) => who !== history.who)) return true;
      const shown = (some: readonly Seen[]) => canonical(withoutEarlier(conclude(definition, some, period)));
      return shown(seen) !== shown([]);
    },
    begin: (period) => {
      const observations: Seen[] = [];
      return {
        add: (history) => {
          for (const seen of definition.observe(history, period)) observations.push(seen);
        },
        addUnattached: (facts) => {
          for (const seen of definition.observeUnattached?.(facts, period) ?? []) observations.push(seen);
        },
        conclude: () => conclude(definition, observations, period),
      };
    },
  };
}

/** What is shown of a measure: what was issued of months before is only looked at. */
function withoutEarlier({ cohort, ...measure }: ComputedMeasure): ComputedMeasure {
  return cohort === undefined ? measure : { ...measure, cohort: { ...cohort, earlier: {} } };
}

function conclude<Seen extends Observation>(
  { relate, headline, sensitivity = {}, beside, sums = {}, within = {}, cohort }: MeasureDefinition<Seen>,
  observations: readonly Seen[],
  period: Period,
): ComputedMeasure {
  const seen = relate?.(observations, period) ?? observations;
  const of = (some: readonly Seen[]) => headline(some, period);
  const splits = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, splitFigures(mapValues(categories(seen, dimension), of))]),
  );
  return {
    headline: of(seen),
    sensitivity: mapValues(sensitivity, (reread) => of(seen.map(reread))),
    beside: beside?.(seen, period) ?? {},
    splits,
    comparisons: comparisonsOf(splits),
    sums,
    within,
    ...(cohort === undefined ? {} : { cohort: cohortOf(cohort, cohort.units(seen, period), period) }),
  };
}
