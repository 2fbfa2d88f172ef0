import { describe, expect, test } from 'vitest';
import type { BlockLine } from '../../shared/finance/block-lines.ts';
import { withoutPlacements } from '../../shared/finance/postings.ts';
import type { IssuedStatement } from '../../shared/finance/statement.ts';
import { dayOf } from '../../shared/records/london.ts';
import { aBlock, aClaim, statementFor, type Known } from '../support/finance.ts';
import { aPlacement } from '../support/records.ts';

const ended = { endReason: 'completed' } as const;
const NOTHING = { weeks: 0, pence: 0 };

/** Placements of January 2026, four weeks each, of as many people; from block B1. */
const januaryFromBlock = (people: number) =>
  Array.from({ length: people }, (_, i) =>
    aPlacement({
      ...{ id: `A${i}`, personRef: `P${i}`, endedOn: '2026-02-01', ...ended },
      ...{ funding: 'block', block: 'B1' },
    }),
  );

const onTheSpot = (id: string, startsOn: string, endedOn: string) =>
  aPlacement({ id, personRef: id, startsOn, endedOn, ...ended });

/** The statements of some months, each made on its 7th from what was known then. */
function issue(...months: readonly (readonly [string, Known])[]): IssuedStatement[] {
  return months.reduce<IssuedStatement[]>((issued, [month, known]) => {
    const { postings } = statementFor(month, { ...known, issued });
    return [...issued, { month, postings }];
  }, []);
}

/** Whether a line adds up on the page. */
function addsUp({ opening, adjustments, closing, ...month }: BlockLine): boolean {
  return (['weeks', 'pence'] as const).every((unit) => {
    const moved = [month, ...adjustments].map(
      ({ bought, used, expired }) => bought[unit] - used[unit] - expired[unit],
    );
    return moved.reduce((sum, amount) => sum + amount, opening[unit]) === closing[unit];
  });
}

describe('a month', () => {
  test('in which a block is bought and runs out', () => {
    // Ten people for four weeks: 36 from the block, £9,541.80, and 4 on the spot, 4 × £279 = £1,116.
    const { statement } = statementFor('2026-01', { placements: januaryFromBlock(10), blocks: [aBlock()] });
    expect(statement.blocks).toEqual([
      {
        ...{ block: 'B1', service: 'day-programme', terms: aBlock().data, opening: NOTHING },
        bought: { weeks: 36, pence: 954_180 },
        used: { weeks: 36, pence: 954_180 },
        ...{ expired: NOTHING, adjustments: [], closing: NOTHING },
      },
    ]);
    expect(statement.spot).toMatchObject([
      { service: 'day-programme', used: { weeks: 4, pence: 111_600 }, adjustments: [] },
    ]);
    // £9,541.80 + £1,116.00 = £10,657.80.
    expect(statement.due).toEqual({ spot: 111_600, bought: 954_180, adjustments: 0, total: 1_065_780 });
  });

  test('lists blocks by when they begin, and none that is over and of which nothing is left or moved', () => {
    // Nine people for four weeks use up the 36 of the older block.
    const known = {
      placements: januaryFromBlock(9),
      blocks: [aBlock({ validFrom: '2026-01-12' }), aBlock({ id: 'B2', validTo: '2026-02-01' })],
    };
    const listed = (month: string, issued: IssuedStatement[] = []) =>
      statementFor(month, { ...known, issued }).statement.blocks.map(({ block }) => block);
    expect(listed('2026-01')).toEqual(['B2', 'B1']);
    const january = issue(['2026-01', known]);
    expect(listed('2026-02', january)).toEqual(['B1']);
    // Valid into the first week of the month, it is listed though nothing moves.
    const longer = { ...known, blocks: [aBlock({ validTo: '2026-02-08' })] };
    const issued = issue(['2026-01', longer]);
    expect(statementFor('2026-02', { ...longer, issued }).statement.blocks).toMatchObject([
      { block: 'B1', opening: NOTHING, used: NOTHING, closing: NOTHING },
    ]);
  });

  test('knows nothing of what is claimed of others', () => {
    const placements = [onTheSpot('A', '2026-01-05', '2026-02-01')];
    const accrued = (...claims: ReturnType<typeof aClaim>[]) =>
      statementFor('2026-01', { placements, claims }).statement.accrued;
    const lines = [['A', 4, 27_900]] as const;
    expect(accrued(aClaim(lines))).not.toEqual(accrued());
    expect(accrued(aClaim(lines, { commissioner: 'southport' }))).toEqual(accrued());
    expect(accrued(aClaim(lines, { provider: 'another' }))).toEqual(accrued());
  });

  test('adjusts months before by each of them, the oldest first', () => {
    // Two weeks of February and four of January that were not known when their statements were made.
    const placements = [
      onTheSpot('A', '2026-02-02', '2026-02-15'),
      onTheSpot('B', '2026-01-05', '2026-02-01'),
    ];
    const issued = issue(['2026-01', {}], ['2026-02', {}]);
    expect(statementFor('2026-03', { placements, issued }).statement.spot).toEqual([
      {
        ...{ service: 'day-programme', used: NOTHING, noBlockLeft: NOTHING },
        adjustments: [
          { month: '2026-01', weeks: 4, pence: 111_600 },
          { month: '2026-02', weeks: 2, pence: 55_800 },
        ],
      },
    ]);
  });

  test('tells of each service what was used on the spot because no block had weeks, in that month alone', () => {
    // Ten people from a block of 36 weeks, one on the spot and one of aftercare, which has no block: four weeks each.
    const on = { startsOn: '2026-01-05', endedOn: '2026-02-01', ...ended };
    const placements = [
      ...januaryFromBlock(10),
      onTheSpot('S', on.startsOn, on.endedOn),
      aPlacement({ ...on, id: 'C', personRef: 'C', service: 'aftercare', funding: 'block', block: 'B1' }),
      // Two weeks of February, for which nothing is left.
      aPlacement({
        ...{ id: 'F', personRef: 'F', startsOn: '2026-02-02', endedOn: '2026-02-15', ...ended },
        ...{ funding: 'block', block: 'B1' },
      }),
    ];
    const known = { placements, blocks: [aBlock()] };
    // 4 × £135 = £540; 8 × £279 = £2,232, of which 4 × £279 = £1,116 for want of a block.
    expect(statementFor('2026-01', known).statement.spot).toEqual([
      {
        ...{ service: 'aftercare', used: { weeks: 4, pence: 54_000 } },
        ...{ noBlockLeft: { weeks: 4, pence: 54_000 }, adjustments: [] },
      },
      {
        ...{ service: 'day-programme', used: { weeks: 8, pence: 223_200 } },
        ...{ noBlockLeft: { weeks: 4, pence: 111_600 }, adjustments: [] },
      },
    ]);
    const issued = issue(['2026-01', known]);
    expect(statementFor('2026-02', { ...known, issued }).statement.spot).toEqual([
      {
        ...{ service: 'day-programme', used: { weeks: 2, pence: 55_800 } },
        ...{ noBlockLeft: { weeks: 2, pence: 55_800 }, adjustments: [] },
      },
    ]);
  });

  test('in which a block expires with weeks left', () => {
    // Five people for four weeks: 20 × £265.05 = £5,301.00; 16 × £265.05 = £4,240.80 expire.
    const { statement } = statementFor('2026-01', {
      placements: januaryFromBlock(5),
      blocks: [aBlock({ validTo: '2026-02-01' })],
    });
    expect(statement.blocks[0]).toMatchObject({
      used: { weeks: 20, pence: 530_100 },
      expired: { weeks: 16, pence: 424_080 },
      closing: NOTHING,
    });
    expect(statement.due.total).toBe(954_180);
  });

  test('with two blocks at different rates', () => {
    // B1 gives its 36 weeks; the other 4 come from B2: 4 × £251.10 = £1,004.40 of £15,066.00.
    const next = aBlock({ id: 'B2', weeks: 60, pricePence: 1_506_600, validFrom: '2026-01-12' });
    const { statement } = statementFor('2026-01', {
      placements: januaryFromBlock(10),
      blocks: [next, aBlock()],
    });
    expect(statement.blocks.map(({ block, used, closing }) => ({ block, used, closing }))).toEqual([
      { block: 'B1', used: { weeks: 36, pence: 954_180 }, closing: NOTHING },
      { block: 'B2', used: { weeks: 4, pence: 100_440 }, closing: { weeks: 56, pence: 1_406_160 } },
    ]);
    expect(statement.spot).toMatchObject([]);
  });

  test('whose last Monday’s week ends in the next has the whole week', () => {
    // Somebody who starts on Thursday 1 October is in the week of Monday 28 September.
    const placements = [onTheSpot('A', '2026-10-01', '2026-10-11')];
    expect(statementFor('2026-09', { placements }).statement.due.total).toBe(27_900);
    expect(statementFor('2026-09', { placements }, dayOf('2026-09-30')).statement.due.total).toBe(0);
    const issued = issue(['2026-09', { placements }]);
    expect(statementFor('2026-10', { placements, issued }).statement.due.total).toBe(27_900);
  });

  test('before and after 1 January each has its own weeks of a placement', () => {
    // 21 December to 10 January: W52 and W53 are December’s, W01 of 2027 is January’s.
    const placements = [onTheSpot('A', '2026-12-21', '2027-01-10')];
    const december = statementFor('2026-12', { placements });
    expect(december.statement.spot[0]?.used).toEqual({ weeks: 2, pence: 55_800 });
    const issued = [{ month: '2026-12', postings: december.postings }];
    expect(statementFor('2027-01', { placements, issued }).statement.spot).toMatchObject([
      { service: 'day-programme', used: { weeks: 1, pence: 27_900 }, adjustments: [] },
    ]);
  });

  test('with a fortnight suspended has two weeks less', () => {
    const suspensions = [{ from: '2026-01-12', to: '2026-01-25' }];
    const placements = [aPlacement({ suspensions, endedOn: '2026-02-01', ...ended })];
    expect(statementFor('2026-01', { placements }).statement.due.total).toBe(55_800);
  });

  test('is provisional before the 7th of the next and final from then on', () => {
    const stateOn = (date: string) => {
      const { statement } = statementFor('2026-01', {}, dayOf(date));
      return [statement.state, statement.cutOff];
    };
    expect(stateOn('2026-01-20')).toEqual(['provisional', '2026-01-20']);
    expect(stateOn('2026-02-06')).toEqual(['provisional', '2026-02-01']);
    expect(stateOn('2026-02-07')).toEqual(['final', '2026-02-01']);
  });

  test('has a block from the day it is bought', () => {
    const blocks = [aBlock({ boughtOn: '2026-01-22', validFrom: '2026-01-26' })];
    const boughtBy = (date: string) => statementFor('2026-01', { blocks }, dayOf(date)).statement.due.bought;
    expect(boughtBy('2026-01-21')).toBe(0);
    expect(boughtBy('2026-01-22')).toBe(954_180);
    // Valid in January’s last week, but bought in the month before: December’s.
    const earlier = [aBlock({ boughtOn: '2025-12-31' })];
    expect(statementFor('2026-01', { blocks: earlier }).statement.due).toMatchObject({
      bought: 0,
      adjustments: 954_180,
    });
  });

  test('says nothing of other commissioners and providers', () => {
    const { statement, postings } = statementFor('2026-01', {
      placements: [
        aPlacement({ id: 'A', commissioner: 'southport' }),
        aPlacement({ id: 'B', provider: 'other', personRef: 'P2' }),
      ],
      blocks: [aBlock({ commissioner: 'southport' }), aBlock({ id: 'B2', provider: 'other' })],
      claims: [aClaim([['A', 4, 27_900]], { commissioner: 'southport' })],
    });
    expect(postings).toEqual([]);
    expect(statement).toMatchObject({ blocks: [], spot: [], accrued: [], due: { total: 0 } });
  });
});

describe('what arrives after a statement was issued', () => {
  const spot = [onTheSpot('A', '2026-01-05', '2026-02-01'), onTheSpot('B', '2026-01-05', '2026-02-01')];

  test('a spot placement that was withdrawn is taken back in the next statement', () => {
    const issued = issue(['2026-01', { placements: spot }]);
    const kept = structuredClone(issued);
    const { statement } = statementFor('2026-02', { placements: spot.slice(1), issued });
    // Four weeks of £279 are given back: −£1,116.
    expect(statement.spot).toMatchObject([
      {
        service: 'day-programme',
        used: NOTHING,
        adjustments: [{ month: '2026-01', weeks: -4, pence: -111_600 }],
      },
    ]);
    expect(statement.due).toEqual({ spot: 0, bought: 0, adjustments: -111_600, total: -111_600 });
    expect(issued).toEqual(kept);
  });

  test('a week that was in a block goes back to it, and nothing is owed', () => {
    const placements = januaryFromBlock(5);
    const blocks = [aBlock()];
    const issued = issue(['2026-01', { placements, blocks }]);
    const { statement } = statementFor('2026-02', { placements: placements.slice(1), blocks, issued });
    // 16 left after January, £4,240.80; four given back, £1,060.20: 20 left, £5,301.00.
    expect(statement.blocks).toMatchObject([
      {
        opening: { weeks: 16, pence: 424_080 },
        adjustments: [{ month: '2026-01', bought: NOTHING, used: { weeks: -4, pence: -106_020 } }],
        closing: { weeks: 20, pence: 530_100 },
      },
    ]);
    expect(statement.due.total).toBe(0);
  });

  test('a week that goes back to an expired block is expired', () => {
    const placements = januaryFromBlock(5);
    const blocks = [aBlock({ validTo: '2026-02-01' })];
    const issued = issue(['2026-01', { placements, blocks }]);
    const { statement, postings } = statementFor('2026-02', {
      placements: placements.slice(1),
      blocks,
      issued,
    });
    expect(statement.blocks).toMatchObject([
      {
        opening: NOTHING,
        adjustments: [
          {
            month: '2026-01',
            bought: NOTHING,
            used: { weeks: -4, pence: -106_020 },
            expired: { weeks: 4, pence: 106_020 },
          },
        ],
        closing: NOTHING,
      },
    ]);
    expect(statement.blocks.every(addsUp)).toBe(true);
    expect(statement.due.total).toBe(0);
    expect(postings.filter(({ kind }) => kind === 'used').map(({ placement }) => placement)).toEqual(['A0']);
    expect(JSON.stringify(withoutPlacements(postings))).not.toContain('A0');
  });

  test('a week that a block had no room for goes into it when another is given back', () => {
    // Ten people: 4 weeks of January were on the spot. Without one of them 36 are left, which the block covers:
    // −4 × £279 on the spot; of the block 4 are given back and 4 taken.
    const placements = januaryFromBlock(10);
    const blocks = [aBlock()];
    const issued = issue(['2026-01', { placements, blocks }]);
    const { statement } = statementFor('2026-02', { placements: placements.slice(1), blocks, issued });
    expect(statement.due).toMatchObject({ adjustments: -111_600, total: -111_600 });
    expect(statement.blocks).toMatchObject([{ adjustments: [], closing: NOTHING }]);
  });

  test('a block recorded late is owed in the statement after, and takes over the weeks it covers', () => {
    // January was 4 weeks on the spot, £1,116; with the block they are its own: £9,541.80 − £1,116.00 = £8,425.80.
    const placements = januaryFromBlock(1);
    const issued = issue(['2026-01', { placements }]);
    const { statement } = statementFor('2026-02', { placements, blocks: [aBlock()], issued });
    expect(statement.due).toEqual({ spot: 0, bought: 0, adjustments: 842_580, total: 842_580 });
    expect(statement.blocks).toMatchObject([
      {
        opening: NOTHING,
        // 36 weeks bought and 4 of them used, 4 × £265.05 = £1,060.20: 32 × £265.05 = £8,481.60 are left.
        adjustments: [
          {
            month: '2026-01',
            bought: { weeks: 36, pence: 954_180 },
            used: { weeks: 4, pence: 106_020 },
            expired: NOTHING,
          },
        ],
        closing: { weeks: 32, pence: 848_160 },
      },
    ]);
    expect(statement.blocks.every(addsUp)).toBe(true);
  });

  test('a block that was withdrawn is taken back', () => {
    const issued = issue(['2026-01', { blocks: [aBlock()] }]);
    const { statement } = statementFor('2026-02', { issued });
    expect(statement.blocks).toMatchObject([
      { block: 'B1', terms: undefined, opening: { weeks: 36, pence: 954_180 }, closing: NOTHING },
    ]);
    expect(statement.due.total).toBe(-954_180);
  });

  test('is adjusted once', () => {
    const issued = issue(['2026-01', { placements: spot }], ['2026-02', { placements: spot.slice(1) }]);
    expect(statementFor('2026-03', { placements: spot.slice(1), issued }).postings).toEqual([]);
  });

  test('and comes back is adjusted back', () => {
    const issued = issue(['2026-01', { placements: spot }], ['2026-02', { placements: spot.slice(1) }]);
    expect(statementFor('2026-03', { placements: spot, issued }).statement.due.total).toBe(111_600);
  });

  test('does not change a statement that is made again', () => {
    const known = { placements: spot, blocks: [aBlock()] };
    const issued = issue(['2026-01', known], ['2026-02', known]);
    expect(statementFor('2026-01', { ...known, issued }).postings).toEqual(issued[0]?.postings);
    expect(statementFor('2026-02', { ...known, issued }).postings).toEqual(issued[1]?.postings);
  });
});

describe('the financial year', () => {
  const placements = [onTheSpot('A', '2026-03-02', '2026-05-31')];
  const blocks = [aBlock()];
  const known = { placements, blocks };

  test('begins on 1 April', () => {
    // March has the Mondays 2, 9, 16, 23 and 30; April 6, 13, 20 and 27; May 4, 11, 18 and 25.
    const issued = issue(['2026-01', known], ['2026-02', known], ['2026-03', known], ['2026-04', known]);
    const march = statementFor('2026-03', { ...known, issued }).statement.yearToDate;
    expect(march).toMatchObject({ fromMonth: '2025-04', spot: { weeks: 5, pence: 139_500 } });
    expect(march.duePence).toBe(954_180 + 139_500);
    expect(statementFor('2026-05', { ...known, issued }).statement.yearToDate).toEqual({
      fromMonth: '2026-04',
      ...{ bought: NOTHING, drawn: NOTHING, expired: NOTHING },
      spot: { weeks: 8, pence: 223_200 },
      duePence: 223_200,
    });
  });

  test('has among its sums what was adjusted in it, whichever year that was for', () => {
    const issued = issue(['2026-03', known]);
    const { statement } = statementFor('2026-04', { blocks, issued });
    expect(statement.yearToDate.spot).toEqual({ weeks: -5, pence: -139_500 });
  });

  test('ends with the unused balance as a prepayment', () => {
    const issued = issue(['2026-01', known], ['2026-02', known]);
    expect(statementFor('2026-03', { ...known, issued }).statement.prepayment).toEqual({
      weeks: 36,
      pence: 954_180,
    });
    expect(statementFor('2026-02', { ...known, issued }).statement.prepayment).toBeUndefined();
  });
});

describe('what is accrued', () => {
  const placements = [onTheSpot('A', '2026-01-05', '2026-02-15'), onTheSpot('B', '2026-01-05', '2026-01-11')];

  test('is every week on the spot that nobody claimed', () => {
    // Of A’s four weeks in January three were claimed; B’s one was not: 2 × £279. February: A’s two weeks.
    const claims = [aClaim([['A', 3, 27_900]])];
    expect(statementFor('2026-02', { placements, claims }).statement.accrued).toEqual([
      { month: '2026-01', weeks: 2, pence: 55_800 },
      { month: '2026-02', weeks: 2, pence: 55_800 },
    ]);
  });

  test('is nothing when all was claimed, or more', () => {
    const claims = [
      aClaim([
        ['A', 5, 27_900],
        ['B', 1, 27_900],
      ]),
    ];
    expect(statementFor('2026-01', { placements, claims }).statement.accrued).toEqual([]);
  });

  test('is nothing for weeks of a block, which was invoiced when it was bought', () => {
    const { statement } = statementFor('2026-01', { placements: januaryFromBlock(2), blocks: [aBlock()] });
    expect(statement.accrued).toEqual([]);
  });

  test('is not lessened by a claim from a block', () => {
    const claims = [aClaim([['B', 1, 26_505]], { block: 'B1' })];
    expect(statementFor('2026-01', { placements: placements.slice(1), claims }).statement.accrued).toEqual([
      { month: '2026-01', weeks: 1, pence: 27_900 },
    ]);
  });
});
