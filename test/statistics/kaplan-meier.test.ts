import { describe, expect, it, test } from 'vitest';
import * as fc from 'fast-check';
import { kaplanMeier, type FollowUp } from '../../shared/statistics/kaplan-meier.ts';
import { survivalAt } from '../../shared/statistics/survival-at.ts';
import { survivalMedian } from '../../shared/statistics/survival-median.ts';
import { csvRows, sharedData } from '../support/shared-data.ts';

/** `6` is an event at 6, `-6` a censoring at 6. */
function followUps(...times: number[]): FollowUp[] {
  return times.map((time) => ({ time: Math.abs(time), event: time > 0 }));
}

// Freireich et al., Blood 21 (1963) 699–716: weeks in remission, 6-MP arm.
const sixMp = followUps(
  6,
  6,
  6,
  -6,
  7,
  -9,
  10,
  -10,
  -11,
  13,
  16,
  -17,
  -19,
  -20,
  22,
  23,
  -25,
  -32,
  -32,
  -34,
  -35,
);

describe('the 6-MP arm of Freireich and others', () => {
  // R: summary(survfit(Surv(time, event) ~ 1, conf.type = "log-log"))
  test.each([
    [6, 0.857142857142857, 0.619717955265984, 0.951551747646997, 17],
    [7, 0.80672268907563, 0.563146564622233, 0.92280901920288, 16],
    [10, 0.752941176470588, 0.503199510799957, 0.889361835169265, 13],
    [13, 0.690196078431372, 0.431610222486184, 0.849065963349451, 11],
    [22, 0.53781512605042, 0.267778936767135, 0.746790717635394, 6],
    [23, 0.448179271708683, 0.188052005959232, 0.680142628495241, 5],
    [30, 0.448179271708683, 0.188052005959232, 0.680142628495241, 4],
  ])('at %i weeks is as in R', (week, survival, lower, upper, remaining) => {
    const at = survivalAt(kaplanMeier(sixMp), week);
    expect(at?.survival).toBeCloseTo(survival, 12);
    expect(at?.lower).toBeCloseTo(lower, 12);
    expect(at?.upper).toBeCloseTo(upper, 12);
    expect(at?.remaining).toBe(remaining);
  });

  test('the median is 23 weeks, from 13 to no upper limit', () => {
    expect(survivalMedian(kaplanMeier(sixMp))).toEqual({ value: 23, lower: 13, upper: null });
  });
});

describe('addicts, 238 people of two clinics', () => {
  const km = [
    sharedData('addicts/addicts.csv'),
    sharedData('addicts/km_all_log-log.csv'),
    sharedData('addicts/km_clinic_log-log.csv'),
  ] as const;
  const [people, all, byClinic] = km;

  function study(clinic?: string): FollowUp[] {
    return csvRows(people ?? '')
      .filter((row) => clinic === undefined || row['clinic'] === clinic)
      .map(({ time, event }) => ({ time: Number(time), event: event === '1' }));
  }

  const tables: [string, string | undefined, string | undefined, string][] = [
    ['all', all, undefined, 'all'],
    ['clinic 1', byClinic, '1', 'clinic=1'],
    ['clinic 2', byClinic, '2', 'clinic=2'],
  ];
  test.skipIf(km.includes(undefined)).each(tables)(
    'every row of R’s table of %s is met to 1e-12',
    (_, table = '', clinic, strata) => {
      const rows = csvRows(table).filter((row) => row['strata'] === strata);
      const { steps } = kaplanMeier(study(clinic));
      expect(steps).toHaveLength(rows.length);
      expect(rows.length).toBeGreaterThan(50);
      rows.forEach((row, index) => {
        const step = steps[index]!;
        expect([step.time, step.atRisk, step.events, step.censored]).toEqual(
          ['time', 'n_risk', 'n_event', 'n_censor'].map((name) => Number(row[name])),
        );
        expect(Math.abs(step.survival - Number(row['surv']))).toBeLessThan(1e-12);
        for (const limit of ['lower', 'upper'] as const) {
          if (row[limit] === 'NA') expect(step[limit]).toBeNull();
          else expect(Math.abs(step[limit]! - Number(row[limit]))).toBeLessThan(1e-12);
        }
      });
    },
  );

  // R: summary(survfit(Surv(time, event) ~ 1, conf.type = "log-log"))$table
  test.skipIf(people === undefined).each([
    [undefined, { value: 504, lower: 394, upper: 550 }],
    ['1', { value: 428, lower: 341, upper: 512 }],
    ['2', { value: null, lower: 661, upper: null }],
  ])('the median of clinic %s is R’s', (clinic, expected) => {
    expect(survivalMedian(kaplanMeier(study(clinic)))).toEqual(expected);
  });
});

describe('a step of the curve', () => {
  it('counts the events up to it', () => {
    const { steps } = kaplanMeier(followUps(1, 1, -2, 3, 3, 3, -4));
    expect(steps.map(({ cumulativeEvents }) => cumulativeEvents)).toEqual([2, 2, 5, 5]);
  });

  it('has no limits before the first event', () => {
    const [first, second] = kaplanMeier(followUps(-3, 6, -9)).steps;
    expect(first).toMatchObject({ survival: 1, lower: null, upper: null });
    // R: survfit(Surv(c(3, 6, 9), c(0, 1, 0)) ~ 1, conf.type = "log-log"); by hand ½^exp(±z·√½ / ln ½).
    expect(second?.lower).toBeCloseTo(0.5 ** Math.exp((1.959963984540054 * Math.SQRT1_2) / Math.LN2), 12);
    expect(second?.upper).toBeCloseTo(0.5 ** Math.exp((-1.959963984540054 * Math.SQRT1_2) / Math.LN2), 12);
  });
});

describe('the median', () => {
  it('is the midpoint where the curve stands on exactly one half between two drops', () => {
    // R: summary(survfit(Surv(1:4, rep(1, 4)) ~ 1, conf.type = "log-log"))$table → 2.5, 1, NA
    expect(survivalMedian(kaplanMeier(followUps(1, 2, 3, 4)))).toEqual({ value: 2.5, lower: 1, upper: null });
  });

  it('finds one half although the product of fractions misses it by rounding', () => {
    // Of 24 the first 12 leave, day by day, the others from day 20 on: Π (1 − 1/n) is 0.5000000000000001 in floating
    // point. R: summary(survfit(Surv(c(1:12, 20:31), rep(1, 24)) ~ 1))$table → 16
    const days = [...Array(12).keys()].flatMap((day) => [day + 1, day + 20]);
    const curve = kaplanMeier(followUps(...days));
    expect(curve.steps[11]?.survival).not.toBe(0.5);
    expect(survivalMedian(curve).value).toBe(16);
  });

  it('is where one half begins when the curve never drops from it', () => {
    // R: summary(survfit(Surv(1:4, c(1, 1, 0, 0)) ~ 1))$table → 2
    expect(survivalMedian(kaplanMeier(followUps(1, 2, -3, -4))).value).toBe(2);
  });

  it('is not reached while survival stays above one half', () => {
    // R: summary(survfit(Surv(1:3, c(1, 0, 0)) ~ 1, conf.type = "log-log"))$table → NA, 1, NA
    expect(survivalMedian(kaplanMeier(followUps(1, -2, -3)))).toEqual({ value: null, lower: 1, upper: null });
    expect(survivalMedian(kaplanMeier([]))).toEqual({ value: null, lower: null, upper: null });
  });
});

describe('the curve at a day', () => {
  const curve = kaplanMeier(followUps(5, -5, -8, 10, -20));

  it('is 1 without limits before the first event', () => {
    expect(survivalAt(curve, 4)).toEqual({ survival: 1, lower: null, upper: null, remaining: 5, events: 0 });
  });

  it('counts an event on the day itself, before the censoring tied with it', () => {
    expect(survivalAt(curve, 5)).toMatchObject({ survival: 0.8, remaining: 3, events: 1 });
  });

  it('is carried forward to the longest follow-up and not beyond', () => {
    expect(survivalAt(curve, 20)).toMatchObject({ survival: 0.4, remaining: 0, events: 2 });
    expect(survivalAt(curve, 21)).toBeUndefined();
  });

  it('has no limits where nobody is left', () => {
    const at = survivalAt(kaplanMeier(followUps(3, 4)), 4);
    expect(at).toMatchObject({ survival: 0, lower: null, upper: null, remaining: 0 });
  });

  it('of nobody is unknown', () => {
    expect(survivalAt(kaplanMeier([]), 1)).toBeUndefined();
  });
});

const anyFollowUps = fc.array(fc.record({ time: fc.integer({ min: 1, max: 60 }), event: fc.boolean() }), {
  minLength: 1,
  maxLength: 200,
});

it('without censoring is the simple proportion that goes on', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (times) => {
      const curve = kaplanMeier(times.map((time) => ({ time, event: true })));
      for (const day of times) {
        const on = times.filter((time) => time > day).length;
        expect(survivalAt(curve, day)?.survival).toBeCloseTo(on / times.length, 12);
      }
    }),
  );
});

it('never rises, and does not depend on the order of those followed', () => {
  fc.assert(
    fc.property(anyFollowUps, (some) => {
      const { steps } = kaplanMeier(some);
      steps.forEach(({ survival }, index) => {
        expect(survival).toBeLessThanOrEqual(steps[index - 1]?.survival ?? 1);
      });
      expect(kaplanMeier(some.toReversed()).steps).toEqual(steps);
    }),
  );
});

it('accounts for everybody: those at risk are those before less events and censorings', () => {
  fc.assert(
    fc.property(anyFollowUps, (some) => {
      let left = some.length;
      for (const { atRisk, events, censored } of kaplanMeier(some).steps) {
        expect(atRisk).toBe(left);
        left -= events + censored;
      }
      expect(left).toBe(0);
    }),
  );
});
