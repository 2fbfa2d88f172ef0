import { describe, expect, it, test } from 'vitest';
import * as fc from 'fast-check';
import { assurance } from '../../shared/statistics/assurance.ts';
import { processLimits } from '../../shared/statistics/process-limits.ts';
import { specialCauses } from '../../shared/statistics/special-causes.ts';
import { variation } from '../../shared/statistics/variation.ts';

/** Wide limits around 0, ⅔ of which is 2: only what a test is about can be special. */
const aroundZero = { mean: 0, lower: -3, upper: 3 };

/** One word a point: `outside above`, `trend rising`, …, `common`. */
function flags(values: readonly number[], limits = processLimits(values)!): string[] {
  return specialCauses(values, limits).map((point) =>
    point.cause === 'common' ? 'common' : `${point.cause} ${point.direction}`,
  );
}

/** The flags of a chart in which all but some points are common; points are counted from 1. */
function commonBut(points: number, special: Record<number, string>): string[] {
  return Array.from({ length: points }, (_, index) => special[index + 1] ?? 'common');
}

function repeat(times: number, flag: string): string[] {
  return new Array<string>(times).fill(flag);
}

// Limits and flags from R, by the functions of NHSRplotthedots without screening.
describe('one wild point', () => {
  const values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

  test('widens the limits, since no range is screened out, and is above them', () => {
    const limits = processLimits(values)!;
    expect(limits.mean).toBeCloseTo(1.9444444444, 10);
    expect(limits.lower).toBeCloseTo(-3.0626143791, 10);
    expect(limits.upper).toBeCloseTo(6.951503268, 10);
    expect(flags(values)).toEqual(commonBut(18, { 5: 'outside above' }));
  });
});

describe('a shift from the sixties to the seventies', () => {
  const values = [64, 62, 65, 64, 64, 63, 65, 62, 75, 72, 71, 75, 73, 72, 70, 71, 74, 71, 72, 73];

  test('has low points outside, two of three, and seven or more on either side', () => {
    const limits = processLimits(values)!;
    expect(limits.mean).toBeCloseTo(68.9, 10);
    expect(limits.lower).toBeCloseTo(62.32, 10);
    expect(limits.upper).toBeCloseTo(75.48, 10);
    expect(flags(values)).toEqual([
      'shift below',
      'outside below',
      'shift below',
      ...repeat(3, 'two-of-three below'),
      'shift below',
      'outside below',
      ...repeat(12, 'shift above'),
    ]);
  });

  test('is an improvement where up is better, and does not reach a target of 70 for certain', () => {
    const limits = processLimits(values)!;
    expect(variation(specialCauses(values, limits), 'up')).toBe('improving-high');
    expect(assurance(70, limits, 'at-least')).toBe('inconsistent');
  });
});

describe('a trend away from a baseline', () => {
  const baseline = [50, 52, 50, 55, 55, 57, 55, 53, 56, 55];
  const values = [...baseline, 57, 58, 59, 61, 63, 66, 69];
  const limits = processLimits(baseline)!;

  test('is flagged by the limits of the baseline, those outside first', () => {
    expect(limits.mean).toBeCloseTo(53.8, 10);
    expect(limits.lower).toBeCloseTo(48.1844444444, 10);
    expect(limits.upper).toBeCloseTo(59.4155555556, 10);
    expect(flags(values, limits)).toEqual([
      'two-of-three below',
      'common',
      'two-of-three below',
      ...repeat(5, 'common'),
      'shift above',
      ...repeat(4, 'trend rising'),
      ...repeat(4, 'outside above'),
    ]);
  });

  test('meets a target of 45 for certain where more is better', () => {
    expect(assurance(45, limits, 'at-least')).toBe('consistently-met');
    expect(assurance(45, limits, 'at-most')).toBe('consistently-missed');
  });
});

test('twenty normal numbers have the limits NHSRplotthedots has on record', () => {
  // R: set.seed(123); rnorm(20)
  const values = [
    -0.560475646552, -0.230177489483, 1.558708314149, 0.070508391425, 0.129287735161, 1.715064986883,
    0.460916205989, -1.265061234607, -0.686852851894, -0.4456619701, 1.224081797439, 0.359813827057,
    0.400771450594, 0.110682715945, -0.555841134754, 1.786913136803, 0.497850478229, -1.96661715663,
    0.701355901564, -0.472791407728,
  ];
  const limits = processLimits(values)!;
  expect(limits.mean).toBeCloseTo(0.1416238025, 9);
  expect(limits.lower).toBeCloseTo(-3.0113795957, 9);
  expect(limits.upper).toBeCloseTo(3.2946272007, 9);
  expect(flags(values)).toEqual(repeat(20, 'common'));
});

describe('a constant series', () => {
  test('has limits equal to its mean and no flags', () => {
    const values = new Array<number>(13).fill(10);
    expect(processLimits(values)).toEqual({ mean: 10, lower: 10, upper: 10 });
    expect(flags(values)).toEqual(repeat(13, 'common'));
    expect(variation(specialCauses(values, processLimits(values)!), 'up')).toBe('common-cause');
    expect(assurance(10, processLimits(values)!, 'at-least')).toBe('inconsistent');
  });

  test('has none either where its values were computed in two ways', () => {
    const values = Array.from({ length: 24 }, (_, index) => (index % 3 === 0 ? 0.1 + 0.2 : 0.3));
    expect(flags(values)).toEqual(repeat(24, 'common'));
    expect(assurance(0.3, processLimits(values)!, 'at-most')).toBe('inconsistent');
    const rising = Array.from({ length: 24 }, (_, index) => 1 + index * Number.EPSILON);
    expect(flags(rising)).toEqual(repeat(24, 'common'));
  });

  test('has none beside a value that is much smaller, or a limit that is', () => {
    const mean = 0.3;
    const computed = new Array<number>(7).fill(0.1 + 0.2);
    expect(flags([0, ...computed], { mean, lower: -1, upper: 1 })).toEqual(repeat(8, 'common'));
    expect(assurance(0.3, { lower: 0, upper: 0.3 - 1e-11 }, 'at-most')).toBe('inconsistent');
  });

  it('has none whatever its value', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        expect(new Set(flags(new Array<number>(24).fill(value)))).toEqual(new Set(['common']));
      }),
    );
  });
});

test('fewer than two values have no limits', () => {
  expect(processLimits([])).toBeUndefined();
  expect(processLimits([4])).toBeUndefined();
  expect(specialCauses([], aroundZero)).toEqual([]);
});

describe('outside', () => {
  it('is beyond a limit, not on it', () => {
    expect(flags([3, 0, 3.1, 0, -3, 0, -3.1], aroundZero)).toEqual(
      commonBut(7, { 3: 'outside above', 7: 'outside below' }),
    );
  });
});

describe('a trend', () => {
  const wide = { mean: 4, lower: -100, upper: 100 };

  it('is seven points with six differences of one sign, and all seven are flagged', () => {
    expect(flags([1, 2, 3, 4, 5, 6, 7], wide)).toEqual(repeat(7, 'trend rising'));
    expect(flags([7, 6, 5, 4, 3, 2, 1], wide)).toEqual(repeat(7, 'trend falling'));
    expect(flags([2, 1, 2, 3, 4, 5, 6, 7, 3], wide)).toEqual([
      'common',
      ...repeat(7, 'trend rising'),
      'common',
    ]);
  });

  it('is not six points, and a tie breaks it', () => {
    expect(flags([1, 2, 3, 4, 5, 6], wide)).toEqual(repeat(6, 'common'));
    expect(flags([1, 2, 3, 3, 4, 5, 6], wide)).toEqual(repeat(7, 'common'));
    expect(flags([0.1, 0.2, 0.3, 0.1 + 0.2, 0.4, 0.5, 0.6], wide)).not.toContain('trend rising');
  });

  it('that meets another leaves their common point to the later one', () => {
    expect(flags([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], wide)).toEqual([
      ...repeat(6, 'trend rising'),
      ...repeat(7, 'trend falling'),
    ]);
  });

  it('is not bent where it ends in a tie with a point of the next', () => {
    expect(flags([1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13], wide)).toEqual(repeat(14, 'trend rising'));
  });

  it('goes before two of three and a shift, and after outside', () => {
    expect(flags([0.1, 0.2, 0.3, 0.4, 2.1, 2.2, 3.1], aroundZero)).toEqual([
      ...repeat(6, 'trend rising'),
      'outside above',
    ]);
  });
});

describe('two of three', () => {
  const [near, far, beyond] = [0.5, 2.5, 3.5];

  it('flags the two that are close to the limit, not the third among them', () => {
    expect(flags([near, near, far, near, far, near], aroundZero)).toEqual(
      commonBut(6, { 3: 'two-of-three above', 5: 'two-of-three above' }),
    );
    expect(flags([-near, -far, -far, -near], aroundZero)).toEqual(
      commonBut(4, { 2: 'two-of-three below', 3: 'two-of-three below' }),
    );
  });

  it('flags both where the third is the one before them', () => {
    expect(flags([-near, near, far, far, -near], aroundZero)).toEqual(
      commonBut(5, { 3: 'two-of-three above', 4: 'two-of-three above' }),
    );
  });

  it('flags neither where one of the three is on the other side or on the mean', () => {
    expect(flags([0, far, -near, far, 0], aroundZero)).toEqual(repeat(5, 'common'));
    expect(flags([0, far, 0, far, 0], aroundZero)).toEqual(repeat(5, 'common'));
    expect(flags([0, far, far, 0], aroundZero)).toEqual(repeat(4, 'common'));
    expect(flags([far, -far, far, -far], aroundZero)).toEqual(repeat(4, 'common'));
  });

  it('needs three points', () => {
    expect(flags([far, far], aroundZero)).toEqual(['common', 'common']);
  });

  it('does not count a point that is outside as close', () => {
    expect(flags([near, far, beyond, near], aroundZero)).toEqual(commonBut(4, { 3: 'outside above' }));
  });

  it('begins beyond two thirds, not at them', () => {
    expect(flags([2, 2, 2], aroundZero)).toEqual(repeat(3, 'common'));
    expect(flags([2.01, 2, 2.01], aroundZero)).toEqual([
      'two-of-three above',
      'common',
      'two-of-three above',
    ]);
  });

  it('goes before a shift', () => {
    expect(flags([1, 0.5, 1, 2.5, 1, 2.5, 1], aroundZero)).toEqual([
      ...repeat(3, 'shift above'),
      'two-of-three above',
      'shift above',
      'two-of-three above',
      'shift above',
    ]);
  });
});

describe('a shift', () => {
  it('is seven points on one side of the mean, all of which are flagged', () => {
    expect(flags([1, 0.5, 1, 0.5, 1, 0.5, 1, -1], aroundZero)).toEqual([
      ...repeat(7, 'shift above'),
      'common',
    ]);
    expect(flags([1, -1, -1, -1, -1, -1, -1, -1, -1], aroundZero)).toEqual([
      'common',
      ...repeat(8, 'shift below'),
    ]);
  });

  it('is not six, and a point on the mean breaks it', () => {
    expect(flags([1, 1, 1, 1, 1, 1, -1], aroundZero)).toEqual(repeat(7, 'common'));
    expect(flags([1, 1, 1, 1, 0, 1, 1, 1], aroundZero)).toEqual(repeat(8, 'common'));
  });
});

it('mirrors: upside down, above is below and rising is falling', () => {
  const mirror: Record<string, string> = {
    above: 'below',
    below: 'above',
    rising: 'falling',
    falling: 'rising',
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 40 }), (values) => {
      const turned = flags(values.map((value) => 0 - value));
      expect(turned).toEqual(
        flags(values).map((flag) => flag.replace(/\w+$/, (word) => mirror[word] ?? word)),
      );
    }),
  );
});

it('does not depend on the unit: of a share and of its percentage the flags are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 40 }), (values) => {
      expect(flags(values.map((value) => value / 200))).toEqual(flags(values.map((value) => value / 2)));
    }),
  );
});

describe('the variation icon', () => {
  test.each([
    ['outside', 'above', 'up', 'improving-high'],
    ['shift', 'above', 'down', 'concerning-high'],
    ['two-of-three', 'below', 'up', 'concerning-low'],
    ['shift', 'below', 'down', 'improving-low'],
    ['outside', 'above', 'neutral', 'neutral-high'],
    ['outside', 'below', 'neutral', 'neutral-low'],
  ] as const)('of a last point %s %s, where %s is better, is %s', (cause, direction, better, expected) => {
    expect(variation([{ cause: 'common' }, { cause, direction }], better)).toBe(expected);
  });

  test('of a falling trend is a concern where up is better, though it is still above the mean', () => {
    const values = [10, 9.5, 9, 8.5, 8, 7.5, 7];
    const causes = specialCauses(values, { mean: 5, lower: 0, upper: 20 });
    expect(variation(causes, 'up')).toBe('concerning-low');
    expect(variation(causes, 'down')).toBe('improving-low');
    expect(variation([{ cause: 'trend', direction: 'rising' }], 'neutral')).toBe('neutral-high');
  });

  test('is the last point’s: what came before does not count', () => {
    expect(variation([{ cause: 'outside', direction: 'above' }, { cause: 'common' }], 'up')).toBe(
      'common-cause',
    );
  });

  test('does not exist without a point', () => {
    expect(variation([], 'up')).toBeUndefined();
  });
});

describe('the assurance icon', () => {
  const limits = { lower: 40, upper: 60 };
  test.each([
    [39, 'consistently-met', 'consistently-missed'],
    [40, 'inconsistent', 'inconsistent'],
    [50, 'inconsistent', 'inconsistent'],
    [60, 'inconsistent', 'inconsistent'],
    [61, 'consistently-missed', 'consistently-met'],
  ])('of a target of %i is %s for at least and %s for at most', (target, atLeast, atMost) => {
    expect(assurance(target, limits, 'at-least')).toBe(atLeast);
    expect(assurance(target, limits, 'at-most')).toBe(atMost);
  });
});
