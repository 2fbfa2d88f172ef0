import { describe, expect, it, test } from 'vitest';
import * as fc from 'fast-check';
import { aalenJohansen } from '../../shared/statistics/aalen-johansen.ts';
import { incidenceAt } from '../../shared/statistics/incidence-at.ts';
import { incidenceInterval } from '../../shared/statistics/incidence-interval.ts';
import { kaplanMeier } from '../../shared/statistics/kaplan-meier.ts';

function followUps(times: readonly number[], causes: readonly number[]) {
  return times.map((time, index) => ({ time, cause: causes[index] ?? 0 }));
}

describe('the small example', () => {
  const curve = aalenJohansen(
    followUps([2, 3, 3, 5, 6, 7, 9, 10, 12, 14], [1, 2, 1, 0, 1, 3, 1, 0, 2, 0]),
    3,
  );

  test('ends where R ends, adding up to 1', () => {
    const last = curve.steps.at(-1);
    [0.43333333, 0.275, 0.11666667].forEach((value, k) => expect(last?.incidence[k]).toBeCloseTo(value, 8));
    [0.16476695, 0.16501263, 0.10920589].forEach((se, k) =>
      expect(last?.standardError[k]).toBeCloseTo(se, 8),
    );
    expect(last?.free).toBeCloseTo(0.175, 12);
  });

  // R: survfit(Surv(c(2,3,3,5,6,7,9,10,12,14), factor(c(1,2,1,0,1,3,1,0,2,0))) ~ 1)$std.err
  test.each([
    [2, 0.1, 0.0948683298050514, 0, 0],
    [3, 0.2, 0.1264911064067352, 0.1, 0.0948683298050514],
    [6, 0.316666666666667, 0.1525098661046533, 0.1, 0.0948683298050514],
    [11, 0.433333333333333, 0.1647669510191536, 0.1, 0.0948683298050514],
    [12, 0.433333333333333, 0.1647669510191536, 0.275, 0.1650126257795647],
  ])('at %i is as in R', (time, recovered, recoveredSe, relapsed, relapsedSe) => {
    const at = incidenceAt(curve, time, 3);
    expect(at?.incidence[0]).toBeCloseTo(recovered, 12);
    expect(at?.standardError[0]).toBeCloseTo(recoveredSe, 12);
    expect(at?.incidence[1]).toBeCloseTo(relapsed, 12);
    expect(at?.standardError[1]).toBeCloseTo(relapsedSe, 12);
  });

  test('before the first event all are free; beyond the longest follow-up nothing is known', () => {
    expect(incidenceAt(curve, 1, 3)).toEqual({ free: 1, incidence: [0, 0, 0], standardError: [0, 0, 0] });
    expect(incidenceAt(curve, 14, 3)?.free).toBeCloseTo(0.175, 12);
    expect(incidenceAt(curve, 15, 3)).toBeUndefined();
  });
});

describe('with many ties and nobody left at the end', () => {
  // R: d <- data.frame(t = …, c = …); survfit(Surv(t, factor(c)) ~ 1, data = d), pstate and std.err
  const curve = aalenJohansen(
    followUps(
      [1, 1, 2, 2, 2, 4, 5, 5, 6, 8, 8, 8, 9, 11, 11, 12, 15, 15, 20, 21],
      [1, 0, 2, 1, 1, 2, 0, 1, 1, 2, 2, 0, 1, 1, 2, 1, 1, 2, 0, 1],
    ),
    2,
  );
  test.each([
    [2, 0.155555555555556, 0.0826349335084118, 0.0527777777777778, 0.0513621885924812],
    [8, 0.265509259259259, 0.1021961451956937, 0.2199074074074074, 0.0972932329343666],
    [15, 0.522800925925926, 0.1216647451322982, 0.3485532407407407, 0.1155247423067056],
    [21, 0.651446759259259, 0.1155247423067056, 0.3485532407407407, 0.1155247423067056],
  ])('at %i is as in R', (time, first, firstSe, second, secondSe) => {
    const at = incidenceAt(curve, time, 2);
    expect(at?.incidence[0]).toBeCloseTo(first, 12);
    expect(at?.standardError[0]).toBeCloseTo(firstSe, 12);
    expect(at?.incidence[1]).toBeCloseTo(second, 12);
    expect(at?.standardError[1]).toBeCloseTo(secondSe, 12);
  });
});

test('the complementary log-log interval is as worked out in R', () => {
  const { lower, upper } = incidenceInterval(0.43333333, 0.16476695);
  expect(lower).toBeCloseTo(0.1879959, 7);
  expect(upper).toBeCloseTo(0.787567, 7);
});

test('at 0 and at 1 there is no interval', () => {
  expect(incidenceInterval(0, 0)).toEqual({ lower: null, upper: null });
  expect(incidenceInterval(1, 0)).toEqual({ lower: null, upper: null });
});

test('a cause that ended all, and one that ended none, are 1 and 0 to the last digit', () => {
  // One a day for n days: the sum of 1/n rounds to one side of 1 or the other.
  for (let n = 2; n <= 200; n += 1) {
    const all = aalenJohansen(
      Array.from({ length: n }, (_, index) => ({ time: index + 1, cause: 1 })),
      2,
    );
    const { free, incidence, standardError } = all.steps.at(-1)!;
    expect([free, incidence, standardError]).toEqual([0, [1, 0], [0, 0]]);
    expect(incidenceInterval(incidence[0]!, standardError[0]!)).toEqual({ lower: null, upper: null });
  }
});

const anyFollowUps = fc.array(
  fc.record({ time: fc.integer({ min: 1, max: 40 }), cause: fc.integer({ min: 0, max: 3 }) }),
  { minLength: 1, maxLength: 150 },
);

it('adds up to 1 at every time, whatever is censored', () => {
  fc.assert(
    fc.property(anyFollowUps, (some) => {
      for (const { free, incidence } of aalenJohansen(some, 3).steps) {
        expect(incidence.reduce((sum, value) => sum + value, free)).toBeCloseTo(1, 12);
      }
    }),
  );
});

it('leaves free what Kaplan–Meier leaves when any cause is the event', () => {
  fc.assert(
    fc.property(anyFollowUps, (some) => {
      const { steps } = kaplanMeier(some.map(({ time, cause }) => ({ time, event: cause > 0 })));
      aalenJohansen(some, 3).steps.forEach(({ free }, index) => {
        expect(free).toBeCloseTo(steps[index]!.survival, 12);
      });
    }),
  );
});

it('has the variance of the formula written out as a double sum', () => {
  fc.assert(
    fc.property(anyFollowUps, (some) => {
      const times = [...new Set(some.map(({ time }) => time))].sort((a, b) => a - b);
      const { steps } = aalenJohansen(some, 3);
      const last = steps.at(-1)!;
      [1, 2, 3].forEach((cause, k) => {
        const variance = times.reduce((sum, time, i) => {
          const n = some.filter((one) => one.time >= time).length;
          const d = some.filter((one) => one.time === time && one.cause > 0).length;
          const dk = some.filter((one) => one.time === time && one.cause === cause).length;
          const rise = last.incidence[k]! - steps[i]!.incidence[k]!;
          const free = steps[i - 1]?.free ?? 1;
          return (
            sum +
            (n === d ? 0 : (rise ** 2 * d) / (n * (n - d))) +
            (free ** 2 * dk * (n - dk)) / n ** 3 -
            (2 * rise * free * dk) / n ** 2
          );
        }, 0);
        expect(last.standardError[k]! ** 2).toBeCloseTo(variance, 12);
      });
    }),
  );
});
