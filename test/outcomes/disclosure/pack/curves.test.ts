import { describe, expect, test } from 'vitest';
import { aMeasure, count, curve, mean, type Group, share, shares } from './figures.ts';
import { known } from './reader.ts';

const sex = (category: string) => `a|split|sex|${category}`;
const both: Group[] = [[10, 20, 'left'], [3, 40, 'died'], [12, 60, 'moved-on'], [30]];

describe('curves of the same journeys', () => {
  test('beside one another have as many, though no share of the one is told', () => {
    const measures = { a: aMeasure(curve([3]), { beside: { occupancy: shares([3]) } }) };
    expect(known(measures, 'a|beside|occupancy| *')).toMatchObject({ 'a|beside|occupancy||followed': '3' });
    expect(known(measures, 'a|beside|occupancy| *', 'a|headline|| *')).toMatchObject({
      'a|beside|occupancy||followed': '0–Infinity',
    });
  });

  test('under another rule are as many, though no day of it is told', () => {
    const curves = { a: aMeasure(curve([3]), { sensitivity: { b: curve([3]) } }) };
    expect(known(curves, 'a|sensitivity|b| *')).toMatchObject({ 'a|sensitivity|b||journeys': '3' });
    const incidences = { a: aMeasure(shares([3]), { sensitivity: { b: shares([3]) } }) };
    expect(known(incidences, 'a|sensitivity|b| *')).toMatchObject({ 'a|sensitivity|b||followed': '3' });
  });

  test('have as many of each part, and events between each two days, as the causes beside them', () => {
    const measures = { a: aMeasure(curve(...both), { beside: { occupancy: shares(...both) } }) };
    const headline = [1, 2, 3, 4].flatMap((node) => [`a|headline|| node:${node}`]);
    const atRisk = [1, 2, 3].map((node) => `a|headline|| at-risk:${node}`);
    const parts = ['left', 'died'].map((part) => `a|headline|| part:${part}`);
    // Beside it 10 had left by day 28 and 3 died by day 56; whoever died after day 84 is not told.
    expect(known(measures, ...headline, ...atRisk, ...parts)).toMatchObject({
      'a|headline|||events 1–2': '3',
      'a|headline|||died': '3–33',
    });
  });
});

test('under another rule more have had the event by each day, or fewer where that is what the rule says', () => {
  const groups: Group[] = [[10, 20, 'left'], [3, 40, 'left'], [30]];
  const under = (rule: string) =>
    known(
      { a: aMeasure(curve(...groups), { sensitivity: { [rule]: curve(...groups) } }) },
      ...['node:1', 'at-risk:1'].map((unit) => `a|headline|| ${unit}`),
    );
  const few = 'a|headline|||events 1–2';
  // By day 56 it was 13. Under the other rule 10 by day 28: so many at least, or at most.
  expect(under('positive-before-first-negative-ignored')).toMatchObject({ [few]: '0–3' });
  expect(under('silence-counts-as-exit')).toMatchObject({ [few]: '3–13' });
});

test('who moved on is among the censored of the same days', () => {
  const groups: Group[] = [[12, 20, 'left'], [7, 20, 'moved-on'], [3, 40], [30]];
  const measures = { a: aMeasure(curve(...groups), { beside: { occupancy: shares(...groups) } }) };
  const few = 'a|headline|||censored 1–2';
  // By day 56 10 of 52 were censored, since 30 are at risk and 12 had left: by day 28 the 7 who moved on at least.
  expect(known(measures, 'a|headline|| at-risk:1')).toMatchObject({ [few]: '0–3' });
  const movedOn = [0, 1, 2].flatMap((day) => [0, 3].map((row) => `a|beside|occupancy| cell:${row}:${day}`));
  expect(known(measures, 'a|headline|| at-risk:1', ...movedOn)).toMatchObject({ [few]: '0–10' });
});

describe('what is beside a figure and is no curve of the same is not taken for one', () => {
  // Each would not add up, which is refused, were it taken to be of as many as the headline.
  test('beside a curve: numbers, shares and another curve', () => {
    const beside = { few: count(7), some: share(3, 8), mean: mean(6), later: curve([2, 20, 'left'], [7]) };
    expect(known({ a: aMeasure(curve([20, 20, 'left'], [30]), { beside }) }, 'a|beside|some|')).toMatchObject(
      {
        'a|beside|some||numerator': '0–Infinity',
      },
    );
  });

  test('beside a share, or other shares: the shares of something else', () => {
    const beside = { progression: shares([3, 20, 'left'], [20]) };
    const left = { 'a|beside|progression||left 0–1': '3' };
    const cells = (row: number) => [0, 1, 2].map((day) => `a|beside|progression| cell:${row}:${day}`);
    for (const headline of [share(20, 40), shares([9, 20, 'left'], [40])]) {
      const measures = { a: aMeasure(headline, { beside }) };
      // 23 − 20 = 3, until what is open is withheld as well.
      expect(known(measures, ...cells(1))).toMatchObject(left);
      expect(known(measures, ...cells(1), ...cells(3))).toMatchObject({
        'a|beside|progression||left 0–1': '0–23',
      });
    }
  });

  test('of what was never sent, and of another rule of it, nothing is the same', () => {
    const none = { ...share(0, 3), notRecorded: true as const };
    expect(known({ a: aMeasure(none, { sensitivity: { b: share(0, 3) } }) }, 'a|sensitivity|b|')).toEqual({
      'a|sensitivity|b||complement': '0–Infinity',
      'a|sensitivity|b||denominator': '0–Infinity',
    });
    expect(known({ a: aMeasure(share(0, 3), { sensitivity: { b: none } }) }, 'a|headline||')).toEqual({
      'a|headline|||complement': '0–Infinity',
      'a|headline|||denominator': '0–Infinity',
    });
  });
});

describe('the categories of a split of shares', () => {
  const women: Group[] = [[3, 20, 'left'], [4, 40, 'died'], [15]];
  const men: Group[] = [[10, 20, 'left'], [9, 40, 'died'], [20]];
  const splits = { sex: { female: shares(...women), male: shares(...men) } };
  const measures = { a: aMeasure(shares(...women, ...men), { splits }) };

  test('add up to the whole, cause by cause and day by day, and with who is open', () => {
    const told = known(measures, `${sex('female')} *`);
    // 13 − 10 left by day 28; 13 − 9 died by day 56, none by day 28.
    expect(told).toMatchObject({ [`${sex('female')}|left 0–1`]: '3', [`${sex('female')}|died 1–2`]: '4' });
    // With the men withheld, too: of 13 each, and of 61 in all.
    expect(known(measures, `${sex('female')} *`, `${sex('male')} *`)).toMatchObject({
      [`${sex('female')}|left 0–1`]: '0–13',
      [`${sex('female')}|died 1–2`]: '0–13',
    });
  });

  test('of which one is of nobody are the others alone, and nothing of nobody is withheld', () => {
    const alone = (...of: Group[]) => {
      const splits = { sex: { female: shares(...of), male: shares() } };
      return { a: aMeasure(shares(...of), { splits }) };
    };
    const womenWithheld = `${sex('female')} *`;
    expect(known(alone([3]), womenWithheld)).toMatchObject({ [`${sex('female')}|followed`]: '3' });
    expect(known(alone([3, 20, 'left'], [5]), womenWithheld)).toMatchObject({
      [`${sex('female')}|left 0–1`]: '3',
    });
    expect(() => known(alone([3]), `${sex('male')} *`)).toThrow('There is no');
  });

  test('tell who is open in one of them', () => {
    const few: Group[] = [[20, 20, 'left'], [3]];
    const ofSex = { female: shares(...few), male: shares([30]) };
    const open = { a: aMeasure(shares(...few, [30]), { splits: { sex: ofSex } }) };
    const cells = [0, 1, 2].map((day) => `${sex('female')} cell:3:${day}`);
    // 23 women of whom 20 left.
    expect(known(open, ...cells)).toMatchObject({
      [`${sex('female')}|open 1`]: '3',
      [`${sex('female')}|open 2`]: '3',
      [`${sex('female')}|open 3`]: '3',
    });
  });
});
