import type {
  Cohort,
  Definition,
  Figure,
  MeasureResult,
  SurvivalPoint,
  Trend,
  TrendPoint,
} from '../../shared/outcomes/document.ts';
import { aShare } from './a-share.ts';

/**
 * Results of further measures and what stands around the headlines, for documents of tests: every kind of figure that
 * the headlines have not, and every kind of change over time. Means, limits and signals of the trends were computed by
 * hand from their points (mean ± 2.66 times the mean moving range).
 */

const suppressed = { state: 'suppressed' } as const;

/** A count, mean, median or rate of the sample. */
const aCount = (value: number): Figure => ({ kind: 'count', state: 'estimated', value });
const hiddenCount: Figure = { kind: 'count', ...suppressed };

type Given = readonly [numerator: number, denominator: number];

/** Points of consecutive periods, the last one last; null is a withheld one. */
function pointsTo(last: string, given: readonly (Given | null)[]): TrendPoint[] {
  const [year = 0, month = 0] = last.split('-').map(Number);
  return given.map((point, i) => {
    const at = new Date(Date.UTC(year, month - given.length + i, 1)).toISOString().slice(0, 7);
    if (point === null) return { period: at, ...suppressed };
    return { period: at, state: 'estimated', value: point[0] / point[1], denominator: point[1] };
  });
}

type Shown = Extract<TrendPoint, { state: 'estimated' }>;

/** The last points of a trend with their signals; undefined is none. */
const withSignals = (points: TrendPoint[], signals: (Shown['signal'] | undefined)[]): TrendPoint[] =>
  points.map((point, i) => {
    const signal = signals[i - points.length + signals.length];
    return point.state === 'estimated' && signal ? { ...point, signal } : point;
  });

/** A process chart whose last point is far below its limits, with a withheld point. */
export const fallenTrend: Trend = {
  kind: 'xmr',
  every: 'month',
  points: withSignals(
    pointsTo('2026-10', [
      ...([
        [15, 18],
        [17, 21],
        [13, 17],
        [16, 20],
      ] as const),
      null,
      ...([
        [16, 19],
        [12, 16],
        [18, 23],
        [17, 20],
        [14, 18],
        [17, 21],
        [15, 19],
      ] as const),
      ...([
        [19, 24],
        [14, 17],
        [16, 20],
        [17, 22],
        [17, 21],
        [8, 18],
      ] as const),
    ]),
    [{ rule: 'outside', side: 'below' }],
  ),
  mean: 0.7794672859211275,
  limits: { lower: 0.6217152805735339, upper: 0.937219291268721 },
  variation: 'concerning-low',
  assurance: 'inconsistent',
};

/** A process chart of chance alone, one of its points restated. */
export const steadyTrend: Trend = {
  kind: 'xmr',
  every: 'month',
  points: pointsTo('2026-10', [
    ...([
      [2, 5],
      [3, 6],
      [2, 5],
      [3, 7],
      [2, 5],
      [2, 6],
      [4, 8],
      [2, 5],
    ] as const),
    ...([
      [3, 6],
      [3, 7],
      [2, 5],
      [3, 6],
      [2, 5],
      [3, 6],
      [3, 7],
      [4, 8],
    ] as const),
  ]).map((point, i) => (point.state === 'estimated' && i === 6 ? { ...point, marks: ['r'] } : point)),
  mean: 0.43869047619047624,
  limits: { lower: 0.2199793650793652, upper: 0.6574015873015873 },
  variation: 'common-cause',
  assurance: 'inconsistent',
};

/** A process chart of which the last seven points lie above the mean. */
export const risenTrend: Trend = {
  kind: 'xmr',
  every: 'month',
  points: withSignals(
    pointsTo('2026-10', [
      ...([
        [22, 80],
        [24, 82],
        [21, 79],
        [25, 85],
        [23, 88],
        [22, 84],
        [24, 83],
        [22, 86],
        [25, 90],
      ] as const),
      ...([
        [23, 87],
        [22, 85],
        [30, 88],
        [33, 89],
        [34, 91],
        [31, 86],
        [33, 84],
        [32, 85],
        [31, 88],
      ] as const),
    ]),
    [
      { rule: 'shift', side: 'above' },
      { rule: 'two-of-three', side: 'above' },
      { rule: 'outside', side: 'above' },
      { rule: 'two-of-three', side: 'above' },
      { rule: 'outside', side: 'above' },
      { rule: 'outside', side: 'above' },
      { rule: 'two-of-three', side: 'above' },
    ],
  ),
  mean: 0.3091232786820078,
  limits: { lower: 0.24519155228532957, upper: 0.373055005078686 },
  variation: 'improving-high',
  assurance: 'consistently-missed',
};

/** A run chart of few quarters. */
export const trialTrend: Trend = {
  kind: 'run',
  every: 'quarter',
  points: ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map((period, i) => ({
    period,
    state: 'estimated',
    value: [0.4, 0.5, 0.3333333333333333, 0.6, 0.4][i]!,
    denominator: [5, 6, 6, 5, 5][i]!,
  })),
  median: 0.4,
};

/** Values of overlapping windows. */
export const rollingTrend = (...values: number[]): Trend => ({
  kind: 'line',
  every: 'month',
  points: pointsTo(
    '2026-10',
    values.map((value) => [value, 1]),
  ).map((point) =>
    point.state === 'estimated' ? { period: point.period, state: 'estimated', value: point.value } : point,
  ),
});

/** Two providers, one of them far below what chance would make. */
export const apartCohort: Cohort = {
  every: 'month',
  period: '2026-10',
  point: { ...aShare(8, 18), lower: 0.24563, upper: 0.66288, method: 'wilson' },
  matured: { ...aShare(180, 234), lower: 0.71128, upper: 0.81838, method: 'wilson' },
  providers: { 'harbour-house': aShare(62, 95), 'janus-enterprise': aShare(118, 139) },
  funnel: {
    centre: 180 / 234,
    providers: [
      { provider: 'harbour-house', numerator: 62, denominator: 95, value: 62 / 95, position: 'low-95' },
      {
        provider: 'janus-enterprise',
        numerator: 118,
        denominator: 139,
        value: 118 / 139,
        position: 'high-95',
      },
    ],
  },
};

/** Two providers that differ as chance would make them. */
export const alikeCohort: Cohort = {
  every: 'month',
  period: '2026-10',
  point: { ...aShare(31, 88), lower: 0.26059, upper: 0.45626, method: 'wilson' },
  matured: { ...aShare(31, 88), lower: 0.26059, upper: 0.45626, method: 'wilson' },
  providers: { 'harbour-house': aShare(10, 36), 'janus-enterprise': aShare(21, 52) },
  funnel: {
    centre: 31 / 88,
    providers: [
      { provider: 'harbour-house', numerator: 10, denominator: 36, value: 10 / 36, position: 'within' },
      { provider: 'janus-enterprise', numerator: 21, denominator: 52, value: 21 / 52, position: 'within' },
    ],
  },
};

const aftercarePoint = (day: number, value: number, atRisk: number, events: number): SurvivalPoint => ({
  day,
  state: 'estimated',
  value,
  lower: value - 0.08,
  upper: value + 0.06,
  atRisk,
  events,
});

/** The further measures of the full sample. */
export const furtherResults: Record<string, MeasureResult> = {
  caseload: {
    revision: 1,
    kind: 'count',
    state: 'estimated',
    value: 88,
    beside: {
      referred: aCount(31),
      waiting: aCount(12),
      started: aCount(21),
      'exits-completed': aCount(9),
      'exits-left': hiddenCount,
      'exits-died': aCount(0),
      're-opened': aCount(0),
      'exits-withdrawn': aCount(0),
    },
    splits: {
      sex: {
        female: { kind: 'count', state: 'estimated', value: 33 },
        male: { kind: 'count', state: 'estimated', value: 55 },
      },
    },
    trend: rollingTrend(80, 82, 79, 85, 88),
  },
  attendance: {
    revision: 1,
    ...aShare(322, 441),
    target: { value: 0.8, direction: 'at-least', source: 'Contract 2026, schedule 4' },
    beside: {
      'median-of-people': { kind: 'median', state: 'estimated', value: 0.75, unit: 'share' },
      'cancelled-by-service': aCount(14),
    },
    splits: {
      provider: { 'janus-enterprise': aShare(210, 280), 'harbour-house': aShare(112, 161) },
      sex: { female: aShare(130, 170), male: { kind: 'proportion', ...suppressed } },
    },
    trend: {
      kind: 'xmr',
      every: 'month',
      points: pointsTo('2026-10', [
        ...([
          [300, 412],
          [291, 398],
          [318, 431],
          [305, 420],
          [300, 405],
          [280, 390],
          [330, 444],
        ] as const),
        ...([
          [339, 452],
          [306, 418],
          [300, 409],
          [318, 433],
          [315, 427],
          [322, 441],
        ] as const),
      ]),
      mean: 0.73408321575182,
      limits: { lower: 0.7070793218367579, upper: 0.7610871096668821 },
      variation: 'common-cause',
      assurance: 'consistently-missed',
    },
  },
  'waiting-time': {
    revision: 1,
    ...aShare(64, 81),
    lower: 0.68965,
    upper: 0.86476,
    method: 'wilson',
    excluded: { 'negative-wait': suppressed },
    beside: {
      'median-wait': { kind: 'median', state: 'estimated', value: 15.5, unit: 'days' },
      'waiting-over-21-days': aCount(6),
    },
    trend: rollingTrend(0.741, 0.752, 0.76, 0.771, 64 / 81),
    cohort: apartCohort,
  },
  'lapse-intensity': {
    revision: 1,
    kind: 'rate',
    state: 'estimated',
    value: 65 / 33.7,
    lower: 50.1631877104594537 / 33.7,
    upper: 82.849138545939837 / 33.7,
    method: 'byar',
    events: 65,
    exposure: 33.7,
    unit: 'person-week',
    target: { value: 2, direction: 'at-least', source: 'Contract 2026, schedule 2' },
    beside: {
      'one-to-ones-before': {
        kind: 'rate',
        state: 'estimated',
        value: 0.9,
        lower: 0.63,
        upper: 1.246,
        method: 'byar',
        events: 36,
        exposure: 40,
        unit: 'person-week',
      },
      'tests-in-lapse': { kind: 'rate', ...suppressed },
    },
    splits: {
      sex: {
        female: { kind: 'rate', ...suppressed },
        male: {
          kind: 'rate',
          state: 'estimated',
          value: 2,
          lower: 1.4,
          upper: 2.77,
          method: 'byar',
          events: 36,
          exposure: 18,
          unit: 'person-week',
        },
      },
    },
  },
  wellbeing: {
    revision: 1,
    kind: 'mean',
    state: 'estimated',
    value: 2.0625,
    lower: 1.37,
    upper: 2.755,
    values: 40,
    unit: 'points',
    beside: {
      'physical-health': {
        kind: 'mean',
        state: 'estimated',
        value: -1.25,
        lower: -2.1,
        upper: -0.4,
        values: 38,
        unit: 'points',
      },
      'paid-work-days': {
        kind: 'mean',
        state: 'estimated',
        value: 3.2,
        lower: null,
        upper: null,
        values: 1,
        unit: 'days',
        marks: ['u'],
      },
    },
    splits: {
      goal: {
        abstinence: {
          kind: 'mean',
          state: 'estimated',
          value: 2.2,
          lower: 1.3,
          upper: 3.1,
          values: 31,
          unit: 'points',
        },
        reduction: { kind: 'mean', ...suppressed },
      },
    },
  },
  'aftercare-abstinence': {
    revision: 1,
    kind: 'survival',
    journeys: 52,
    events: 11,
    parts: { lapsed: 8, 'left-unplanned': suppressed, died: suppressed },
    points: [
      aftercarePoint(28, 0.9231, 46, 5),
      aftercarePoint(56, 0.8654, 40, 7),
      aftercarePoint(84, 0.8269, 31, 9),
      { day: 168, ...suppressed },
    ],
    median: { state: 'unavailable', reason: 'not-reached' },
    comparisons: { sex: { groups: ['female', 'male'], statistic: 0.42, p: 0.517 } },
    splits: {
      sex: {
        female: {
          kind: 'survival',
          journeys: 20,
          events: 5,
          parts: {},
          points: [aftercarePoint(84, 0.8, 12, 5)],
          median: suppressed,
        },
        male: {
          kind: 'survival',
          journeys: 32,
          events: 6,
          parts: {},
          points: [aftercarePoint(84, 0.85, 19, 6)],
          median: suppressed,
        },
      },
    },
  },
  'practice-reflection': {
    revision: 1,
    kind: 'proportion',
    state: 'unavailable',
    reason: 'not-recorded',
    beside: { reflections: aCount(0) },
  },
  'counselling-access': { revision: 1, kind: 'proportion', ...suppressed, beside: { sessions: hiddenCount } },
  'women-only-access': { revision: 1, kind: 'proportion', state: 'unavailable', reason: 'no-eligible' },
};

const definition = (
  title: string,
  question: string,
  direction: Definition['direction'] = 'up',
): Definition => ({
  revision: 1,
  title,
  question,
  numerator: `What ${title.toLowerCase()} counts.`,
  denominator: `What ${title.toLowerCase()} is out of.`,
  method: 'As its kind of figure is computed.',
  direction,
});

/** The definitions of the further measures. */
export const furtherDefinitions: Record<string, Definition> = {
  caseload: definition('Caseload', 'Whom did the services see?', 'neutral'),
  attendance: definition('Attendance', 'Do people come to what is offered?'),
  'waiting-time': definition('Waiting time', 'Do people start within three weeks of being referred?'),
  'lapse-intensity': definition(
    'Intensity during a lapse',
    'Is there more one-to-one work while a lapse is open?',
  ),
  wellbeing: definition('Wellbeing', 'Do people feel better?'),
  'aftercare-abstinence': definition(
    'Abstinence in aftercare',
    'Do people in aftercare go on without a lapse?',
  ),
  'practice-reflection': definition('Practice reflection', 'Do workers reflect on their practice?'),
  'counselling-access': definition('Counselling', 'Do people get counselling?'),
  'women-only-access': definition('Women-only groups', 'Do women come to groups of their own?'),
};
