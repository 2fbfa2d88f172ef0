/**
 * A count of a figure: of a proportion the denominator, or with `/numerator` or `/complement` that. A measure alone
 * means its headline, in whole and in each category of its splits; `|cohort` what of it is compared, in whole and by
 * provider; `|beside|name` and `|split|dimension|category` that one figure.
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
};

const KINDS = ['recovery', 'crisis', 'closure'];

export const LINKED_MEASURES: LinkedMeasures = {
  equal: [
    [['delivery'], ['attendance/numerator']],
    [['delivery'], ['evening-weekend']],
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
  ],
  within: [[['early-unplanned-exit/numerator'], ['effective-treatment/complement']]],
};
