import type {
  Definition,
  Figure,
  IncidenceFigure,
  IncidencePoint,
  MeasureResult,
  Moved,
  OutcomeDocument,
  ProportionFigure,
  SurvivalFigure,
} from '../../shared/outcomes/document.ts';
import {
  alikeCohort,
  apartCohort,
  fallenTrend,
  furtherDefinitions,
  furtherResults,
  risenTrend,
  rollingTrend,
  steadyTrend,
  trialTrend,
} from './further-results.ts';

/**
 * Outcome documents for tests of everything that is written from one. They are believable and cover every shape, but
 * no number in them was computed by a measure.
 */

const suppressed = { state: 'suppressed' } as const;
const unavailable = (
  reason: 'no-eligible' | 'beyond-follow-up' | 'not-reached' | 'not-published' | 'not-recorded',
) => ({ state: 'unavailable', reason }) as const;

/** A month with every kind of figure: estimated, suppressed, unavailable, marked, split, beside, under other rules. */
export function anOutcomeDocument(stated: Partial<OutcomeDocument> = {}): OutcomeDocument {
  return {
    schema: 1,
    commissioner: 'northshire',
    commissionerName: 'Northshire County Council',
    month: '2026-10',
    revision: 2,
    asAt: '2026-11-05T06:00:00.000Z',
    disclosure: 'lt5',
    measures: {
      'abstinence-retention': abstinenceRetention,
      retention,
      'lapse-recovery': lapseRecovery,
      'family-engagement': familyEngagement,
      'volunteer-progression': volunteerProgression,
      ...furtherResults,
    },
    definitions,
    providers: { 'janus-enterprise': 'Janus Enterprise', 'harbour-house': 'Harbour House' },
    ...stated,
  };
}

/** A first month in which nobody was eligible for anything. */
export const anEmptyOutcomeDocument = (): OutcomeDocument =>
  anOutcomeDocument({
    commissioner: 'newborough',
    commissionerName: 'Newborough Council',
    revision: 1,
    measures: {
      'abstinence-retention': { ...nobody, revision: 1 },
      retention: { ...nobody, revision: 1 },
      'lapse-recovery': {
        revision: 1,
        kind: 'incidence',
        lapses: 0,
        people: 0,
        causes: {
          recovered: noDays([28, 56, 84]),
          relapsed: noDays([28, 56, 84]),
          exited: noDays([28, 56, 84]),
        },
        open: noDays([28, 56, 84]),
      },
      'family-engagement': { revision: 1, kind: 'proportion', ...unavailable('no-eligible') },
      'volunteer-progression': { revision: 1, kind: 'proportion', ...unavailable('no-eligible') },
      'counselling-access': { revision: 1, kind: 'proportion', ...unavailable('no-eligible') },
      'practice-reflection': { revision: 1, kind: 'proportion', ...unavailable('not-recorded') },
    },
  });

/** A small area where nearly every number is withheld. */
export const aTinyOutcomeDocument = (): OutcomeDocument =>
  anOutcomeDocument({
    commissioner: 'isle',
    commissionerName: 'Isle of Wester',
    revision: 1,
    measures: {
      'abstinence-retention': {
        revision: 1,
        kind: 'survival',
        journeys: 7,
        events: suppressed,
        parts: { lapsed: suppressed, 'left-unplanned': suppressed, died: 0 },
        points: [
          {
            day: 28,
            state: 'estimated',
            value: 1,
            lower: null,
            upper: null,
            atRisk: 7,
            events: 0,
            marks: ['u'],
          },
          { day: 56, ...suppressed },
          { day: 84, ...suppressed },
          { day: 168, ...unavailable('beyond-follow-up') },
        ],
        median: suppressed,
        beside: { occupancy: hiddenIncidence },
        splits: { sex: { female: hiddenSurvival, male: hiddenSurvival } },
      },
      'lapse-recovery': { ...hiddenIncidence, revision: 1 },
      'family-engagement': {
        revision: 1,
        ...proportion(0, 6),
        marks: ['u'],
        splits: { sex: { female: hiddenProportion, male: hiddenProportion } },
      },
      'volunteer-progression': { revision: 1, ...hiddenProportion },
    },
  });

/** A commissioner whose numbers are rounded, and who gets no shares over days. */
export function aRoundedOutcomeDocument(): OutcomeDocument {
  const notPublished = (days: number[]) => days.map((day) => ({ day, ...unavailable('not-published') }));
  return anOutcomeDocument({
    disclosure: 'hes7round5',
    measures: {
      'abstinence-retention': {
        revision: 1,
        kind: 'survival',
        journeys: 70,
        events: 25,
        parts: { lapsed: 15, 'left-unplanned': suppressed, died: 0 },
        points: notPublished([28, 56, 84, 168]),
        median: unavailable('not-published'),
        splits: {
          service: { 'day-programme': { ...nobody, journeys: 70, points: notPublished([84]) } },
          sex: {
            female: { ...nobody, journeys: 30, points: notPublished([84]) },
            male: { ...nobody, journeys: 40, points: notPublished([84]) },
          },
        },
      },
      'lapse-recovery': {
        revision: 2,
        kind: 'incidence',
        lapses: 20,
        causes: { recovered: notPublished([28, 56, 84]) },
        open: notPublished([28, 56, 84]),
      },
      'family-engagement': {
        revision: 1,
        ...proportion(10, 70),
        beside: { 'family-supported': { kind: 'count', state: 'estimated', value: 15 } },
        splits: { sex: { female: proportion(10, 30), male: hiddenProportion } },
      },
    },
  });
}

/** The full document with names as long as they can be, and with characters that mean something to a typesetter. */
export function aLongNamedOutcomeDocument(): OutcomeDocument {
  const document = anOutcomeDocument({
    commissionerName:
      'The Combined Drug and Alcohol Treatment Commissioning Partnership of Northshire, Westermoor & the Isles ' +
      '(#panic() $x$ *bold* _it_ <label> @ref "quoted" // \\ `raw`) Ñandú 日本 😀',
  });
  const family = document.measures['family-engagement'];
  const name = (letter: string) => letter.repeat(64);
  return {
    ...document,
    measures: {
      ...document.measures,
      'family-engagement': {
        ...family,
        splits: {
          provider: {
            [name('W')]: proportion(21, 52),
            ['a-provider.whose_code-is.as-long_as-codes.may-be_at-sixty-four.x']: proportion(10, 36),
            '=HYPERLINK("http://example.org")': proportion(6, 12),
          },
        },
      } as MeasureResult,
    },
    definitions: {
      ...document.definitions,
      'family-engagement': {
        ...definitions['family-engagement']!,
        title:
          'Family engagement, including kinship carers, partners, siblings and everybody else who comes to a group',
      },
    },
  };
}

type Point = [day: number, value: number, lower: number, upper: number, atRisk: number, events: number];

function survival(journeys: number, events: number, points: Point[]): SurvivalFigure {
  return {
    kind: 'survival',
    journeys,
    events,
    parts: {},
    points: points.map(([day, value, lower, upper, atRisk, n]) => ({
      day,
      state: 'estimated',
      value,
      lower,
      upper,
      atRisk,
      events: n,
    })),
    median: unavailable('not-reached'),
  };
}

/** Estimates of one cause at days 28, 56, 84 …, with a made-up interval around each. */
const shares = (...values: number[]): IncidencePoint[] =>
  values.map((value, i) => ({
    day: [28, 56, 84, 168][i]!,
    state: 'estimated',
    value,
    se: value / 7,
    lower: value * 0.83,
    upper: value * 1.15,
  }));

/** What is still open, without intervals. */
const openShares = (...values: number[]): IncidencePoint[] =>
  values.map((value, i) => ({ day: [28, 56, 84, 168][i]!, state: 'estimated', value }));

const hiddenDays = (days: number[]): IncidencePoint[] => days.map((day) => ({ day, ...suppressed }));
const noDays = (days: number[]): IncidencePoint[] =>
  days.map((day) => ({ day, ...unavailable('no-eligible') }));

/** A proportion with its Wilson interval (Wilson 1927). */
function proportion(
  numerator: number,
  denominator: number,
): Extract<ProportionFigure, { state: 'estimated' }> {
  const z = 1.959963984540054;
  const value = numerator / denominator;
  const middle = numerator + (z * z) / 2;
  const half = z * Math.sqrt(numerator * (1 - value) + (z * z) / 4);
  return {
    kind: 'proportion',
    state: 'estimated',
    numerator,
    denominator,
    value,
    lower: numerator === 0 ? 0 : (middle - half) / (denominator + z * z),
    upper: numerator === denominator ? 1 : (middle + half) / (denominator + z * z),
    method: 'wilson',
  };
}

const hiddenProportion: Figure & { kind: 'proportion' } = { kind: 'proportion', ...suppressed };

const hiddenIncidence: IncidenceFigure = {
  kind: 'incidence',
  lapses: suppressed,
  people: suppressed,
  causes: {
    recovered: hiddenDays([28, 56, 84]),
    relapsed: hiddenDays([28, 56, 84]),
    exited: hiddenDays([28, 56, 84]),
  },
  open: hiddenDays([28, 56, 84]),
};

const hiddenSurvival: SurvivalFigure = {
  kind: 'survival',
  journeys: suppressed,
  events: suppressed,
  parts: { lapsed: suppressed, 'left-unplanned': suppressed, died: suppressed },
  points: [28, 56, 84, 168].map((day) => ({ day, ...suppressed })),
  median: suppressed,
};

const nobody: SurvivalFigure = {
  kind: 'survival',
  journeys: 0,
  events: 0,
  parts: { lapsed: 0, 'left-unplanned': 0, died: 0 },
  points: [28, 56, 84, 168].map((day) => ({ day, ...unavailable('no-eligible') })),
  median: unavailable('no-eligible'),
};

const abstinenceRetention: MeasureResult = {
  revision: 1,
  ...survival(238, 87, [
    [28, 0.9411764705882353, 0.90243, 0.96484, 219, 14],
    [56, 0.8653112840466926, 0.81518, 0.90267, 188, 31],
    [84, 0.7912350597609562, 0.7334, 0.83801, 156, 47],
    [168, 0.6049723756906077, 0.53527, 0.66728, 82, 87],
  ]),
  parts: { lapsed: 51, 'left-unplanned': suppressed, died: suppressed },
  median: { state: 'estimated', value: 302.5, lower: 214, upper: null, marks: ['p'] },
  comparisons: { sex: { groups: ['female', 'male'], statistic: 3.8414588206941, p: 0.05 } },
  trend: fallenTrend,
  cohort: apartCohort,
  target: { value: 0.8, direction: 'at-least', source: 'Contract 2026, schedule 2' },
  sensitivity: {
    'missed-counts-as-positive': survival(238, 164, [
      [28, 0.7436974789915967, 0.68331, 0.79431, 174, 61],
      [56, 0.5210084033613446, 0.4554, 0.58252, 119, 112],
      [84, 0.38235294117647056, 0.32065, 0.44363, 84, 141],
      [168, 0.2521008403361345, 0.19867, 0.3088, 40, 164],
    ]),
    'positive-before-first-negative-ignored': survival(238, 71, [
      [28, 0.9663865546218487, 0.93436, 0.98293, 225, 8],
      [56, 0.9058, 0.86043, 0.93693, 196, 22],
      [84, 0.8375, 0.78371, 0.87906, 164, 37],
      [168, 0.6671, 0.59813, 0.72691, 90, 71],
    ]),
    'silence-counts-as-exit': {
      ...survival(238, 103, [
        [28, 0.9369747899159664, 0.89735, 0.96165, 216, 15],
        [56, 0.8319327731092437, 0.77815, 0.87373, 179, 39],
        [84, 0.7352941176470589, 0.67426, 0.78669, 142, 61],
      ]),
      points: [
        ...survival(238, 103, [
          [28, 0.9369747899159664, 0.89735, 0.96165, 216, 15],
          [56, 0.8319327731092437, 0.77815, 0.87373, 179, 39],
          [84, 0.7352941176470589, 0.67426, 0.78669, 142, 61],
        ]).points,
        { day: 168, ...suppressed },
      ],
    },
  },
  beside: {
    occupancy: {
      kind: 'incidence',
      journeys: 238,
      causes: {
        'moved-on': shares(0.0126, 0.0546, 0.1891, 0.4034),
        lapsed: shares(0.0378, 0.0798, 0.1176, 0.1933),
        'left-unplanned': shares(0.0168, 0.0462, 0.0714, 0.1303),
        died: [
          { day: 28, state: 'estimated', value: 0, se: 0, lower: null, upper: null },
          ...shares(0.0042, 0.0042, 0.0042, 0.0042).slice(1),
        ],
      },
      open: openShares(0.9328, 0.8152, 0.6177, 0.2688),
    },
  },
  splits: {
    provider: {
      'janus-enterprise': survival(141, 49, [[84, 0.8085106382978723, 0.73311, 0.86458, 98, 25]]),
      'harbour-house': survival(97, 38, [[84, 0.7659574468085106, 0.66797, 0.83846, 58, 22]]),
    },
    sex: {
      female: survival(84, 28, [[84, 0.8214285714285714, 0.72086, 0.88859, 58, 15]]),
      male: survival(149, 56, [[84, 0.7785234899328859, 0.70271, 0.83719, 95, 31]]),
      'not-stated': hiddenSurvival,
    },
    'age-band': {
      '18-24': survival(31, 15, [[84, 0.6129032258064516, 0.41956, 0.75877, 16, 12]]),
      '25-34': survival(88, 34, [[84, 0.7840909090909091, 0.6827, 0.85639, 57, 19]]),
      '35-44': survival(76, 25, [[84, 0.8289473684210527, 0.72422, 0.89651, 53, 12]]),
      '45-54': survival(34, 10, [[84, 0.8823529411764706, 0.71687, 0.95405, 26, 4 + 1]]),
      '55-64': {
        ...hiddenSurvival,
        journeys: 9,
        points: [
          {
            day: 84,
            state: 'estimated',
            value: 1,
            lower: null,
            upper: null,
            atRisk: suppressed,
            events: 0,
            marks: ['u'],
          },
        ],
      },
      '65+': { ...nobody },
    },
    children: {
      none: survival(96, 37, [[84, 0.78125, 0.6844, 0.85155, 61, 20]]),
      'living-with': survival(58, 19, [[84, 0.8275862068965517, 0.7033, 0.90321, 40, 10]]),
      'looked-after': survival(41, 17, [[84, 0.7560975609756098, 0.59378, 0.86076, 26, 10]]),
      'protection-register': survival(25, 9, [[84, 0.8, 0.58447, 0.91148, 16, 5]]),
      'protection-proceedings': survival(18, 5, [[84, 0.8333333333333334, 0.56757, 0.94297, 13, 0]]),
    },
  },
};

const retention: MeasureResult = {
  revision: 1,
  trend: rollingTrend(0.81, 0.822, 0.835, 0.8478260869565217),
  ...survival(46, 12, [
    [28, 0.9565217391304348, 0.83691, 0.98899, 43, 2 + 3],
    [56, 0.8913043478260869, 0.75814, 0.95326, 38, 5],
    [84, 0.8478260869565217, 0.70717, 0.92427, 33, 7],
  ]),
  parts: { 'left-unplanned': 12, died: 0 },
  points: [
    ...survival(46, 12, [
      [28, 0.9565217391304348, 0.83691, 0.98899, 43, 0],
      [56, 0.8913043478260869, 0.75814, 0.95326, 38, 5],
      [84, 0.8478260869565217, 0.70717, 0.92427, 33, 7],
    ]).points,
    { day: 168, ...unavailable('beyond-follow-up') },
  ],
};

const lapseRecovery: MeasureResult = {
  revision: 2,
  trend: steadyTrend,
  kind: 'incidence',
  lapses: 61,
  people: 44,
  causes: {
    recovered: shares(0.43333333333333335, 0.5573770491803278, 0.6065573770491803).map((point) => ({
      ...point,
      marks: ['r'],
    })),
    relapsed: shares(0.11475409836065574, 0.18032786885245902, 0.2131147540983607),
    exited: shares(0.06557377049180328, 0.09836065573770492, 0.11475409836065574),
  },
  open: openShares(0.38633879781420764, 0.16393442622950816, 0.06557377049180335),
  target: { value: 0.4, direction: 'at-least', source: 'Contract 2026, schedule 2' },
  beside: {
    'recovered-of-closed': proportion(37, 57),
    'closed-relapsed': { kind: 'count', state: 'estimated', value: 13 },
    'still-open': { kind: 'count', ...suppressed },
    'days-to-return': { kind: 'median', state: 'estimated', value: 19, unit: 'days' },
    'sustained-recovery': { ...proportion(22, 31), marks: ['p'] },
    'confirmed-without-record': { kind: 'count', state: 'estimated', value: 0 },
  },
  splits: {
    sex: {
      female: {
        kind: 'incidence',
        lapses: 24,
        people: 17,
        causes: {
          recovered: shares(0.5, 0.625, 0.6667),
          relapsed: shares(0.0833, 0.125, 0.1667),
          exited: shares(0.0417, 0.0833, 0.0833),
        },
        open: openShares(0.375, 0.1667, 0.0833),
      },
      male: {
        kind: 'incidence',
        lapses: 37,
        people: 27,
        causes: {
          recovered: shares(0.3784, 0.5135, 0.5676),
          relapsed: shares(0.1351, 0.2162, 0.2432),
          exited: shares(0.0811, 0.1081, 0.1351),
        },
        open: openShares(0.4054, 0.1622, 0.0541),
      },
      'not-stated': hiddenIncidence,
    },
  },
};

const familyEngagement: MeasureResult = {
  revision: 1,
  trend: risenTrend,
  cohort: alikeCohort,
  ...proportion(31, 88),
  excluded: { 'no-contact-agreed': 12, 'in-custody': suppressed },
  target: { value: 0.5, direction: 'at-least', source: 'Contract 2026, schedule 3' },
  beside: {
    'family-supported': { kind: 'count', state: 'estimated', value: 1046 },
    'attendances-family-group': { kind: 'count', state: 'estimated', value: 212 },
    'sustained-engagement': { ...proportion(17, 40) },
    'topic-enabling-and-codependency': { kind: 'count', state: 'estimated', value: 14 },
    'topic-tough-decisions': { kind: 'count', ...suppressed },
    'supported-after-leaving': { kind: 'count', ...suppressed },
  },
  splits: {
    provider: { 'janus-enterprise': proportion(21, 52), 'harbour-house': proportion(10, 36) },
    sex: { female: proportion(14, 33), male: proportion(17, 55) },
    intervention: {
      recovery: proportion(22, 61),
      crisis: { ...proportion(5, 9), marks: ['u'] },
      closure: hiddenProportion,
    },
    substance: {
      alcohol: proportion(13, 34),
      opiates: proportion(10, 30),
      crack: proportion(8, 19),
      other: hiddenProportion,
    },
  },
};

const volunteerProgression: MeasureResult = {
  revision: 1,
  trend: trialTrend,
  ...proportion(8, 19),
  marks: ['p'],
  beside: {
    'transition-to-placement': { ...proportion(15, 27) },
    progression: {
      kind: 'incidence',
      placements: 19,
      people: 19,
      causes: {
        progressed: [
          { day: 182, state: 'estimated', value: 0.3158, se: 0.1066, lower: 0.1285, upper: 0.5227 },
          { day: 210, state: 'estimated', value: 0.4211, se: 0.1133, lower: 0.2016, upper: 0.6267 },
        ],
        'dropped-out': [
          { day: 182, ...suppressed },
          { day: 210, ...suppressed },
        ],
      },
      open: [
        { day: 182, ...suppressed },
        { day: 210, ...suppressed },
      ],
    },
    'days-placement-to-progression': { kind: 'median', ...unavailable('no-eligible') },
    'reached-transition': { kind: 'count', state: 'estimated', value: 31 },
    'reached-voluntary-placement': { kind: 'count', state: 'estimated', value: 22, marks: ['p'] },
    'reached-education-training-employment': { kind: 'count', state: 'estimated', value: 12 },
  },
};

const definitions: Record<string, Definition> = {
  ...furtherDefinitions,
  'abstinence-retention': {
    revision: 1,
    title: 'Abstinence retention',
    question: 'Of people who start, what share go on without a lapse or an unplanned exit?',
    numerator:
      'Journeys without an event by the day. An event is the earliest of a confirmed lapse, an unplanned exit and death.',
    denominator:
      'Journeys that began with an attended session in the twelve months to the last day of the month and whose goal is abstinence.',
    method:
      'Kaplan–Meier estimate with log-log 95% intervals. Those who moved on as planned count until that day.',
    direction: 'up',
  },
  retention: {
    revision: 1,
    title: 'Retention, other goals',
    question: 'Of people whose goal is reduced or safer use, what share go on without an unplanned exit?',
    numerator: 'Journeys without an unplanned exit or a death by the day.',
    denominator: 'Journeys that began in the twelve months and whose goal is reduced or safer use.',
    method: 'Kaplan–Meier estimate with log-log 95% intervals.',
    direction: 'up',
  },
  'lapse-recovery': {
    revision: 2,
    title: 'Lapse recovery',
    question: 'When someone lapses, do they come back?',
    numerator: 'Lapses that ended in recovery by the day.',
    denominator: 'Lapses opened in the twelve months to the last day of the month.',
    method:
      'Aalen–Johansen cumulative incidence, with relapse and exit as competing outcomes. Lapses of one person are treated as independent.',
    direction: 'up',
  },
  'family-engagement': {
    revision: 1,
    title: 'Family engagement',
    question: 'Are families part of the work?',
    numerator:
      'People with at least one linked family member who attended at least one session in the month.',
    denominator: 'People in treatment in the month.',
    method: 'Share with a Wilson 95% interval.',
    direction: 'up',
  },
  'volunteer-progression': {
    revision: 1,
    title: 'Volunteer progression',
    question: 'Does aftercare lead on?',
    numerator: 'Voluntary placements that reached verified education, training or employment by day 210.',
    denominator: 'Voluntary placements begun 210 days or more before the last day of the month.',
    method: 'Share with a Wilson 95% interval. Self-reported steps are provisional until verified.',
    direction: 'up',
  },
};

/** A revision of the full document: figures that moved, one of another definition, some withheld then or now. */
export const aRevisedOutcomeDocument = (stated: Partial<Moved> = {}): OutcomeDocument =>
  anOutcomeDocument({ moved: { ...movedSample(), ...stated } });

const movedSample = (): Moved => ({
  since: { revision: 1, asAt: '2026-11-04T06:00:00.000Z' },
  figures: [
    at(['abstinence-retention', 'headline'], {
      ...survival(236, 86, [
        [28, 0.9411764705882353, 0.90243, 0.96484, 219, 14],
        [56, 0.8653112840466926, 0.81518, 0.90267, 188, 31],
        [84, 0.788135593220339, 0.72987, 0.8351, 154, 47],
        [168, 0.6049723756906077, 0.53527, 0.66728, 82, 87],
      ]),
      parts: { lapsed: 51, 'left-unplanned': suppressed, died: suppressed },
      median: { state: 'estimated', value: 302.5, lower: 214, upper: null, marks: ['p'] },
    }),
    at(['abstinence-retention', 'sensitivity', 'silence-counts-as-exit'], hiddenSurvival),
    at(['abstinence-retention', 'cohort', 'provider', 'harbour-house'], proportion(61, 94)),
    at(['lapse-recovery', 'headline'], {
      kind: 'incidence',
      lapses: 60,
      people: 44,
      causes: {
        recovered: shares(0.41666666666666669, 0.55, 0.6),
        relapsed: shares(0.11475409836065574, 0.18032786885245902, 0.2131147540983607),
        exited: shares(0.06557377049180328, 0.09836065573770492, 0.11475409836065574),
      },
      open: openShares(0.38633879781420764, 0.16393442622950816, 0.06557377049180335),
    }),
    at(['lapse-recovery', 'beside', 'days-to-return'], {
      kind: 'median',
      state: 'estimated',
      value: 18,
      unit: 'days',
    }),
    at(['family-engagement', 'headline'], hiddenProportion),
    at(['family-engagement', 'split', 'sex', 'female'], proportion(13, 32)),
    at(['family-engagement', 'split', 'intervention', 'closure'], proportion(4, 11)),
    { ...at(['family-engagement', 'split', 'sex', 'other'], hiddenProportion), stands: false },
    at(['family-engagement', 'beside', 'supported-after-leaving'], null),
    at(['caseload', 'headline'], { kind: 'count', state: 'estimated', value: 87 }),
  ],
  records: {
    placement: { added: 0, amended: suppressed, withdrawn: 0 },
    review: { added: 12, amended: 0, withdrawn: 0 },
    session: { added: 1061, amended: 7, withdrawn: suppressed },
  },
  definitions: [
    { measure: 'lapse-recovery', issued: 1, now: 2 },
    { measure: 'naloxone-supply', issued: 1, now: null },
  ],
});

const at = (
  [measure, part, name = '', category = '']: readonly [
    string,
    Moved['figures'][number]['part'],
    string?,
    string?,
  ],
  issued: Figure | null,
): Moved['figures'][number] => ({ measure, part, name, category, issued, stands: true });

/** Every sample under the name that tests report it by. */
export const sampleDocuments = {
  full: anOutcomeDocument(),
  empty: anEmptyOutcomeDocument(),
  tiny: aTinyOutcomeDocument(),
  rounded: aRoundedOutcomeDocument(),
  'long-named': aLongNamedOutcomeDocument(),
  revised: aRevisedOutcomeDocument(),
};
