import { expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../../shared/outcomes/computed.ts';
import { hes7round5 } from '../../../../shared/outcomes/disclosure/hes7round5.ts';
import { knowledgeOf } from '../../../../shared/outcomes/disclosure/pack/knowledge-of.ts';
import { audit } from '../../../support/audit.ts';
import { aMeasure, count, curve, rate, share } from './figures.ts';

/** What is known of numbers that are rounded to the nearest five: that they are one of those which are shown alike. */

/** Between what a reader knows each number of few people to be, by its category, with these figures withheld. */
function known(
  headline: ComputedMeasure['headline'],
  splits: ComputedMeasure['splits'],
  ...withheld: string[]
) {
  const draft = knowledgeOf({ measures: { a: aMeasure(headline, { splits }) } }, hes7round5);
  const hidden = draft.units.flatMap(({ place }, number) =>
    draft.neverShown.has(number) || withheld.includes(place.category) ? [number] : [],
  );
  return audit(draft, hidden).map(({ secret, lower, upper }) => [
    secret.name.replace('a|split|sex|', ''),
    `${lower}–${upper}`,
  ]);
}

test('a count is one of five, and nobody is nobody', () => {
  // 45 and 44 are both 43 to 47.
  const two = { female: count(1), male: count(44) };
  expect(known(count(45), { sex: two }, 'female')).toEqual([['female|count', '0–4']]);
  // 13 to 17 less 8 to 12, and nobody: not up to two, who would be rounded to nobody as well.
  const three = { female: count(3), male: count(10), other: count(0) };
  expect(known(count(13), { sex: three }, 'female')).toEqual([['female|count', '1–9']]);
});

test('a share is two of them', () => {
  // 20 of 40 and 16 of 34: 18 to 22 less 13 to 17 pass, of 38 to 42 less 33 to 37.
  const sex = { female: share(4, 6), male: share(16, 34) };
  expect(known(share(20, 40), { sex }, 'female')).toEqual([
    ['female|complement', '0–8'],
    ['female|numerator', '1–9'],
  ]);
});

test('the time of a rate is known to five weeks', () => {
  // 38 and 34 weeks are shown as 40 and 35: 263 to 297 days less 228 to 262.
  const sex = { female: rate(2, 4, 2), male: rate(20, 34, 20) };
  expect(known(rate(22, 38, 22), { sex }, 'female')).toContainEqual(['female|exposure', '1–69']);
});

test('of a curve that is not published the totals are', () => {
  // 43 and 40 journeys are 43 to 47 and 38 to 42; 13 and 10 events 13 to 17 and 8 to 12.
  const sex = { female: curve([3, 20, 'left']), male: curve([10, 20, 'left'], [30]) };
  expect(known(curve([13, 20, 'left'], [30]), { sex }, 'female')).toEqual(
    expect.arrayContaining([
      ['female|journeys', '1–9'],
      ['female|events', '1–9'],
    ]),
  );
});
