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
  | Unavailable;

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
export type ComputedSeries = { readonly points: readonly ComputedIncidencePoint[]; readonly flow: Flow };

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
} & Marks;

export type ComputedCount = { readonly kind: 'count' } & Counted & Marks;

export type ComputedMedianFigure = { readonly kind: 'median'; readonly median: ComputedMedian };

export type ComputedHeadline = ComputedSurvival | ComputedIncidence | ComputedProportion;
export type ComputedFigure = ComputedHeadline | ComputedCount | ComputedMedianFigure;

export type ComputedMeasure = {
  readonly headline: ComputedHeadline;
  readonly sensitivity: Readonly<Record<string, ComputedHeadline>>;
  readonly beside: Readonly<Record<string, ComputedFigure>>;
  readonly splits: Readonly<Record<string, Readonly<Record<string, ComputedHeadline>>>>;
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
};
