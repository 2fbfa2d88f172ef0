import { describe, expect, test } from 'vitest';
import type { BlockRecord } from '../../shared/finance/block.ts';
import { type ForwardView, forwardView } from '../../shared/finance/forward-view.ts';
import { mondayOf } from '../../shared/finance/iso-week.ts';
import type { PlacementRecord } from '../../shared/finance/placement-weeks.ts';
import { weeksAtRate } from '../../shared/finance/recent-rate.ts';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';
import { aBlock } from '../support/finance.ts';
import { aPlacement } from '../support/records.ts';

/** One person's placement from block B1, from 5 January 2026 unless told otherwise. */
const funded = (person: number, fields: Parameters<typeof aPlacement>[0] = {}) =>
  aPlacement({ id: `A${person}`, personRef: `P${person}`, funding: 'block', block: 'B1', ...fields });

/** The view at the end of January's last week, Sunday 1 February, unless told otherwise. */
function view(placements: readonly PlacementRecord[], blocks: readonly BlockRecord[], on = '2026-02-01') {
  const people = placements.map((placement) => ({ placements: [placement], attendedDays: [] }));
  return forwardView({ people, blocks, cutOffDay: dayOf(on) });
}

const monday = (week: number | undefined) => (week === undefined ? undefined : dateOfDay(mondayOf(week)));

const runsOut = ({ runsOut: { earliest, latest } }: ForwardView) => [monday(earliest), monday(latest)];

describe('a block that will not be used up', () => {
  // Two people for twelve weeks, 5 January to 29 March: 8 weeks used so far, 24 in the end.
  const theBlock = () =>
    view(
      [1, 2].map((person) => funded(person, { plannedEndOn: '2026-03-29' })),
      [aBlock()],
    )[0];

  test('says what is left, in weeks and pence', () => {
    // 28 × £265.05 = £7,421.40.
    expect(theBlock()).toMatchObject({ used: 8, left: { weeks: 28, pence: 742_140 } });
  });

  test('says what will expire and what it cost', () => {
    // 12 × £265.05 = £3,180.60.
    expect(theBlock()?.byPlannedEnds).toMatchObject({
      runsOutIn: undefined,
      expiring: { weeks: 12, pence: 318_060 },
    });
  });

  test('says what a week costs, beside the spot price', () => {
    // £9,541.80 / 8 = £1,192.725; / 24 = £397.575; 35 × £279 = £9,765 is the first to reach the price.
    const first = theBlock();
    expect(first?.effectivePence).toBe(119_273);
    expect(first?.byPlannedEnds.effectivePence).toBe(39_758);
    expect(first).toMatchObject({ spotPence: 27_900, breakEvenWeeks: 35 });
  });

  test('says when it runs out if the recent rate goes on, and that it may never', () => {
    // Two a week for four weeks; 28 left are 14 weeks more, the last of them from 4 May.
    const first = theBlock();
    expect(first?.rate).toEqual({ used: 8, weeks: 4 });
    expect(monday(first?.byRecentRate.runsOutIn)).toBe('2026-05-04');
    expect(runsOut(first!)).toEqual(['2026-05-04', undefined]);
  });

  test('burns down week by week', () => {
    const left = theBlock()!.byPlannedEnds.burnDown.map((point) => point.left);
    expect(left.slice(0, 13)).toEqual([34, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 12]);
    // 5 January 2026 to 3 January 2027: the 52 weeks from W02 to W53.
    expect(left).toHaveLength(52);
    expect(left.at(-1)).toBe(12);
  });
});

test('a run-out has a range when one of three leaves as planned', () => {
  // 12 used, 24 left. At three a week they last 8 weeks, to the week of 23 March. As planned: 12 in February, then two
  // a week for 6 weeks, to the week of 6 April.
  const placements = [funded(1), funded(2), funded(3, { plannedEndOn: '2026-03-01' })];
  expect(runsOut(view(placements, [aBlock()])[0]!)).toEqual(['2026-03-23', '2026-04-06']);
});

test('a block that ran out did so in the week in which it did', () => {
  // Twelve people: 12, 12 and 12; the block's last week is W04, from 19 January.
  const [first] = view(
    Array.from({ length: 12 }, (_, i) => funded(i)),
    [aBlock()],
  );
  expect(first).toMatchObject({ used: 36, left: { weeks: 0, pence: 0 }, effectivePence: 26_505 });
  expect(runsOut(first!)).toEqual(['2026-01-19', '2026-01-19']);
});

test('an open placement past its planned end is expected to end', () => {
  const [first] = view([funded(1, { plannedEndOn: '2026-01-18' })], [aBlock()]);
  expect(first?.byPlannedEnds.expiring.weeks).toBe(32);
});

test('a placement agreed for later is expected to begin', () => {
  const later = funded(1, { startsOn: '2026-03-02', plannedEndOn: '2026-03-29' });
  const [first] = view([later], [aBlock()]);
  expect(first).toMatchObject({ used: 0, effectivePence: undefined, rate: { used: 0 } });
  expect(first?.byPlannedEnds.expiring.weeks).toBe(32);
  expect(first?.byRecentRate.expiring.weeks).toBe(36);
});

test('the rate is that of eight whole weeks, and goes on into the next block', () => {
  // One person since 5 January, one more since 2 March. On Thursday 2 April the last whole week is that of 23 March:
  // 8 weeks of one and 4 of the other since 2 February. 12 + 4 weeks used so far, the week of 30 March among the 13 + 5.
  const next = aBlock({ id: 'B2', validFrom: '2026-04-06' });
  const placements = [funded(1), funded(2, { startsOn: '2026-03-02' })];
  const [first, second] = view(placements, [next, aBlock()], '2026-04-02');
  expect(first).toMatchObject({ used: 18, rate: { used: 12, weeks: 8 } });
  // 18 left at 1.5 a week: 1, 2, 1, 2 … are 18 after 12 weeks, the last of them from 22 June.
  expect(monday(first?.byRecentRate.runsOutIn)).toBe('2026-06-22');
  // The other has 24 weeks from 29 June until it is used up, the last of them from 7 December.
  expect(monday(second?.byRecentRate.runsOutIn)).toBe('2026-12-07');
});

test('weeks for which no block was left count in the rate', () => {
  // 12 a week; the block gave 36 of 48.
  const [, second] = view(
    Array.from({ length: 12 }, (_, i) => funded(i)),
    [aBlock(), aBlock({ id: 'B2', validFrom: '2026-02-02' })],
  );
  expect(second).toMatchObject({ used: 0, rate: { used: 48, weeks: 4 } });
  expect(monday(second?.byRecentRate.runsOutIn)).toBe('2026-02-16');
});

test('a block that is over is left out', () => {
  expect(view([], [aBlock({ validTo: '2026-01-25' })])).toEqual([]);
  // The 1st of February is the day it is looked at: its weeks have expired.
  expect(view([], [aBlock({ validTo: '2026-02-01' })])).toEqual([]);
  expect(view([], [aBlock({ validTo: '2026-02-08' })])).toHaveLength(1);
  expect(view([], [aBlock({ boughtOn: '2026-02-02', validFrom: '2026-02-02' })])).toEqual([]);
});

test('a rate makes as many weeks as it says, rounded down', () => {
  expect([1, 2, 3, 4, 5].map((n) => weeksAtRate({ used: 5, weeks: 4 }, n))).toEqual([1, 1, 1, 2, 1]);
});
