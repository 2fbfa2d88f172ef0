import * as z from 'zod';
import { recordTypeNames } from '../records/registry.ts';

/**
 * The outcome document: the numbers of one commissioner, month and revision, after suppression. Every file of the
 * pack is written from it alone. Numbers are full double precision; rounding belongs to the writers.
 */

export const suppressedSchema = z.strictObject({ state: z.literal('suppressed') });

export const unavailableSchema = z.strictObject({
  state: z.literal('unavailable'),
  /** `not-recorded`: nothing of the kind has ever been sent, so there is nothing to count from. */
  reason: z.enum(['no-eligible', 'beyond-follow-up', 'not-reached', 'not-published', 'not-recorded']),
});

/** A number of people or things, or that it is withheld. */
export const countSchema = z.union([z.int().min(0), suppressedSchema]);

/** u: fewer than ten behind it · p: provisional · r: restated since an earlier issue. */
const marksSchema = z.array(z.enum(['u', 'p', 'r'])).optional();

const pointStates = <Shape extends z.ZodRawShape>(estimated: Shape) =>
  z.discriminatedUnion('state', [
    z.strictObject({ day: z.int(), state: z.literal('estimated'), ...estimated, marks: marksSchema }),
    z.strictObject({ day: z.int(), ...suppressedSchema.shape }),
    z.strictObject({ day: z.int(), ...unavailableSchema.shape }),
  ]);

/** `atRisk`: still under observation after that day; `events`: up to and including it. No limits at 0 and 1. */
export const survivalPointSchema = pointStates({
  value: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  atRisk: countSchema,
  events: countSchema,
});

export const incidencePointSchema = pointStates({
  value: z.number(),
  se: z.number().nullable().optional(),
  lower: z.number().nullable().optional(),
  upper: z.number().nullable().optional(),
});

/** A limit that is not reached is null; of a median that is not reached the lower limit may be. */
export const medianSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('estimated'),
    value: z.number(),
    lower: z.number().nullable().optional(),
    upper: z.number().nullable().optional(),
    marks: marksSchema,
  }),
  suppressedSchema,
  unavailableSchema.extend({ lower: z.number().optional() }),
]);

export const survivalFigureSchema = z.strictObject({
  kind: z.literal('survival'),
  journeys: countSchema,
  events: countSchema,
  /** The events by what they were; they add up to `events`. */
  parts: z.record(z.string(), countSchema),
  points: z.array(survivalPointSchema),
  median: medianSchema,
});

export const incidenceFigureSchema = z.strictObject({
  kind: z.literal('incidence'),
  /** How many were followed: one of these, named after what they are. */
  lapses: countSchema.optional(),
  journeys: countSchema.optional(),
  placements: countSchema.optional(),
  /** The distinct people behind them, where one person may count more than once. */
  people: countSchema.optional(),
  causes: z.record(z.string(), z.array(incidencePointSchema)),
  /** What no cause had ended: with the causes it adds up to 1 on each day. */
  open: z.array(incidencePointSchema),
});

export const proportionFigureSchema = z.discriminatedUnion('state', [
  z.strictObject({
    kind: z.literal('proportion'),
    state: z.literal('estimated'),
    numerator: z.int(),
    denominator: z.int(),
    value: z.number(),
    /** No limits with the method `none`: units of one person hang together. */
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    method: z.enum(['wilson', 'none']),
    /** Who was left out of the denominator, by reason. */
    excluded: z.record(z.string(), countSchema).optional(),
    marks: marksSchema,
  }),
  z.strictObject({ kind: z.literal('proportion'), ...suppressedSchema.shape }),
  z.strictObject({ kind: z.literal('proportion'), ...unavailableSchema.shape }),
]);

export const countFigureSchema = z.discriminatedUnion('state', [
  z.strictObject({
    kind: z.literal('count'),
    state: z.literal('estimated'),
    value: z.int(),
    marks: marksSchema,
  }),
  z.strictObject({ kind: z.literal('count'), ...suppressedSchema.shape }),
]);

/** The median of a number of days, or of the shares of single people. */
export const medianFigureSchema = z.discriminatedUnion('state', [
  z.strictObject({
    kind: z.literal('median'),
    state: z.literal('estimated'),
    value: z.number(),
    /** Documents written before there were medians of shares do not say. */
    unit: z.enum(['days', 'share']).default('days'),
    marks: marksSchema,
  }),
  z.strictObject({ kind: z.literal('median'), ...suppressedSchema.shape }),
  z.strictObject({ kind: z.literal('median'), ...unavailableSchema.shape }),
]);

/** A mean of `values` numbers with its 95% t interval; of fewer than two there are no limits. */
export const meanFigureSchema = z.discriminatedUnion('state', [
  z.strictObject({
    kind: z.literal('mean'),
    state: z.literal('estimated'),
    value: z.number(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    values: z.int(),
    unit: z.enum(['points', 'days', 'share']),
    marks: marksSchema,
  }),
  z.strictObject({ kind: z.literal('mean'), ...suppressedSchema.shape }),
  z.strictObject({ kind: z.literal('mean'), ...unavailableSchema.shape }),
]);

/** Events in the time that people were exposed; `value` is events in one unit of it. */
export const rateFigureSchema = z.discriminatedUnion('state', [
  z.strictObject({
    kind: z.literal('rate'),
    state: z.literal('estimated'),
    value: z.number(),
    lower: z.number(),
    upper: z.number(),
    method: z.enum(['byar', 'exact']),
    events: z.int(),
    exposure: z.number(),
    unit: z.literal('person-week'),
    marks: marksSchema,
  }),
  z.strictObject({ kind: z.literal('rate'), ...suppressedSchema.shape }),
  z.strictObject({ kind: z.literal('rate'), ...unavailableSchema.shape }),
]);

/** One figure of any kind. */
export const figureSchema = z.union([
  survivalFigureSchema,
  incidenceFigureSchema,
  proportionFigureSchema,
  countFigureSchema,
  medianFigureSchema,
  meanFigureSchema,
  rateFigureSchema,
]);

export const targetSchema = z.strictObject({
  value: z.number(),
  direction: z.enum(['at-least', 'at-most']),
  source: z.string(),
});

/** One period's own figure of units that each fall in one period alone. */
const trendPointSchema = z.discriminatedUnion('state', [
  z.strictObject({
    /** `2026-10` or `2026-Q3` */
    period: z.string(),
    state: z.literal('estimated'),
    value: z.number(),
    denominator: z.int().optional(),
    marks: marksSchema,
    /** By which rule it is a signal; absent: common cause. */
    signal: z
      .strictObject({
        rule: z.enum(['outside', 'trend', 'two-of-three', 'shift']),
        side: z.enum(['above', 'below', 'rising', 'falling']),
      })
      .optional(),
  }),
  z.strictObject({ period: z.string(), ...suppressedSchema.shape }),
  z.strictObject({ period: z.string(), ...unavailableSchema.shape }),
]);

/**
 * Change over time, from the outcome documents as issued. `xmr`: a process chart with limits; `run`: too few points
 * for limits; `line`: values of overlapping windows, of which no chart can tell signal from noise.
 */
export const trendSchema = z.strictObject({
  kind: z.enum(['xmr', 'run', 'line']),
  every: z.enum(['month', 'quarter']),
  points: z.array(trendPointSchema),
  mean: z.number().optional(),
  median: z.number().optional(),
  limits: z.strictObject({ lower: z.number(), upper: z.number() }).optional(),
  variation: z
    .enum([
      'common-cause',
      'improving-high',
      'improving-low',
      'concerning-high',
      'concerning-low',
      'neutral-high',
      'neutral-low',
    ])
    .optional(),
  assurance: z.enum(['consistently-met', 'consistently-missed', 'inconsistent']).optional(),
});

/** Providers around the share of all of them together. */
export const funnelSchema = z.strictObject({
  centre: z.number(),
  providers: z.array(
    z.strictObject({
      provider: z.string(),
      numerator: z.int(),
      denominator: z.int(),
      value: z.number(),
      /** Where the share stands: inside the 95% limits, beyond them, or beyond the 99.8% limits. */
      position: z.enum(['low-998', 'low-95', 'within', 'high-95', 'high-998']),
    }),
  ),
});

/** What of a measure is compared over time and between providers. */
export const cohortSchema = z.strictObject({
  every: z.enum(['month', 'quarter']),
  /** The period that ends with this month, when one does, and its own figure. */
  period: z.string().optional(),
  point: proportionFigureSchema.optional(),
  /** The twelve months together, or the month where the measure is of a month. */
  matured: proportionFigureSchema,
  providers: z.record(z.string(), proportionFigureSchema),
  funnel: funnelSchema.optional(),
});

/** A log-rank test between the two groups of a dimension. */
export const comparisonSchema = z.strictObject({
  groups: z.tuple([z.string(), z.string()]),
  statistic: z.number(),
  p: z.number(),
});

/** What stands around a measure's headline figure. */
const around = {
  /** The revision of the measure's definition. */
  revision: z.int().min(1),
  target: targetSchema.optional(),
  /** The same figure under another rule, by the rule's name. */
  sensitivity: z.record(z.string(), figureSchema).optional(),
  /** What is printed beside the headline, by name, in printing order. */
  beside: z.record(z.string(), figureSchema).optional(),
  /** The headline by dimension and category. */
  splits: z.record(z.string(), z.record(z.string(), figureSchema)).optional(),
  /** Between the groups of dimensions that have two, by dimension. */
  comparisons: z.record(z.string(), comparisonSchema).optional(),
  cohort: cohortSchema.optional(),
  trend: trendSchema.optional(),
};

const measureResultSchema = z.union([
  survivalFigureSchema.extend(around),
  incidenceFigureSchema.extend(around),
  z.discriminatedUnion('state', [
    proportionFigureSchema.options[0].extend(around),
    proportionFigureSchema.options[1].extend(around),
    proportionFigureSchema.options[2].extend(around),
  ]),
  z.discriminatedUnion('state', [
    countFigureSchema.options[0].extend(around),
    countFigureSchema.options[1].extend(around),
  ]),
  z.discriminatedUnion('state', [
    meanFigureSchema.options[0].extend(around),
    meanFigureSchema.options[1].extend(around),
    meanFigureSchema.options[2].extend(around),
  ]),
  z.discriminatedUnion('state', [
    rateFigureSchema.options[0].extend(around),
    rateFigureSchema.options[1].extend(around),
    rateFigureSchema.options[2].extend(around),
  ]),
]);

/** The definition a result was computed by, in the words that are printed. */
export const definitionSchema = z.strictObject({
  revision: z.int().min(1),
  title: z.string(),
  question: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  method: z.string(),
  direction: z.enum(['up', 'down', 'neutral']),
  /** What is drawn over time and compared between providers, where that is not the headline itself. */
  cohort: z.string().optional(),
});

/**
 * That records of people were erased: since the issue before, without saying whose or how many; or, in a replay, since
 * the instant that it repeats, with the measures that cannot be repeated for it.
 */
export const erasedSchema = z.discriminatedUnion('since', [
  z.strictObject({ since: z.literal('previous-revision') }),
  z.strictObject({ since: z.literal('as-at'), measures: z.array(z.string()) }),
]);

/** How many records of a type came, changed or went since an issue. */
const recordChangesSchema = z.strictObject({
  added: countSchema,
  amended: countSchema,
  /** Withdrawn, or no longer part of the month. */
  withdrawn: countSchema,
});

/** What moved since the issue before of the same month, and what is behind it. */
export const movedSchema = z.strictObject({
  since: z.strictObject({ revision: z.int().min(1), asAt: z.string() }),
  /** Every figure that says something else, with what it said; what it says now stands at its place. */
  figures: z.array(
    z.strictObject({
      measure: z.string(),
      part: z.enum(['headline', 'sensitivity', 'beside', 'split', 'cohort']),
      name: z.string(),
      category: z.string(),
      /** Null: the issue before had no such figure. */
      issued: figureSchema.nullable(),
      /** False: this issue has no such figure. */
      stands: z.boolean(),
    }),
  ),
  /** Records of which the figures are made, by type. */
  records: z.record(z.string(), recordChangesSchema),
  /** Definitions of another revision; null: there was none, or is none. */
  definitions: z.array(
    z.strictObject({
      measure: z.string(),
      issued: z.int().nullable(),
      now: z.int().nullable(),
    }),
  ),
  /** That small numbers are withheld by another rule. */
  disclosure: z.strictObject({ issued: z.string(), now: z.string() }).optional(),
});

export const outcomeDocumentSchema = z.strictObject({
  schema: z.literal(1),
  commissioner: z.string(),
  commissionerName: z.string(),
  /** The calendar month, `2026-10`. */
  month: z.string(),
  revision: z.int().min(1),
  /** The instant of the run: records received later do not exist for it. */
  asAt: z.string(),
  /** The rule small numbers were withheld by. */
  disclosure: z.enum(['lt5', 'hes7round5']),
  erased: erasedSchema.optional(),
  moved: movedSchema.optional(),
  measures: z.record(z.string(), measureResultSchema),
  definitions: z.record(z.string(), definitionSchema),
  /**
   * Whose records of a type are far from usual in number in the month, by the median of up to six months before: none at
   * all, at most half, or at least double. Told of five people or more; absent where there is nothing to tell.
   */
  volumes: z
    .array(
      z.strictObject({
        provider: z.string(),
        type: z.enum(recordTypeNames),
        found: z.enum(['none', 'half', 'double']),
      }),
    )
    .optional(),
  /** The names of the providers that the splits name by code; documents written before there were names have none. */
  providers: z.record(z.string(), z.string()).optional(),
});

export type OutcomeDocument = z.infer<typeof outcomeDocumentSchema>;
export type MeasureResult = z.infer<typeof measureResultSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type Count = z.infer<typeof countSchema>;
export type Mark = NonNullable<z.infer<typeof marksSchema>>[number];
export type SurvivalFigure = z.infer<typeof survivalFigureSchema>;
export type SurvivalPoint = z.infer<typeof survivalPointSchema>;
export type IncidenceFigure = z.infer<typeof incidenceFigureSchema>;
export type IncidencePoint = z.infer<typeof incidencePointSchema>;
export type ProportionFigure = z.infer<typeof proportionFigureSchema>;
export type CountFigure = z.infer<typeof countFigureSchema>;
export type MedianFigure = z.infer<typeof medianFigureSchema>;
export type MeanFigure = z.infer<typeof meanFigureSchema>;
export type RateFigure = z.infer<typeof rateFigureSchema>;
export type Cohort = z.infer<typeof cohortSchema>;
export type Funnel = z.infer<typeof funnelSchema>;
export type Moved = z.infer<typeof movedSchema>;
export type UnusualVolume = NonNullable<OutcomeDocument['volumes']>[number];
export type Trend = z.infer<typeof trendSchema>;
export type TrendPoint = z.infer<typeof trendPointSchema>;
export type Median = z.infer<typeof medianSchema>;
export type Definition = z.infer<typeof definitionSchema>;
