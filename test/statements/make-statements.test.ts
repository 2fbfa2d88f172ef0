import { expect, test } from 'vitest';
import type { PlacedPerson } from '../../shared/finance/placement-weeks.ts';
import type { AccountOfProvider } from '../../shared/statements/account.ts';
import { makeStatements } from '../../shared/statements/make-statements.ts';
import { aBlock } from '../support/finance.ts';

const between = { commissioner: 'northshire', commissionerName: 'Northshire' };

/** A person on the day programme from a Monday on, by the block, present on none of the days. */
const aPerson = (id: string, startsOn: string, endedOn?: string): PlacedPerson => ({
  attendedDays: [],
  placements: [
    {
      id,
      provider: 'janus',
      data: {
        personRef: `SU-${id}`,
        commissioner: 'northshire',
        service: 'day-programme',
        startsOn,
        plannedEndOn: '2026-12-27',
        ...(endedOn !== undefined && { endedOn }),
        funding: 'block',
        block: 'B1',
      },
    },
  ],
});

const tagOf = (id: string) => `tag-${id}`;

function anAccount(
  people: readonly PlacedPerson[],
  issued: AccountOfProvider['issued'] = [],
): AccountOfProvider {
  const ids = people.flatMap(({ placements }) => placements.map(({ id }) => id));
  return {
    provider: 'janus',
    providerName: 'Janus',
    people,
    blocks: [aBlock()],
    claims: [],
    issued,
    placementByTag: new Map(ids.map((id) => [tagOf(id), id])),
  };
}

/** The statements of a day, and the final ones among them as they are kept. */
function madeOn(today: string, account: AccountOfProvider) {
  const ledgers = makeStatements(between, account, { today, madeAt: `${today}T04:30:00.000Z` });
  const final = ledgers
    .filter(({ document }) => document.state === 'final')
    .map(({ document, postings }) => ({
      month: document.month,
      postings: postings.map(({ placement, ...posting }) =>
        placement === undefined ? posting : { ...posting, placement: tagOf(placement) },
      ),
    }));
  return { statements: ledgers.map(({ document }) => document), issued: [...account.issued, ...final] };
}

// January 2026 has four Mondays from the 5th on: 5, 12, 19, 26. February: 2, 9, 16, 23.
const both = [aPerson('P1', '2026-01-05', '2026-03-29'), aPerson('P2', '2026-01-19', '2026-02-15')];

test('what is over and was never stated is stated in order, then what is open, provisionally', () => {
  const { statements } = madeOn('2026-03-10', anAccount(both));
  expect(statements.map(({ month, state, cutOff }) => [month, state, cutOff])).toEqual([
    ['2026-01', 'final', '2026-02-01'],
    ['2026-02', 'final', '2026-03-01'],
    ['2026-03', 'provisional', '2026-03-10'],
  ]);
  // January: P1 four weeks, P2 two. February: P1 four, P2 two (to the 15th). March: the weeks of the 2nd and the 9th.
  expect(
    statements.map(({ blocks: [line] }) => [line!.opening.weeks, line!.used.weeks, line!.closing.weeks]),
  ).toEqual([
    [0, 6, 30],
    [30, 6, 24],
    [24, 2, 22],
  ]);
  // £9,541.80 once, in the month it was bought; its weeks create no debt.
  expect(statements.map(({ due }) => due.total)).toEqual([954_180, 0, 0]);
});

test('before the 7th the month before is provisional, and the open one goes on from it', () => {
  const { statements } = madeOn('2026-02-06', anAccount(both));
  expect(statements.map(({ month, state }) => [month, state])).toEqual([
    ['2026-01', 'provisional'],
    ['2026-02', 'provisional'],
  ]);
  expect(statements[1]?.blocks[0]).toMatchObject({ opening: { weeks: 30 }, adjustments: [] });
});

test('what was issued is not stated again, and nothing is adjusted where nothing changed', () => {
  const { issued } = madeOn('2026-02-07', anAccount(both));
  const { statements } = madeOn('2026-03-10', anAccount(both, issued));
  expect(statements.map(({ month }) => month)).toEqual(['2026-02', '2026-03']);
  expect(statements[0]?.blocks[0]?.adjustments).toEqual([]);
});

test('a placement that is withdrawn after its statement gives its weeks back, by the month they were of', () => {
  const { issued } = madeOn('2026-02-07', anAccount(both));
  // Withdrawn: its id is known, its weeks are not.
  const withdrawn = anAccount(both.slice(0, 1), issued);
  const known = new Map([...withdrawn.placementByTag, [tagOf('P2'), 'P2']]);
  const { statements } = madeOn('2026-03-10', { ...withdrawn, placementByTag: known });
  // Two weeks at £265.05.
  expect(statements[0]?.blocks[0]).toMatchObject({
    opening: { weeks: 30 },
    adjustments: [{ month: '2026-01', used: { weeks: -2, pence: -53_010 } }],
    used: { weeks: 4 },
    closing: { weeks: 28 },
  });
});

test('of somebody who was erased, or whose time was over, what was issued stands: no week comes back', () => {
  const { issued } = madeOn('2026-02-07', anAccount(both));
  const { statements, issued: later } = madeOn('2026-03-10', anAccount(both.slice(0, 1), issued));
  expect(statements[0]?.blocks[0]).toMatchObject({
    opening: { weeks: 30 },
    adjustments: [],
    used: { weeks: 4 },
    closing: { weeks: 26 },
  });
  // What is left by the ledger is what is left by the view ahead.
  const [line] = statements.at(-1)!.blocks;
  expect(line?.forward).toMatchObject({ used: 12, left: { weeks: 24 } });
  expect(line?.closing.weeks).toBe(24);
  // And so it is in every later month.
  expect(
    madeOn('2026-04-10', anAccount(both.slice(0, 1), later)).statements[0]?.blocks[0]?.adjustments,
  ).toEqual([]);
});

test('nothing is due where nothing was ever bought or used', () => {
  expect(madeOn('2026-03-10', { ...anAccount([]), blocks: [] }).statements).toEqual([]);
});
