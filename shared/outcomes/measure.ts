import { canonical } from './canonical.ts';
import type { ComputedFigure, ComputedHeadline, ComputedMeasure } from './computed.ts';
import { DIMENSIONS, type Dimensions } from './dimensions.ts';
import type { Definition } from './document.ts';
import type { Period } from './period.ts';
import type { PersonHistory, UnattachedFacts } from './person-history.ts';

/** One small fact a measure keeps of a person; without `dimensions` it is in no split. */
export type Observation = { readonly who: string; readonly dimensions?: Dimensions };

/** A measure as its file states it: the words that are printed and what is counted, side by side. */
type MeasureDefinition<Seen extends Observation> = Definition & {
  readonly id: string;
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
  readonly lookBackDays: number;
  readonly begin: (period: Period) => Computation;
  /**
   * Whether a person is in any figure: with nobody but them it is another than with nobody at all, or they are how
   * somebody else is known who may be in one, as a relative of several people is.
   */
  readonly counts: (history: PersonHistory, period: Period) => boolean;
};

/** Makes a measure of its definition; splits and sensitivities are the same for all. */
export function measure<Seen extends Observation>(definition: MeasureDefinition<Seen>): Measure {
  const { id, lookBackDays, revision, title, question, numerator, denominator, method, direction } =
    definition;
  return {
    id,
    lookBackDays,
    definition: { revision, title, question, numerator, denominator, method, direction },
    counts: (history, period) => {
      const seen = definition.observe(history, period);
      if (seen.some(({ who }) => who !== history.who)) return true;
      return canonical(conclude(definition, seen, period)) !== canonical(conclude(definition, [], period));
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

function conclude<Seen extends Observation>(
  { relate, headline, sensitivity = {}, beside }: MeasureDefinition<Seen>,
  observations: readonly Seen[],
  period: Period,
): ComputedMeasure {
  const seen = relate?.(observations, period) ?? observations;
  const of = (some: readonly Seen[]) => headline(some, period);
  return {
    headline: of(seen),
    sensitivity: mapValues(sensitivity, (reread) => of(seen.map(reread))),
    beside: beside?.(seen, period) ?? {},
    splits: Object.fromEntries(
      DIMENSIONS.map((dimension) => [dimension, mapValues(categories(seen, dimension), of)]),
    ),
  };
}

/** The observations of each category of a dimension, categories in alphabetical order. */
function categories<Seen extends Observation>(
  observations: readonly Seen[],
  dimension: keyof Dimensions,
): Record<string, readonly Seen[]> {
  const groups = new Map<string, Seen[]>();
  for (const one of observations) {
    if (one.dimensions === undefined) continue;
    const category = one.dimensions[dimension];
    const group = groups.get(category);
    if (group === undefined) groups.set(category, [one]);
    else group.push(one);
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
