import { expect, test } from 'vitest';
import { withMoved } from '../../../shared/outcomes/change/with-moved.ts';
import type { ComputedRate } from '../../../shared/outcomes/computed.ts';
import { hes7round5 } from '../../../shared/outcomes/disclosure/hes7round5.ts';
import { NOTHING, WHOLE } from '../../../shared/outcomes/disclosure/hidden.ts';
import { meanFigure } from '../../../shared/outcomes/figures/mean-figure.ts';
import { documentOf } from '../../support/compute.ts';

const suppressed = { state: 'suppressed' };

const meanOf = (...values: number[]) => {
  const figure = meanFigure(
    values.map((value, index) => ({ who: `P${index}`, value })),
    'points',
  );
  return hes7round5.mean.write(figure, hes7round5.mean.hide(figure));
};

test('a mean and its limits are told to the nearest fifth, and not that fewer than ten are behind it', () => {
  // −6.625 can be of no other number from 8 to 12 than 8. s = √1.125, t = 2.364624: −7.511734 to −5.738266.
  expect(meanOf(-7, -7, -7, -7, -7, -7, -7, -4)).toEqual({
    kind: 'mean',
    state: 'estimated',
    value: -6.6,
    lower: -7.6,
    upper: -5.8,
    values: 10,
    unit: 'points',
  });
});

test('a mean of seven is withheld', () => {
  expect(meanOf(1, 2, 3, 4, 5, 6, 7)).toEqual({ kind: 'mean', ...suppressed });
});

test('some whole sum of every number of people from eight on comes near every fifth', () => {
  for (let people = 8; people <= 60; people += 1) {
    const found = new Set(
      Array.from({ length: 20 * people + 1 }, (_, sum) =>
        hes7round5.mean.write(mean(sum / people), NOTHING),
      ).map((figure) => (figure.state === 'estimated' ? figure.value : undefined)),
    );
    expect(found.size).toBe(101);
  }
});

const mean = (value: number) =>
  ({
    kind: 'mean',
    unit: 'points',
    state: 'estimated',
    value,
    lower: null,
    upper: null,
    values: 9,
    people: 9,
    marks: [],
  }) as const;

const rate = (amount: number): ComputedRate => ({
  kind: 'rate',
  unit: 'person-week',
  state: 'estimated',
  events: { count: 17, people: 9 },
  exposure: { amount, people: 9 },
  marks: ['u'],
});

test('the time of a rate is rounded as its events are: 17 in 36 weeks and 2 days are 15 in 35 weeks', () => {
  const shown = hes7round5.rate.write(rate(254 / 7), NOTHING);
  expect(shown).toMatchObject({ events: 15, exposure: 35, value: 15 / 35 });
  expect(shown).not.toHaveProperty('marks');
});

test('a rate of less than two and a half weeks is withheld: rounded they are none', () => {
  expect(hes7round5.rate.hide(rate(17 / 7))).toEqual(WHOLE);
  expect(hes7round5.rate.hide(rate(18 / 7))).toEqual(NOTHING);
});

test('numbers of records behind what moved are withheld up to seven, and rounded', () => {
  const commissioner = { code: 'northshire', name: 'Northshire', disclosure: 'hes7round5' } as const;
  const document = documentOf({ people: [], commissioner });
  const records = { session: { added: 7, amended: 12, withdrawn: { state: 'suppressed' as const } } };
  expect(withMoved(document, document, records).moved?.records).toEqual({
    session: { added: suppressed, amended: 10, withdrawn: suppressed },
  });
  const exact = documentOf({ people: [] });
  expect(withMoved(exact, exact, records).moved?.records).toEqual({
    session: { added: 7, amended: 12, withdrawn: suppressed },
  });
});
