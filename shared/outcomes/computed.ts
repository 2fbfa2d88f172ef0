import type { ProviderVolume } from '../quality/count-volumes.ts';
import type { Definition, Mark, OutcomeDocument } from './document.ts';

/**
 * Figures as computed, before any is withheld: beside each number the count of distinct people it stands on, which
 * decides whether it may be shown. Nothing here is rounded or worded. No writer ever sees these.
 */

type Marks = { readonly marks: readonly Mark[] };

/** A number of people or things, and how many distinct people are behind it. */
export type Counted = { readonly count: number; readonly people: number };

type Unavailable = {
  readonly state: 'unavailable';
  readonly reason: 'no-eligible' | 'beyond-follow-up' | 'not-reached';
};

/**
 * How many distinct people are behind what happened between two reported times: `[from][to]`, where 0 is the start,
 * 1, 2, … the reported days in order, and the last one the end of all follow-up.
 */
export type Flow = readonly (readonly number[])[];

export type ComputedSurvivalPoint = { readonly day: number } & (
  | ({
      readonly state: 'estimated';
      readonly value: number;
      readonly lower: number | null;
      readonly upper: number | null;
      readonly atRisk: Counted;
      readonly events: Counted;
      /** The people who had no event by that day. */
      readonly complement: number;
    } & Marks)
  | Unavailable
);

export type ComputedMedian =
  | ({
      readonly state: 'estimated';
      readonly value: number;
      readonly lower?: number | null;
      readonly upper?: number | null;
      readonly people: number;
    } & Marks)
  | NotReached
  | Unavailable;

/** A median that is not reached, but its lower limit is; `people` as of a median. */
type NotReached = {
  readonly state: 'unavailable';
  readonly reason: 'not-reached';
  readonly lower: number;
  readonly people: number;
};

/** How long one was followed and whether an event ended it, as a comparison of two groups reads it. */
export type Followed = { readonly time: number; readonly event: boolean };

export type ComputedSurvival = {
  readonly kind: 'survival';
  /** The day the reader came for: withheld last. */
  readonly headlineDay: number;
  readonly journeys: Counted;
  readonly events: Counted;
  /** The people behind journeys without an event. */
  readonly complement: number;
  readonly parts: Readonly<Record<string, Counted>>;
  readonly points: readonly ComputedSurvivalPoint[];
  readonly median: ComputedMedian;
  readonly eventFlow: Flow;
  readonly censoredFlow: Flow;
  /** The people followed beyond the first time who had no event by the second. */
  readonly freeFlow: Flow;
  /** Each journey, by time; never shown. */
  readonly followed: readonly Followed[];
};

export type ComputedIncidencePoint = { readonly day: number } & (
  | ({
      readonly state: 'estimated';
      readonly value: number;
      /** The people in this state by that day, and the others. */
      readonly people: number;
      readonly complement: number;
      readonly se?: number;
      readonly lower?: number | null;
      readonly upper?: number | null;
    } & Marks)
  | Unavailable
);

/** One cause over the reported days, or what no cause had ended. */
export type ComputedSeries = {
  readonly points: readonly ComputedIncidencePoint[];
  readonly flow: Flow;
  /** How many were ended between each two neighbouring times of the flow. */
  readonly ended: readonly number[];
};

export type ComputedIncidence = {
  readonly kind: 'incidence';
  readonly unit: 'lapses' | 'journeys' | 'placements';
  readonly followed: Counted;
  /** The cause and the day the reader came for: withheld last. */
  readonly headline: string;
  readonly headlineDay: number;
  readonly causes: Readonly<Record<string, ComputedSeries>>;
  readonly open: ComputedSeries;
};

export type ComputedProportion = {
  readonly kind: 'proportion';
  readonly numerator: Counted;
  readonly denominator: Counted;
  /** The people behind denominator − numerator. */
  readonly complement: number;
  readonly excluded?: Readonly<Record<string, Counted>>;
  /** `none`: units of one person hang together, so an interval of independent ones would be too narrow. */
  readonly interval: 'wilson' | 'none';
  /** The population that the denominator counts, where other figures count it, too. */
  readonly population?: Population;
  /** Nothing of the kind has ever been sent, so that 0 would say something untrue. */
  readonly notRecorded?: true;
} & Marks;

export type ComputedCount = { readonly kind: 'count'; readonly population?: Population } & Counted & Marks;

export type ComputedMedianFigure = {
  readonly kind: 'median';
  readonly unit: 'days' | 'share';
  readonly median: ComputedMedian;
};

/** A mean of `values` numbers with the 95% t interval; no limits of fewer than two. */
export type ComputedMean = { readonly kind: 'mean'; readonly unit: 'points' | 'days' | 'share' } & (
  | ({
      readonly state: 'estimated';
      readonly value: number;
      readonly lower: number | null;
      readonly upper: number | null;
      readonly values: number;
      readonly people: number;
    } & Marks)
  | Unavailable
);

/** Events in the time that people were exposed, in `unit`s. */
export type ComputedRate = { readonly kind: 'rate'; readonly unit: 'person-week' } & (
  | ({
      readonly state: 'estimated';
      readonly events: Counted;
      readonly exposure: Exposure;
    } & Marks)
  | Unavailable
);

/** An amount of time, and how many distinct people it is of. */
export type Exposure = { readonly amount: number; readonly people: number };

/** People who are counted in several figures of a pack, by the name they have in all of them. */
export type Population = (typeof POPULATIONS)[number];

export const POPULATIONS = [
  'in-treatment',
  'women-in-treatment',
  'ended',
  'matured-starts',
  'parents',
  'waiting',
] as const;

export type ComputedHeadline =
  ComputedSurvival | ComputedIncidence | ComputedProportion | ComputedCount | ComputedMean | ComputedRate;
export type ComputedFigure = ComputedHeadline | ComputedMedianFigure;

/** What of a measure is compared over time and between providers: units of which each falls in one period alone. */
export type ComputedCohort = {
  readonly every: 'month' | 'quarter';
  /** The period that ends with the month, when one does: `2026-10`, `2026-Q3`. */
  readonly period?: string;
  readonly point?: ComputedProportion;
  /** The same of the twelve months, or of the month where the measure is of a month; by provider. */
  readonly matured: ComputedProportion;
  readonly providers: Readonly<Record<string, ComputedProportion>>;
  /**
   * The periods before that of `point`, in all of twenty-four months, as far as there was anything; never shown: they
   * were when they were the month's own. By period.
   */
  readonly earlier: Readonly<Record<string, ComputedProportion>>;
};

/** A log-rank test of the two categories of a dimension. */
export type ComputedComparison = {
  readonly groups: [string, string];
  readonly statistic: number;
  readonly p: number;
};

export type ComputedMeasure = {
  readonly headline: ComputedHeadline;
  readonly sensitivity: Readonly<Record<string, ComputedHeadline>>;
  readonly beside: Readonly<Record<string, ComputedFigure>>;
  readonly splits: Readonly<Record<string, Readonly<Record<string, ComputedHeadline>>>>;
  readonly comparisons: Readonly<Record<string, ComputedComparison>>;
  readonly cohort?: ComputedCohort;
  /**
   * Counts that add up to another one, by its name: a figure beside, or `headline`; of a proportion the denominator,
   * or with `/numerator` or `/complement` that.
   */
  readonly sums: Readonly<Record<string, readonly string[]>>;
  /** Counts of which all are in another one, by its name. */
  readonly within: Readonly<Record<string, string>>;
};

/** What a target asks of a measure, as printed beside it. */
export type ComputedTarget = NonNullable<OutcomeDocument['measures'][string]['target']>;

/** All figures of one commissioner and month. */
export type ComputedOutcomes = Pick<
  OutcomeDocument,
  'commissioner' | 'commissionerName' | 'month' | 'disclosure'
> & {
  readonly measures: Readonly<Record<string, ComputedMeasure>>;
  readonly targets: Readonly<Record<string, ComputedTarget>>;
  readonly definitions: Readonly<Record<string, Definition>>;
  /** The names of the providers in the splits, by code. */
  readonly providers: Readonly<Record<string, string>>;
  /** Whose records are far from usual in number. */
  readonly volumes?: readonly ProviderVolume[];
};
