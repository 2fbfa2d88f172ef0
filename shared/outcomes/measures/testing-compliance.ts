import type { ComputedProportion } from '../computed.ts';
import { counted } from '../figures/counted.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { inMonth } from '../in-month.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { personInMonth } from '../person-in-month.ts';
import type { Fact } from '../person-history.ts';
import { isPositive } from '../test-results.ts';

type Seen = Observation & {
  readonly status: Fact<'test'>['data']['status'];
  readonly isHair: boolean;
  readonly isPositive: boolean;
};

export const testingCompliance = measure<Seen>({
  id: 'testing-compliance',
  revision: 1,
  title: 'Testing',
  question: 'Are the tests that are due provided?',
  numerator: 'Of these tests, those that were provided.',
  denominator:
    'Drug and alcohol tests of any kind due in the month that were provided, refused, missed or invalid. Tests excused by the service are left out.',
  method:
    'Proportion, Wilson 95% interval as of independent tests; tests of one person hang together, so it is rather too narrow. Beside it the share of provided tests with a positive result that no prescription explains; hair tests are left out of it, since they tell of months gone by, and a test without a positive is not counted as one where a result is inconclusive.',
  direction: 'up',
  span: 'month',
  lookBackDays: 396,

  observe: (history, period) => {
    const person = personInMonth(history, period);
    return inMonth(history.tests, period).map((test) => ({
      ...person,
      status: test.data.status,
      isHair: test.data.matrix === 'hair',
      isPositive: isPositive(test),
    }));
  },

  headline: (seen) =>
    proportionFigure(
      seen.filter(({ status }) => status !== 'excused'),
      ({ status }) => status === 'provided',
      { excluded: { excused: counted(seen.filter(({ status }) => status === 'excused')) } },
    ),

  beside: (seen) => ({ positivity: positivityOf(seen.filter(({ status }) => status === 'provided')) }),

  within: { 'headline/numerator': 'positivity' },
});

function positivityOf(provided: readonly Seen[]): ComputedProportion {
  return proportionFigure(
    provided.filter(({ isHair }) => !isHair),
    (test) => test.isPositive,
    { excluded: { hair: counted(provided.filter(({ isHair }) => isHair)) } },
  );
}
