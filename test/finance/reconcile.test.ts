import { describe, expect, test } from 'vitest';
import { datesOf, placementWeeks } from '../../shared/finance/placement-weeks.ts';
import { drawDown } from '../../shared/finance/drawdown.ts';
import { reconcile, type Reconciled, type ReconciliationLine } from '../../shared/finance/reconcile.ts';
import { dayOf } from '../../shared/records/london.ts';
import { aBlock, aClaim, chargesOf } from '../support/finance.ts';
import { aPlacement } from '../support/records.ts';

const JANUARY_ENDS = dayOf('2026-02-01');

/** What is known of January 2026, reconciled. */
function january(
  placements: Reconciled['placements'],
  claims: Reconciled['claims'],
  blocks: Reconciled['blocks'] = [],
): ReconciliationLine[] {
  return reconcile({ blocks, placements, claims, charges: chargesOf(placements, blocks, JANUARY_ENDS) });
}

const said = (lines: readonly ReconciliationLine[]) =>
  lines.map(({ account, placement, finding, flags }) => [account, placement, finding, ...flags].join(' '));

/** Somebody with four weeks in January, who attended nothing that was recorded. */
const spot = aPlacement({ id: 'A' });
const fromBlock = aPlacement({ id: 'A', funding: 'block', block: 'B1' });

describe('what was used and what was claimed', () => {
  test('match', () => {
    // 4 × £279 = £1,116.
    expect(january([spot], [aClaim([['A', 4, 27_900]])])).toMatchObject([
      {
        ...{ provider: 'janus', commissioner: 'northshire', month: '2026-01', account: 'spot' },
        finding: 'matched',
        flags: ['no-attendance'],
        used: { weeks: 4, pence: 111_600 },
        claimed: { weeks: 4, pence: 111_600 },
        difference: { weeks: 0, pence: 0 },
        claims: ['C1'],
      },
    ]);
  });

  test('differ: used and not claimed', () => {
    expect(january([spot], [])).toMatchObject([
      { finding: 'claim-missing', difference: { weeks: -4, pence: -111_600 }, claims: [] },
    ]);
  });

  test('differ: claimed and not used', () => {
    const over = aPlacement({ id: 'A', startsOn: '2025-12-01', endedOn: '2026-01-04', endReason: 'left' });
    const [, line] = january([over], [aClaim([['A', 1, 27_900]])]).toSorted((a, b) =>
      a.month < b.month ? -1 : 1,
    );
    expect(line).toMatchObject({
      finding: 'usage-missing',
      flags: ['after-end'],
      difference: { weeks: 1, pence: 27_900 },
      weeks: [],
    });
  });

  test('differ: more claimed than used', () => {
    // Five weeks are claimed of four: £279 too much.
    expect(january([spot], [aClaim([['A', 5, 27_900]])])).toMatchObject([
      { finding: 'over-claimed', difference: { weeks: 1, pence: 27_900 } },
    ]);
  });

  test.each([
    ['in the last week of the month', '2026-01-26', 5, ['no-attendance']],
    ['the day before it', '2026-01-25', 4, ['no-attendance', 'after-end']],
  ])('differ: more claimed than used of a placement that ended %s', (_, endedOn, weeks, flags) => {
    const over = aPlacement({ id: 'A', endedOn, endReason: 'left' });
    expect(january([over], [aClaim([['A', weeks, 27_900]])])).toMatchObject([
      { finding: 'over-claimed', difference: { weeks: 1 }, flags },
    ]);
  });

  test('differ: less claimed than used', () => {
    expect(january([spot], [aClaim([['A', 3, 27_900]])])).toMatchObject([
      { finding: 'under-claimed', difference: { weeks: -1, pence: -27_900 } },
    ]);
  });

  test('differ: claimed at another rate', () => {
    // 4 × (£279.00 − £265.05) = £55.80 too little.
    expect(january([spot], [aClaim([['A', 4, 26_505]])])).toMatchObject([
      { finding: 'rate-differs', difference: { weeks: 0, pence: -5_580 } },
    ]);
  });

  test('are of a block at the block’s rate', () => {
    const claims = [aClaim([['A', 4, 26_505]], { block: 'B1' })];
    expect(january([fromBlock], claims, [aBlock()])).toMatchObject([
      { account: 'B1', finding: 'matched', used: { weeks: 4, pence: 106_020 } },
    ]);
  });

  test('are taken together where several claims name the placement', () => {
    const claims = [aClaim([['A', 3, 27_900]], { id: 'C2' }), aClaim([['A', 1, 27_900]])];
    expect(january([spot], claims)).toMatchObject([{ finding: 'matched', claims: ['C1', 'C2'] }]);
  });

  test('are of each month by itself', () => {
    const claims = [aClaim([['A', 4, 27_900]]), aClaim([['A', 4, 27_900]], { id: 'C2', month: '2026-02' })];
    const charges = chargesOf([spot], [], dayOf('2026-03-01'));
    expect(
      reconcile({ blocks: [], placements: [spot], charges, claims }).map(({ month, finding }) => [
        month,
        finding,
      ]),
    ).toEqual([
      ['2026-01', 'matched'],
      ['2026-02', 'matched'],
    ]);
  });
});

describe('outside a block’s validity', () => {
  // The block is valid in W04 and W05 only: the placement’s first two weeks are on the spot.
  const block = aBlock({ validFrom: '2026-01-19' });

  test('is what was claimed of it for weeks before', () => {
    const claims = [aClaim([['A', 4, 26_505]], { block: 'B1' })];
    expect(said(january([fromBlock], claims, [block]))).toEqual([
      'B1 A outside-validity over-claimed no-attendance charged-elsewhere',
      'spot A claim-missing no-attendance charged-elsewhere no-block-left',
    ]);
  });

  test('is a flag where nothing was used from it', () => {
    const over = aBlock({ validFrom: '2025-01-06', validTo: '2026-01-04', boughtOn: '2025-01-01' });
    const claims = [aClaim([['A', 4, 26_505]], { block: 'B1' })];
    expect(said(january([fromBlock], claims, [over]))[0]).toBe(
      'B1 A usage-missing outside-validity charged-elsewhere',
    );
  });

  test('is not what was claimed beyond all weeks of a month in which the block is valid throughout', () => {
    const claims = [aClaim([['A', 5, 26_505]], { block: 'B1' })];
    expect(said(january([fromBlock], claims, [aBlock()]))).toEqual(['B1 A over-claimed no-attendance']);
  });

  test('is a week more than a block has that begins in the second of four', () => {
    const second = { startsOn: '2026-01-12', validFrom: '2026-01-12' };
    const started = aPlacement({ ...fromBlock.data, id: 'A', startsOn: second.startsOn });
    const claims = [aClaim([['A', 4, 26_505]], { block: 'B1' })];
    expect(said(january([started], claims, [aBlock({ validFrom: second.validFrom })]))).toEqual([
      'B1 A outside-validity over-claimed no-attendance',
    ]);
  });

  test('is a week that was charged elsewhere because the block was not valid, not because nothing was left', () => {
    // The week of 5 January on the spot, that of the 12th from the block, which could have held the two that are claimed.
    const fortnight = aPlacement({ ...fromBlock.data, id: 'A', endedOn: '2026-01-18', endReason: 'left' });
    const two = [aClaim([['A', 2, 26_505]], { block: 'B1' })];
    const [fromNext] = january([fortnight], two, [aBlock({ validFrom: '2026-01-12' })]);
    expect(fromNext?.finding).toBe('outside-validity');
    // Of ten people the last four have their fourth week on the spot.
    const ten = Array.from({ length: 10 }, (_, i) =>
      aPlacement({ ...fromBlock.data, id: `A${i}`, personRef: `P${i}` }),
    );
    const four = [aClaim([['A9', 4, 26_505]], { block: 'B1' })];
    const ofLast = january(ten, four, [aBlock()]).find(
      ({ account, placement }) => account === 'B1' && placement === 'A9',
    );
    expect(ofLast).toMatchObject({ finding: 'over-claimed', used: { weeks: 3 } });
    expect(ofLast?.flags).toContain('charged-elsewhere');
  });

  test('is what no week of the month could hold, not what was over-claimed within it', () => {
    const started = aPlacement({ ...fromBlock.data, id: 'A', startsOn: '2026-01-26' });
    const claims = (weeks: number) => [aClaim([['A', weeks, 26_505]], { block: 'B1' })];
    expect(said(january([started], claims(2), [block]))).toEqual(['B1 A over-claimed no-attendance']);
    expect(said(january([started], claims(3), [block]))).toEqual([
      'B1 A outside-validity over-claimed no-attendance',
    ]);
  });
});

describe('a line', () => {
  test('names the first difference, the others as flags', () => {
    expect(said(january([spot], [aClaim([['A', 3, 26_505]])]))).toEqual([
      'spot A under-claimed rate-differs no-attendance',
    ]);
  });

  test('says that a placement or a block is not known', () => {
    const claims = [aClaim([['X', 1, 27_900]]), aClaim([['A', 4, 26_505]], { id: 'C2', block: 'B9' })];
    expect(said(january([spot], claims))).toEqual([
      'B9 A usage-missing charged-elsewhere unknown-block',
      'spot A claim-missing no-attendance',
      'spot X usage-missing unknown-placement',
    ]);
  });

  test('knows nothing of another commissioner’s placement or block', () => {
    const other = aPlacement({ id: 'A', commissioner: 'southport' });
    const claims = [aClaim([['A', 4, 26_505]], { block: 'B1' })];
    expect(said(january([other], claims, [aBlock({ commissioner: 'southport' })]))).toEqual([
      'B1 A usage-missing unknown-placement unknown-block',
      'spot A claim-missing no-attendance',
    ]);
  });

  test('says that a block’s last week carries what rounding left', () => {
    // £10.00 for 3 weeks: 333p, 333p and 334p; the claim says 3 × 333p.
    const claims = [aClaim([['A', 3, 333]], { block: 'B1' })];
    const [line] = january([fromBlock], claims, [aBlock({ weeks: 3, pricePence: 1_000 })]);
    expect(line).toMatchObject({ finding: 'matched', difference: { weeks: 0, pence: -1 } });
    expect(line?.flags).toContain('remainder-of-block');
  });

  test('has the days behind it, open and attended', () => {
    const placements = [
      aPlacement({ id: 'A', startsOn: '2026-01-10', endedOn: '2026-01-12', endReason: 'left' }),
    ];
    const weeks = placementWeeks({ placements, attendedDays: [dayOf('2026-01-12')] }, JANUARY_ENDS);
    const [line] = reconcile({ blocks: [], placements, claims: [], charges: drawDown(weeks, []) });
    expect(
      line?.weeks.map(({ week, days, attended }) => [datesOf(week, days), datesOf(week, attended)]),
    ).toEqual([
      [['2026-01-10', '2026-01-11'], []],
      [['2026-01-12'], ['2026-01-12']],
    ]);
    expect(line?.flags).toEqual(['no-attendance']);
  });

  test('carries what its weeks are flagged for', () => {
    const overdue = aPlacement({ id: 'A', plannedEndOn: '2026-01-11' });
    const overlapping = aPlacement({ id: 'B', startsOn: '2026-01-20' });
    expect(said(january([overdue, overlapping], [aClaim([['A', 4, 27_900]])]))).toEqual([
      'spot A matched overlapping-placements after-planned-end no-attendance',
    ]);
  });

  test('stands by commissioner, month, account and placement', () => {
    const claims = [aClaim([['B', 1, 27_900]]), aClaim([['A', 1, 27_900]], { id: 'C2', month: '2025-12' })];
    expect(
      reconcile({ blocks: [], placements: [], charges: [], claims }).map(({ month, placement }) => [
        month,
        placement,
      ]),
    ).toEqual([
      ['2025-12', 'A'],
      ['2026-01', 'B'],
    ]);
  });
});
