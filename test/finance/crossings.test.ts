import { expect, test } from 'vitest';
import { crossingsOf, newCrossings } from '../../shared/finance/crossings.ts';
import { dayOf } from '../../shared/records/london.ts';

const block = { weeks: 36, validTo: '2026-12-27' };
const shares = ['used-75-percent', 'used-90-percent', 'used-100-percent'];

// Of 36 weeks 75 % are 27 and 90 % are 32.4.
test.each([
  [26, 0],
  [27, 1],
  [32, 1],
  [33, 2],
  [35, 2],
  [36, 3],
])('%i of 36 weeks are past %i shares', (used, past) => {
  expect(crossingsOf(block, used, dayOf('2026-06-30'))).toEqual(shares.slice(0, past));
});

test('28 days before its last day a block with weeks left is about to expire', () => {
  const on = (date: string, used = 0) => crossingsOf(block, used, dayOf(date));
  expect(on('2026-11-28')).toEqual([]);
  expect(on('2026-11-29')).toEqual(['expires-within-28-days']);
  expect(on('2026-12-27')).toEqual(['expires-within-28-days']);
  expect(on('2026-12-28')).toEqual([]);
  expect(on('2026-11-29', 36)).toEqual(shares);
});

test('a crossing is told once, and again only after it was taken back', () => {
  expect(newCrossings(['used-75-percent', 'used-90-percent'], ['used-75-percent'])).toEqual([
    'used-90-percent',
  ]);
  expect(newCrossings(['used-75-percent'], ['used-75-percent'])).toEqual([]);
  expect(newCrossings([], ['used-75-percent'])).toEqual([]);
  expect(newCrossings(['used-75-percent'], [])).toEqual(['used-75-percent']);
});
