import { COUNTED_FAULTS } from '../quality/counted-faults.ts';
import { sessionKindSchema } from '../records/session.ts';
import { EXIT_REASONS } from './caseload/movements.ts';
import { FAMILY_KINDS } from './family/supported.ts';
import { FAMILY_WORKSHOP_TOPICS, RESONANCE_FACTOR_TOPICS } from '../records/session.ts';

/**
 * A count of a figure: of a proportion the denominator, or with `/numerator` or `/complement` that, or with `/excluded:`
 * and a reason who was left out of it, which is told of the whole alone. A measure alone means its headline, in whole
 * and in each category of its splits; `|cohort` what of it is compared, in whole and by provider; `|beside|name` and
 * `|split|dimension|category` that one figure.
 *
 * @example 'attendance/numerator'
 * @example 'intervention-outcome|beside|closure'
 */
export type CountName = string;

/** What the definitions of measures say of the same people, in words: who reads all of them knows it. */
type LinkedMeasures = {
  /** Both sides come to the same. */
  readonly equal: readonly (readonly [readonly CountName[], readonly CountName[]])[];
  /** All of the first are among the second. */
  readonly within: readonly (readonly [readonly CountName[], readonly CountName[]])[];
  /** Rules of sensitivities under which fewer have had the event by any day; under all others more have. */
  readonly fewerEvents: readonly string[];
  /** A median of as many: it is shown of five people or more, so it may tell that a withheld count is not of few. */
  readonly medians: readonly (readonly [median: CountName, of: CountName])[];
  /**
   * All of a measure are among those of others together, category by category. So much hangs together by it that the
   * measure gives up every dimension in which any of these counts is of few people, before others have to.
   */
  readonly yields: readonly (readonly [measure: string, others: readonly string[]])[];
};

/** Journeys that started in the twelve months: by their goal they are of one of two measures. */
const STARTED: readonly CountName[] = ['abstinence-retention', 'retention'];

const SESSION_KINDS = sessionKindSchema.options;

const KINDS = ['recovery', 'crisis', 'closure'];

const HOUSING = ['solved', 'new'].map((problem) => `wellbeing|beside|housing-problem-${problem}`);

const TOPICS = RESONANCE_FACTOR_TOPICS.map((topic) => `module-coverage|beside|topic-${topic}`);

const FAULTS = COUNTED_FAULTS.map((fault) => `data-quality|beside|${fault}`);

export const LINKED_MEASURES: LinkedMeasures = {
  equal: [
    ...TOPICS.map((topic) => [[topic], ['module-coverage']] as const),
    [['volunteer-progression|beside|including-self-reported'], ['volunteer-progression']],
    [['lapse-intensity/exposure'], ['lapse-intensity|beside|tests-in-lapse/exposure']],
    [
      ['lapse-intensity|beside|one-to-ones-before/exposure'],
      ['lapse-intensity|beside|tests-before/exposure'],
    ],
    [['delivery'], ['attendance/numerator']],
    [['delivery'], ['evening-weekend']],
    [STARTED.map((measure) => `${measure}|cohort`), ['effective-treatment']],
    [['abstinence-retention|cohort'], ['effective-treatment|split|goal|abstinence']],
    [['waiting-time', 'waiting-time/excluded:referred-after-start'], STARTED],
    [['review-completeness', 'review-completeness/excluded:started-within-14-days'], STARTED],
    [
      ['aftercare-uptake', 'aftercare-uptake/excluded:completed-within-28-days'],
      ['programme-completion/numerator'],
    ],
    [[...HOUSING, 'wellbeing|beside|housing-problem-solved/excluded:not-given'], ['positive-change']],
    [
      ['wellbeing|beside|housing-problem-solved/excluded:not-given'],
      ['wellbeing|beside|housing-problem-new/excluded:not-given'],
    ],
    [
      [
        'lapse-recovery|beside|sustained-recovery',
        'lapse-recovery|beside|sustained-recovery/excluded:returned-within-28-days',
      ],
      ['lapse-recovery|beside|closed-recovered'],
    ],
    [
      ['testing-compliance|beside|positivity', 'testing-compliance|beside|positivity/excluded:hair'],
      ['testing-compliance/numerator'],
    ],
    [
      ['telephone-support/numerator', 'telephone-support/excluded:not-in-treatment'],
      ['delivery|beside|people-telephone'],
    ],
    [
      ['counselling-access/numerator', 'counselling-access/excluded:not-in-treatment'],
      ['delivery|beside|people-counselling'],
    ],
    ...(['numerator', 'complement'] as const).flatMap((cell) => [
      [[`volunteer-progression|cohort/${cell}`], [`volunteer-progression/${cell}`]] as const,
      ...KINDS.map(
        (kind) =>
          [
            [`intervention-outcome|beside|${kind}/${cell}`],
            [`intervention-outcome|split|intervention|${kind}/${cell}`],
          ] as const,
      ),
    ]),
    ...['recovery', 'closure'].map(
      (kind) =>
        [
          [`intervention-outcome|beside|${kind}`],
          [`programme-completion|split|intervention|${kind}`],
        ] as const,
    ),
  ],
  within: [
    [['telephone-support/numerator'], ['delivery|beside|people-telephone']],
    [['counselling-access/numerator'], ['delivery|beside|people-counselling']],
    ...TOPICS.map((topic) => [['module-coverage/numerator'], [`${topic}/numerator`]] as const),
    [['volunteer-progression/numerator'], ['volunteer-progression|beside|including-self-reported/numerator']],
    [HOUSING, ['positive-change']],
    ...SESSION_KINDS.flatMap((kind) =>
      ['people', 'groups'].map(
        (what) => [[`delivery|beside|${what}-${kind}`], [`delivery|beside|attendances-${kind}`]] as const,
      ),
    ),
    ...FAMILY_KINDS.map(
      (kind) =>
        [
          [`family-engagement|beside|groups-${kind}`],
          [`family-engagement|beside|attendances-${kind}`],
        ] as const,
    ),
    ...[...FAMILY_WORKSHOP_TOPICS.map((topic) => `topic-${topic}`), 'supported-after-leaving'].map(
      (name) =>
        [[`family-engagement|beside|${name}`], ['family-engagement|beside|family-supported']] as const,
    ),
    ...EXIT_REASONS.map(
      (reason) =>
        [[`caseload|beside|exits-${reason}`], [`programme-completion|beside|ended-${reason}`]] as const,
    ),
    [['early-unplanned-exit/numerator'], ['effective-treatment/complement']],
    [['aftercare-uptake'], ['programme-completion/numerator']],
    [['re-presentation'], ['programme-completion/numerator']],
    [['wellbeing'], ['positive-change']],
    // Whoever has a fault has something to correct, and whoever has something to correct has one of these.
    ...FAULTS.map((fault) => [[fault], ['data-quality/complement']] as const),
    [['data-quality/complement'], FAULTS],
  ],
  fewerEvents: ['positive-before-first-negative-ignored'],
  medians: [
    ['lapse-recovery|beside|days-to-return', 'lapse-recovery|beside|closed-recovered'],
    ['waiting-time|beside|days-waited', 'waiting-time'],
    ['worker-variety|beside|chance-of-another-worker', 'worker-variety'],
  ],
  yields: [
    ['waiting-time', STARTED],
    ['review-completeness', STARTED],
  ],
};
