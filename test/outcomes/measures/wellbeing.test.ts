import { expect, test } from 'vitest';
import type { ComputedFigure } from '../../../shared/outcomes/computed.ts';
import type { PersonRecords } from '../../../shared/outcomes/person-records.ts';
import type { Review } from '../../../shared/records/review.ts';
import { computeMeasure } from '../../support/compute.ts';
import { leftOutOf, shareBeside } from '../../support/read-figures.ts';
import { aPerson, aPlacement, aReview, aSession } from '../../support/records.ts';

const measured = (...people: PersonRecords[]) => computeMeasure('wellbeing', { people });

const reviewed = (personRef: string, start: Partial<Review>, later: Partial<Review>) =>
  aPerson(
    aPlacement({ personRef }),
    aSession({ personRef }),
    aReview({ personRef, ...start }),
    aReview({ personRef, ...later, stage: 'review', reviewedOn: '2026-03-02' }),
  );

const meanOf = (figure: ComputedFigure | undefined) => {
  if (figure?.kind !== 'mean') throw new Error('no mean');
  return figure.state === 'estimated' ? [figure.value, figure.values, figure.unit] : figure.reason;
};

test('quality of life is the mean of what it rose by, of those with both ratings', () => {
  const measure = measured(
    reviewed('P1', { qualityOfLife: 8 }, { qualityOfLife: 14 }),
    reviewed('P2', { qualityOfLife: 10 }, { qualityOfLife: 9 }),
    reviewed('P3', { qualityOfLife: 10 }, {}),
    reviewed('P4', {}, { qualityOfLife: 20 }),
  );
  expect(meanOf(measure.headline)).toEqual([2.5, 2, 'points']);
});

test('its interval is the t interval of the changes', () => {
  // R: t.test(c(1, 2, 3, 6))$conf.int
  const changes = [1, 2, 3, 6].map((points) =>
    reviewed(`P${points}`, { qualityOfLife: 5 }, { qualityOfLife: 5 + points }),
  );
  expect(measured(...changes).headline).toMatchObject({
    value: 3,
    people: 4,
    lower: expect.closeTo(-0.437434881858, 9) as number,
    upper: expect.closeTo(6.437434881858, 9) as number,
  });
});

test.each([
  ['psychological-health', 'psychologicalHealth', 'points'],
  ['physical-health', 'physicalHealth', 'points'],
  ['paid-work-days', 'paidWorkDays', 'days'],
  ['education-days', 'educationDays', 'days'],
] as const)('%s is a mean change, too', (name, field, unit) => {
  const measure = measured(
    reviewed('P1', { [field]: 2 }, { [field]: 12 }),
    reviewed('P2', { [field]: 9 }, { [field]: 5 }),
  );
  expect(meanOf(measure.beside[name])).toEqual([3, 2, unit]);
  expect(meanOf(measure.headline)).toBe('no-eligible');
});

test('housing: problems solved of those with one at the start, new ones of those without', () => {
  const housed = (personRef: string, before?: boolean, after?: boolean) =>
    reviewed(
      personRef,
      before === undefined ? {} : { housingProblem: before },
      after === undefined ? {} : { housingProblem: after },
    );
  const measure = measured(
    housed('P1', true, false),
    housed('P2', true, false),
    housed('P3', true, true),
    housed('P4', false, true),
    housed('P5', false, false),
    housed('P6', true),
    housed('P7', undefined, true),
    aPerson(aPlacement({ personRef: 'P8' }), aSession({ personRef: 'P8' })),
  );
  expect(shareBeside(measure, 'housing-problem-solved')).toBe('2 of 3');
  expect(shareBeside(measure, 'housing-problem-new')).toBe('1 of 2');
  expect(leftOutOf(measure.beside['housing-problem-new'])).toEqual({ 'no-start-review': 1, 'not-given': 2 });
});

test('nobody at all is nobody eligible', () => {
  expect(meanOf(measured().headline)).toBe('no-eligible');
});
