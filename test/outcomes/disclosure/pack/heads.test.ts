import { expect, test } from 'vitest';
import type { ComputedFigure } from '../../../../shared/outcomes/computed.ts';
import { isFew } from '../../../../shared/outcomes/disclosure/audit/few.ts';
import { NOTHING } from '../../../../shared/outcomes/disclosure/hidden.ts';
import { lt5 } from '../../../../shared/outcomes/disclosure/lt5.ts';
import { unitsMovedByFew } from '../../../../shared/outcomes/disclosure/pack/moved-by-few.ts';
import { writeFigure } from '../../../../shared/outcomes/disclosure/way-of.ts';
import { aMeasure, lapses, shares } from './figures.ts';
import { known, withheld } from './reader.ts';

/** Of lapses it is told how many people they are of: a number that is had from others like any. */

const [female, male, other] = ['female', 'male', 'other'].map((category) => `a|split|sex|${category}`);

test('who is withheld in two categories is not told by the people of all and of the third', () => {
  // 43 lapses of 24 people: of 3 women 7, of 1 other 6, of 20 men 30.
  const sex = { female: lapses(3, [7]), male: lapses(20, [30]), other: lapses(1, [6]) };
  const measures = { a: aMeasure(lapses(24, [43]), { splits: { sex } }) };
  // Any of 13 withheld lapses may be women’s. But 24 − 20 people are 4 together.
  expect(known(measures, `${female} *`, `${other} *`)).toMatchObject({
    [`${female}|followed`]: '0–13',
    [`${female}|people`]: '0–4',
  });
  expect(known(measures, `${female} *`, `${other} *`, `${male} *`)).toMatchObject({
    [`${female}|people`]: '0–24',
  });
  // With the other told, too, who is left are the 3.
  expect(known(measures, `${female} *`)).toMatchObject({ [`${female}|people`]: '3' });
  expect(withheld(measures)).toEqual({
    [`${female}`]: 'small',
    [`${other}`]: 'small',
    [`${male}`]: 'tells-others',
  });
});

test('there are no more people than lapses', () => {
  // What is open tells 35 lapses, and 30 of men: women and others are 5 people at most, with no number of people told.
  const sex = { female: lapses(3, [3]), male: lapses(20, [30]), other: lapses(2, [2]) };
  const measures = { a: aMeasure(lapses(25, [35]), { splits: { sex } }) };
  expect(known(measures, `${female} *`, `${other} *`, `${male}`, 'a|headline||')).toMatchObject({
    [`${female}|people`]: '0–5',
  });
});

test('who is in two categories is counted in both, and who is in none in neither', () => {
  // 2 of 3 women are also among 20 men, so that 21 are 23.
  const twice = { female: lapses(3, [7]), male: lapses(20, [30]) };
  const some = { a: aMeasure(lapses(21, [37]), { splits: { sex: twice } }) };
  expect(known(some, `${female} *`)).toMatchObject({ [`${female}|people`]: '1–7' });
  // 30 are 3 women, 20 men and 7 of whom nothing is told.
  const none = { a: aMeasure(lapses(30, [47]), { splits: { sex: twice } }) };
  expect(known(none, `${female} *`)).toMatchObject({ [`${female}|people`]: '0–10' });
});

test('another rule is of the same people', () => {
  const few = { a: aMeasure(lapses(3, [6]), { sensitivity: { b: lapses(3, [6]) } }) };
  expect(known(few, 'a|headline||')).toMatchObject({ 'a|headline|||people': '3' });
  // What is open tells that there are 6 lapses.
  expect(known(few, 'a|headline||', 'a|sensitivity|b|')).toMatchObject({ 'a|headline|||people': '0–6' });
});

test('of journeys people are not told', () => {
  expect(known({ a: aMeasure(shares([3])) }, 'a|headline||')).not.toHaveProperty('a|headline|||people');
});

test('six lapses more of two people more are a few away', () => {
  const shown = (figure: ComputedFigure) => writeFigure(figure, NOTHING, lt5);
  const moved = (now: ComputedFigure) => unitsMovedByFew(shown(lapses(20, [30])), shown(now), isFew);
  expect(moved(lapses(22, [36])).get('figure')).toBe(2);
  expect(moved(lapses(26, [36])).get('figure')).toBeUndefined();
  expect(moved(lapses(20, [30])).get('figure')).toBeUndefined();
});
