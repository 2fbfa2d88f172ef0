import { expect, test } from 'vitest';
import { aMeasure, count, share } from './figures.ts';
import { known } from './reader.ts';

const inTreatment = { population: 'in-treatment' } as const;
const women = { population: 'women-in-treatment' } as const;
const few = 'a|headline|||count';

test('a figure beside another headline is of the same people as a headline', () => {
  const beside = { some: share(0, 3, inTreatment) };
  const measures = { a: aMeasure(count(3, inTreatment)), b: aMeasure(count(9), { beside }) };
  expect(known(measures, 'a|headline||')).toMatchObject({ [few]: '3' });
  expect(known(measures, 'a|headline||', 'b|beside|some|')).toMatchObject({ [few]: '0–Infinity' });
});

test('of what was never sent nothing is the same', () => {
  const beside = { some: { ...share(0, 3, inTreatment), notRecorded: true as const } };
  const measures = { a: aMeasure(count(3, inTreatment)), b: aMeasure(count(9), { beside }) };
  expect(known(measures, 'a|headline||')).toMatchObject({ [few]: '0–Infinity' });
});

test('women in treatment are those of the category of all, whichever of the two is told', () => {
  const sex = { female: count(3, inTreatment), male: count(20, inTreatment) };
  const all = aMeasure(count(23, inTreatment), { splits: { sex } });
  const withWomen = { all, women: aMeasure(count(3, women)) };
  const hidden = ['all|headline||', 'all|split|sex|female', 'all|split|sex|male'];
  expect(known(withWomen, ...hidden)).toMatchObject({ 'all|split|sex|female|count': '3' });
  expect(known(withWomen, 'women|headline||')).toMatchObject({ 'women|headline|||count': '3' });
});

test('women in treatment say nothing where all are not told, or not by sex', () => {
  const service = { day: count(3, women), after: count(6, women) };
  const alone = { women: aMeasure(count(9, women), { splits: { service } }) };
  const hidden = ['women|split|service|day', 'women|split|service|after'];
  expect(known(alone, ...hidden)).toEqual({ 'women|split|service|day|count': '0–9' });
  const withAll = { ...alone, all: aMeasure(count(20, inTreatment)) };
  expect(known(withAll, ...hidden)).toEqual({ 'women|split|service|day|count': '0–9' });
});

test('women in treatment may be told by category alone', () => {
  const sex = { female: count(9, inTreatment), male: count(11, inTreatment) };
  const service = { day: count(8, inTreatment), after: count(12, inTreatment) };
  const ofWomen = { service: { day: count(5, women), after: count(4, women) } };
  const measures = {
    all: aMeasure(count(20, inTreatment), { splits: { sex, service } }),
    women: aMeasure(count(9), { splits: ofWomen }),
  };
  // Of the 8 on the day programme 5 are women.
  expect(known(measures)).toEqual({
    'women-in-treatment|split|service|day||others in the category': '3',
  });
});

test('who are not women are told by the category of all, once', () => {
  const sex = { female: count(20, inTreatment), male: count(3, inTreatment) };
  const measures = {
    all: aMeasure(count(23, inTreatment), { splits: { sex } }),
    women: aMeasure(count(20, women), { splits: { sex: { female: count(20, women) } } }),
  };
  expect(known(measures, 'all|split|sex|male')).toEqual({ 'all|split|sex|male|count': '3' });
});
