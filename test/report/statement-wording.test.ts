import { expect, test } from 'vitest';
import type { Difference, Hint } from '../../shared/finance/reconcile.ts';
import type { StatementDocument } from '../../shared/finance/statement-document.ts';
import { attention } from '../../shared/report/finance/attention.ts';
import { burnDownChart } from '../../shared/report/finance/burn-down-chart.ts';
import { burnDownTables } from '../../shared/report/finance/burn-down-tables.ts';
import { cellText } from '../../shared/report/cells.ts';
import { findingsByMonth } from '../../shared/report/finance/findings.ts';
import { flagInWords } from '../../shared/report/finance/finding-in-words.ts';
import { priceInWords } from '../../shared/report/finance/price-in-words.ts';
import { runOutInWords } from '../../shared/report/finance/run-out-in-words.ts';
import { spotClaimInWords } from '../../shared/report/finance/spot-claim-in-words.ts';
import { statementReport } from '../../shared/report/finance/statement-report.ts';
import { tariffDifference } from '../../shared/report/finance/tariff-difference.ts';
import { sampleStatements } from '../support/statement-document.ts';
import { textsOf } from './texts-of.ts';

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
    'It runs out by planned ends in the week ending 5 July 2026; at the recent rate it does not run out before it ends on 3 January 2027. Up to 2 placement weeks, for which £530.10 was charged, will expire unused.',
  ],
  [
    outlook(undefined, 1),
    outlook(undefined, 4),
    'It does not run out before it ends on 3 January 2027, neither by planned ends nor at the recent rate. Between 1 placement week (£265.05) and 4 placement weeks (£1,060.20) will expire unused.',
  ],
  [
    outlook(undefined, 4),
    outlook(undefined, 4),
    'It does not run out before it ends on 3 January 2027, neither by planned ends nor at the recent rate. 4 placement weeks, for which £1,060.20 was charged, will expire unused.',
  ],
])('says when a block runs out and what expires (%#)', (byPlannedEnds, byRecentRate, said) => {
  expect(runOutInWords(aLine({ byPlannedEnds, byRecentRate }), '2026-05-31')).toBe(said);
});

test('says that a block is used up, over or withdrawn', () => {
  const usedUp = aLine({ left: NOTHING }, { closing: NOTHING });
  expect(runOutInWords(usedUp, '2026-05-31')).toBe('Every week of it has been used.');
  const over = aLine(undefined, { expired: { weeks: 3, pence: 79_515 } });
  expect(runOutInWords(over, '2027-01-03')).toBe(
    'It is over: it ended on 3 January 2027. 3 placement weeks, for which £795.15 was charged, expired unused.',
  );
  expect(runOutInWords(aLine(undefined, { terms: undefined }), '2027-01-03')).toBe('It was withdrawn.');
});

test('tells of what came back to a block that was over, and expired', () => {
  const adjustment = (weeks: number) => ({
    ...{ month: '2026-11', bought: NOTHING, used: NOTHING },
    expired: { weeks, pence: weeks * 26_505 },
  });
  const over = (weeks: number) => aLine(undefined, { adjustments: [adjustment(weeks)] });
  expect(runOutInWords(over(2), '2027-01-31')).toBe(
    'It is over: it ended on 3 January 2027. By adjustment of earlier months 2 placement weeks (£530.10) more expired unused.',
  );
  expect(runOutInWords(over(-1), '2027-01-31')).toBe(
    'It is over: it ended on 3 January 2027. By adjustment of earlier months 1 placement week (£265.05) fewer expired unused.',
  );
});

test('says what a used week is expected to cost, when the block pays for itself, and how fast it is used', () => {
  const expected = {
    byPlannedEnds: { expiring: NOTHING, effectivePence: 26_505 },
    byRecentRate: { expiring: { weeks: 4, pence: 106_020 }, effectivePence: 29_818 },
  };
  expect(priceInWords(aLine(expected), '2026-05-31')).toEqual([
    'Each used week is expected to cost £265.05 by planned ends and £298.18 at the recent rate; the spot price of the day it was bought is £279.00.',
    'If no more were used, each of the 24 placement weeks used so far would have cost £397.58.',
    'It pays for itself from 35 placement weeks used on: 11 placement weeks more than so far.',
    'The recent rate is that of the last 8 whole weeks: 24 placement weeks, 3.0 a week.',
  ]);
  const alike = aLine({ ...expected, byRecentRate: expected.byPlannedEnds });
  expect(priceInWords(alike, '2026-05-31')[0]).toBe(
    'Each used week is expected to cost £265.05, by planned ends and at the recent rate alike; the spot price of the day it was bought is £279.00.',
  );
  const usedUp = aLine({ used: 36, left: NOTHING, effectivePence: 26_505 });
  expect(priceInWords(usedUp, '2026-05-31').slice(0, 2)).toEqual([
    'Each of its weeks has cost £265.05; the spot price of the day it was bought is £279.00.',
    'It has paid for itself: from 35 placement weeks used on, it has cost no more than as many on the spot.',
  ]);
  expect(priceInWords(aLine({ breakEvenWeeks: 37 }), '2026-05-31')[2]).toContain(
    'costs more than as many weeks',
  );
});

test('says that there is no recent rate before the first whole week of a block is over', () => {
  const week = { week: '2026-W02', monday: '2026-01-05', byPlannedEnds: 35, byRecentRate: 36 };
  const fields = {
    ...{ used: 0, effectivePence: undefined, rate: { used: 0, weeks: 1 }, burnDown: [week] },
    left: { weeks: 36, pence: 954_180 },
    byRecentRate: { expiring: { weeks: 36, pence: 954_180 } },
  };
  const unplanned = aLine({ ...fields, byPlannedEnds: { expiring: { weeks: 36, pence: 954_180 } } });
  expect(runOutInWords(unplanned, '2026-01-03')).toBe(
    'It begins on 5 January 2026. No placement is planned to use it so far, and there is no recent rate yet.',
  );
  expect(priceInWords(unplanned, '2026-01-03')).toEqual([
    'No placement is expected to use it so far; the spot price of the day it was bought is £279.00 a week.',
    'No week of it has been used so far.',
    'It pays for itself from 35 placement weeks used on: 35 placement weeks more than so far.',
    'There is no recent rate yet: no whole week of the block is over.',
  ]);
  const planned = aLine({
    ...fields,
    byPlannedEnds: { expiring: { weeks: 6, pence: 159_030 }, effectivePence: 31_806 },
  });
  expect(runOutInWords(planned, '2026-01-06')).toBe(
    'By planned ends it does not run out before it ends on 3 January 2027; there is no recent rate yet. By planned ends 6 placement weeks, for which £1,590.30 was charged, will expire unused.',
  );
  expect(runOutInWords(planned, '2026-01-11')).toContain('neither by planned ends nor at the recent rate');
  const [chart] = burnDownChart(planned, '2026-01-03');
  expect(chart?.spec).toMatchObject({ lines: [{ label: 'By planned ends' }] });
  expect(chart?.spec).not.toHaveProperty('now');
  expect(
    burnDownTables(planned, '2026-01-03').map(({ columns }) => columns.map(({ title }) => title)),
  ).toEqual([['At the end of the week beginning', 'By planned ends']]);
});

test('says what needs somebody: what to query, what is not claimed, prices and invoices that are missing', () => {
  expect(attention(sampleStatements.final)).toEqual([
    'Claims of March 2027: 14 placements do not agree with use, 6 of them on the spot; £558.00 to query there.',
    'Claims of February 2027, looked at again: 5 placements do not agree with use, 1 of them on the spot; nothing to query there.',
    'There are placements to look at; see “What to look at” in “Claims against use”.',
    'Accrual: of what was used on the spot and charged so far, 11 placement weeks, £2,493.00, not claimed.',
    'Funded by a block, but charged on the spot because no block had weeks left: 3 placement weeks, £837.00.',
    'Price of block NS-DP-2026-1: £34.20 more than the tariff.',
    'No invoice reference yet for blocks NS-AC-2026-1, NS-DP-2027-1.',
    'Prepayment at 31 March 2027: 86 placement weeks, £17,188.20.',
    'Year to date, from 1 April 2026: £38,889.00 charged, the sum of the statements.',
  ]);
  expect(attention(sampleStatements.provisional)).toEqual([
    'Claims of March 2027 are not due yet: the month is not over.',
    'Claims of February 2027, looked at again: 5 placements do not agree with use, 1 of them on the spot; nothing to query there.',
    'Accrual: of what was used on the spot and charged for earlier months, 3 placement weeks, £837.00, not claimed.',
    'Of what was used on the spot in March 2027 and is due so far, 2 placement weeks, £558.00, not claimed yet.',
    'Price of block NS-DP-2026-1: £34.20 more than the tariff.',
    'No invoice reference yet for blocks NS-AC-2026-1, NS-DP-2027-1.',
    'Year to date, from 1 April 2026: £35,280.00 charged, the sum of the statements.',
  ]);
});

test('says of the spot claims of a month what to query, and what of the use no block had weeks for', () => {
  const [march, february] = findingsByMonth(sampleStatements.final);
  expect(march && spotClaimInWords(march)).toEqual([
    'Of £3,069.00 claimed on the spot, query £558.00: it is more than was used. £1,656.00 was used on the spot and is not claimed.',
  ]);
  expect(february && spotClaimInWords(february)).toEqual([
    'Of £1,116.00 claimed on the spot nothing is to be queried: none of it is more than was used. £837.00 was used on the spot and is not claimed.',
  ]);
  expect(textsOf(statementReport(sampleStatements.final))).toContain(
    'Day programme, spot: 3 of the 13 placement weeks (£837.00 of £3,627.00) were used by placements funded by a block that had no weeks left.',
  );
});

test('says how a price differs from the tariff', () => {
  expect(tariffDifference({ pricePence: 999_999, tariffPence: 954_180 })).toBe(
    '£458.19 more than the tariff',
  );
  expect(tariffDifference({ pricePence: 950_000, tariffPence: 954_180 })).toBe('£41.80 less than the tariff');
  expect(tariffDifference({ pricePence: 954_180, tariffPence: 954_180 })).toBeUndefined();
});

test('has words of its own for every flag', () => {
  const flags: Record<Difference | Hint, string> = {
    'claim-missing': 'Used, not claimed',
    'usage-missing': 'Claimed, not used',
    'outside-validity': 'Claimed from a block that was not valid',
    'over-claimed': 'More weeks claimed than used',
    'under-claimed': 'Fewer weeks claimed than used',
    'rate-differs': 'Claimed at another price',
    'overlapping-placements': 'Two placements of one person open on the same day',
    'after-planned-end': 'Used after the planned end of the placement',
    'no-attendance': 'Nothing was attended in a week',
    'after-end': 'Claimed after the placement ended',
    'charged-elsewhere': 'Other weeks charged to another block or on the spot',
    'no-block-left': 'Funded by a block that had no weeks left',
    'unknown-placement': 'The placement is not known',
    'unknown-block': 'The block is not known',
    'remainder-of-block': 'Has the last week of the block, with the pence that rounding left',
  };
  for (const [flag, words] of Object.entries(flags)) expect(flagInWords(flag)).toBe(words);
});

test('leaves weeks in which nothing changes out of the tables, but not the last', () => {
  const week = (monday: string, left: number) => ({ week: monday, monday, left });
  const burnDown = [
    week('2026-01-05', 36),
    week('2026-01-12', 36),
    week('2026-01-19', 35),
    week('2026-01-26', 35),
  ];
  const [table] = burnDownTables(aLine({ burnDown }), '2026-01-31');
  expect(table?.groups[0]?.rows.map((row) => row.map(cellText))).toEqual([
    ['5 January 2026', '36'],
    ['19 January 2026', '35'],
    ['26 January 2026', '35'],
  ]);
});
