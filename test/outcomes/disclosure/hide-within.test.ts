import { expect, test } from 'vitest';
import { hideWithin } from '../../../shared/outcomes/disclosure/hide-within.ts';

/** Which parts of these sizes are hidden, those under five being small. */
const hidden = (...sizes: number[]) =>
  hideWithin(sizes.map((people) => ({ people, hidden: people >= 1 && people <= 4 })))
    .map((one, index) => (one ? sizes[index] : 0))
    .filter((size) => size !== 0);

test('hides nothing when nothing is small', () => {
  expect(hidden(5, 9, 0)).toEqual([]);
});

test('hides the next smallest with the one that is small', () => {
  expect(hidden(20, 3, 6)).toEqual([3, 6]);
});

// Each of two hidden parts is at least 1, so of 5 together neither can be 5; of 6 either can.
test('two hidden parts cover six people', () => {
  expect(hidden(3, 2, 12, 30)).toEqual([3, 2, 12]);
  expect(hidden(3, 3, 12, 30)).toEqual([3, 3]);
});

test('three hidden parts cover seven people', () => {
  expect(hidden(2, 2, 2, 12, 30)).toEqual([2, 2, 2, 12]);
  expect(hidden(2, 2, 3, 12, 30)).toEqual([2, 2, 3]);
});

test('a part of nobody covers nothing', () => {
  const parts = [
    { people: 3, hidden: true },
    { people: 0, hidden: true },
    { people: 9, hidden: false },
  ];
  expect(hideWithin(parts)).toEqual([true, true, true]);
});

test('a part of nobody needs no cover either', () => {
  const parts = [
    { people: 5, hidden: true },
    { people: 0, hidden: true },
    { people: 9, hidden: false },
  ];
  expect(hideWithin(parts)).toEqual([true, true, false]);
});

// It is the whole less all the others, however many people are in it.
test('one part alone is never hidden, be it large', () => {
  const parts = [
    { people: 12, hidden: true },
    { people: 30, hidden: false },
    { people: 20, hidden: false },
  ];
  expect(hideWithin(parts)).toEqual([true, false, true]);
});
