import { expect, test } from 'vitest';
import { count } from '../../portal/words/count.ts';
import { dateInWords, instantInWords } from '../../portal/words/instant-in-words.ts';
import { monthInWords } from '../../portal/words/month-in-words.ts';
import { pounds } from '../../portal/words/pounds.ts';
import { recentMonths } from '../../portal/words/recent-months.ts';
import { recordTypeNames as shown } from '../../portal/words/record-types.ts';
import { recordTypeNames as held } from '../../shared/records/registry.ts';

test('an instant is told by London’s clock, in summer and in winter', () => {
  expect(instantInWords('2026-11-05T06:01:10.000Z')).toBe('5 November 2026 at 6:01am');
  expect(instantInWords('2026-07-31T23:30:00.000Z')).toBe('1 August 2026 at 12:30am');
});

test('a date stays that date', () => {
  expect(dateInWords('2026-03-29')).toBe('29 March 2026');
});

test('a month is told by its name', () => {
  expect(monthInWords('2026-10')).toBe('October 2026');
});

test('pence are told as pounds', () => {
  expect(pounds(954180)).toBe('£9,541.80');
  expect(pounds(-5)).toBe('-£0.05');
});

test('one is one, and many are many', () => {
  expect([count(1, 'row'), count(2400, 'row'), count(0, 'row')]).toEqual(['1 row', '2,400 rows', '0 rows']);
});

test('the months before a January are of the year before', () => {
  expect(recentMonths(new Date('2026-02-28T12:00:00Z'), 3)).toEqual(['2026-02', '2026-01', '2025-12']);
});

test('every kind of record that is held has words', () => {
  expect([...shown].sort()).toEqual([...held].sort());
});
