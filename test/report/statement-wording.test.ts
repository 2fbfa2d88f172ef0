import { expect, test } from 'vitest';
import type { StatementDocument } from '../../shared/finance/statement-document.ts';
import { burnDownTables } from '../../shared/report/finance/burn-down-tables.ts';
import { cellText } from '../../shared/report/cells.ts';
import { priceInWords } from '../../shared/report/finance/price-in-words.ts';
import { runOutInWords } from '../../shared/report/finance/run-out-in-words.ts';

type BlockLine = StatementDocument['blocks'][number];
type Forward = NonNullable<BlockLine['forward']>;

const NOTHING = { weeks: 0, pence: 0 };
const terms = {
  weeks: 36,
  pricePence: 954_180,
  boughtOn: '2026-01-02',
  validFrom: '2026-01-05',
  validTo: '2027-01-03',
};

const aForward = (fields: Partial<Forward> = {}): Forward => ({
  used: 24,
  left: { weeks: 12, pence: 318_060 },
  rate: { used: 24, weeks: 8 },
  byPlannedEnds: { expiring: NOTHING },
  byRecentRate: { expiring: NOTHING },
  effectivePence: 39_758,
  spotPence: 27_900,
  breakEvenWeeks: 35,
  burnDown: [],
  ...fields,
});

const aLine = (forward?: Partial<Forward>, fields: Partial<BlockLine> = {}): BlockLine => ({
  block: 'B1',
  service: 'day-programme',
  terms,
  opening: NOTHING,
  bought: NOTHING,
  used: NOTHING,
  expired: NOTHING,
  adjustments: [],
  closing: { weeks: 12, pence: 318_060 },
  ...(forward && { forward: aForward(forward) }),
  ...fields,
});

const outlook = (runsOutOn: string | undefined, weeks = 0) => ({
  ...(runsOutOn && { runsOutOn }),
  expiring: { weeks, pence: weeks * 26_505 },
});

test.each([
  [
    outlook('2026-07-05'),
    outlook('2026-06-07'),
    'It runs out between the week ending 7 June 2026 (at the recent rate) and the week ending 5 July 2026 (by planned ends). No week will expire unused.',
  ],
  [
    outlook('2026-07-05'),
    outlook('2026-07-05'),
    'It runs out in the week ending 5 July 2026, by planned ends and at the recent rate alike. No week will expire unused.',
  ],
  [
    outlook('2026-07-05'),
    outlook(undefined, 2),
    'It runs out by planned ends in the week ending 5 July 2026; at the recent rate it does not run out before it ends on 3 January 2027. Up to 2 placement weeks, for which £530.10 was paid, will expire unused.',
  ],
  [
    outlook(undefined, 1),
    outlook(undefined, 4),
    'It does not run out before it ends on 3 January 2027, neither by planned ends nor at the recent rate. Between 1 placement week (£265.05) and 4 placement weeks (£1,060.20) will expire unused.',
  ],
  [
    outlook(undefined, 4),
    outlook(undefined, 4),
    'It does not run out before it ends on 3 January 2027, neither by planned ends nor at the recent rate. 4 placement weeks, for which £1,060.20 was paid, will expire unused.',
  ],
])('says when a block runs out and what expires (%#)', (byPlannedEnds, byRecentRate, said) => {
  expect(runOutInWords(aLine({ byPlannedEnds, byRecentRate }), '2026-05-31')).toBe(said);
});

test('says that a block is used up, over or withdrawn', () => {
  const usedUp = aLine({ left: NOTHING }, { closing: NOTHING });
  expect(runOutInWords(usedUp, '2026-05-31')).toBe('Every week of it has been used.');
  const over = aLine(undefined, { expired: { weeks: 3, pence: 79_515 } });
  expect(runOutInWords(over, '2027-01-03')).toBe(
    'It is over: it ended on 3 January 2027. 3 placement weeks, for which £795.15 was paid, expired unused.',
  );
  expect(runOutInWords(aLine(undefined, { terms: undefined }), '2027-01-03')).toBe('It was withdrawn.');
});

test('says what a used week has cost, when the block pays for itself, and how fast it is used', () => {
  expect(priceInWords(aForward(), terms)).toEqual([
    'Each of the 24 placement weeks used so far has cost £397.58; the spot price of the day it was bought is £279.00.',
    'It pays for itself from 35 placement weeks used on: 11 placement weeks more than so far.',
    'The recent rate is that of the last 8 whole weeks: 24 placement weeks, 3.0 a week.',
  ]);
  expect(priceInWords(aForward({ used: 36 }), terms)[1]).toContain('It has paid for itself');
  expect(priceInWords(aForward({ breakEvenWeeks: 37 }), terms)[1]).toContain('costs more than as many weeks');
});

test('leaves weeks in which nothing changes out of the tables, but not the last', () => {
  const week = (monday: string, left: number) => ({ week: monday, monday, left });
  const burnDown = [
    week('2026-01-05', 36),
    week('2026-01-12', 36),
    week('2026-01-19', 35),
    week('2026-01-26', 35),
  ];
  const [table] = burnDownTables(aLine({ burnDown }));
  expect(table?.groups[0]?.rows.map((row) => row.map(cellText))).toEqual([
    ['5 January 2026', '36'],
    ['19 January 2026', '35'],
    ['26 January 2026', '35'],
  ]);
});
