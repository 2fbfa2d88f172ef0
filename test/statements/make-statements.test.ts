import { expect, test } from 'vitest';
import { personWithUses, usesOf } from '../../shared/finance/erased-use.ts';
import type { PlacedPerson } from '../../shared/finance/placement-weeks.ts';
import { type AccountOfProvider, issuedMonth } from '../../shared/statements/account.ts';
import { usageOf } from '../../shared/statements/usage.ts';
import { makeStatements } from '../../shared/statements/make-statements.ts';
import { providerLines } from '../../shared/statements/provider-lines.ts';
import { dayOf } from '../../shared/records/london.ts';
import { aBlock, aClaim } from '../support/finance.ts';

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
    withdrawn: [],
    claims: [],
    issued,
    placementByTag: new Map(ids.map((id) => [tagOf(id), id])),
  };
}

/** The statements of a day, and the final ones among them as they are kept. */
function madeOn(today: string, account: AccountOfProvider) {
  const ledgers = makeStatements(between, account, {
    charges: usageOf(account, between.commissioner, today),
    ...{ today, madeAt: `${today}T04:30:00.000Z` },
  });
  const final = ledgers
    .filter(({ document }) => document.state === 'final')
    .map(({ document, postings }) =>
      issuedMonth(
        document,
        postings.map(({ placement, ...posting }) =>
          placement === undefined ? posting : { ...posting, placement: tagOf(placement) },
        ),
      ),
    );
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

/** The account after people went: what they used by a day is kept under their placements' tags. */
function without(gone: readonly PlacedPerson[], day: string, account: AccountOfProvider): AccountOfProvider {
  const ofGone = gone.flatMap((person) => [...usesOf(person, dayOf(day))]);
  const kept = ofGone.map(([id, use]) => personWithUses('janus', [{ id: tagOf(id), use }]));
  const left = anAccount(
    account.people.filter((person) => !gone.includes(person)),
    account.issued,
  );
  return { ...left, blocks: account.blocks, claims: account.claims, people: [...left.people, ...kept] };
}

test('of somebody who was erased what was used stands, issued or not: no week comes back', () => {
  const { issued } = madeOn('2026-02-07', anAccount(both));
  const [, second] = both;
  // P2 had its weeks of 2 and 9 February when it was erased on the 11th.
  const after = without([second!], '2026-02-11', anAccount(both, issued));
  const { statements, issued: later } = madeOn('2026-03-10', after);
  const asItWas = madeOn('2026-03-10', anAccount(both, issued)).statements;
  for (const [i, { blocks, due, spot, accrued }] of statements.entries())
    expect({ blocks, due, spot, accrued }).toEqual({
      ...{ blocks: asItWas[i]?.blocks, due: asItWas[i]?.due },
      ...{ spot: asItWas[i]?.spot, accrued: asItWas[i]?.accrued },
    });
  expect(statements[0]?.blocks[0]).toMatchObject({
    adjustments: [],
    used: { weeks: 6 },
    closing: { weeks: 24 },
  });
  // And so it is in every later month.
  expect(madeOn('2026-04-10', { ...after, issued: later }).statements[0]?.blocks[0]?.adjustments).toEqual([]);
});

test('a block amended after an erasure closes as it would have without', () => {
  // Worked out by a reference of its own: at £9,041.76 a week is £251.16; of 36 weeks 8 are used, 28 expire.
  const { issued } = madeOn('2026-02-07', anAccount(both));
  const cheaper = {
    ...anAccount(both, issued),
    blocks: [aBlock({ pricePence: 904_176, validTo: '2026-02-22' })],
  };
  const after = without([both[1]!], '2026-02-07', cheaper);
  const [february] = madeOn('2026-03-10', after).statements;
  expect(february?.blocks[0]?.closing).toEqual({ weeks: 0, pence: 0 });
  const bought = february!.yearToDate.bought.pence;
  expect(bought).toBe(904_176);
});

test('claims of an erased placement meet what it used, wherever both stand', () => {
  const spot = both.map((person) => ({
    ...person,
    placements: person.placements.map((record) => ({
      ...record,
      data: { ...record.data, funding: 'spot' as const },
    })),
  }));
  const { issued } = madeOn('2026-02-07', anAccount(spot));
  const claim = aClaim([
    ['P1', 4, 27_900],
    ['erased-1', 2, 27_900],
  ]);
  const account = {
    ...anAccount(spot, issued),
    claims: [claim],
  };
  const after = without([spot[1]!], '2026-02-15', account);
  const [february] = madeOn('2026-03-10', after).statements;
  expect(february?.accrued.map(({ month }) => month)).toEqual(['2026-02']);
  const january = providerLines(after, 'northshire', { today: '2026-02-20', month: '2026-01' });
  expect(january.map(({ placement, finding }) => [placement, finding])).toEqual([
    ['P1', 'matched'],
    ['erased', 'matched'],
  ]);
});

test('a claim that comes after the final statement is compared in the next one, under its month', () => {
  const { issued } = madeOn('2026-02-07', anAccount(both));
  const claim = aClaim([['P1', 5, 26_505]], { block: 'B1' });
  const late = {
    ...anAccount(both, issued),
    claims: [claim],
  };
  const [february, march] = madeOn('2026-03-10', late).statements;
  const said = (statement = february) =>
    statement?.reconciliation.map(({ month, account, finding }) => [month, account, finding]);
  expect(said()).toEqual([
    ['2026-01', 'B1', 'over-claimed'],
    ['2026-01', 'B1', 'claim-missing'],
    ['2026-02', 'B1', 'claim-missing'],
  ]);
  expect(february?.claims).toMatchObject([{ id: 'C1', month: '2026-01', claimed: { weeks: 5 } }]);
  expect(said(march)).toEqual([['2026-03', 'B1', 'claim-missing']]);
});

test('a claim that is withdrawn after its statement is missed in the next one', () => {
  const claim = aClaim([['P1', 4, 26_505]], { block: 'B1' });
  const { issued } = madeOn('2026-02-07', { ...anAccount(both), claims: [claim] });
  const [february] = madeOn('2026-03-10', anAccount(both, issued)).statements;
  expect(february?.reconciliation[0]).toMatchObject({
    month: '2026-01',
    finding: 'claim-missing',
    placements: 2,
  });
});

test('the first statement compares the claims of months before it', () => {
  const claim = aClaim([['P1', 4, 26_505]], { block: 'B1', month: '2025-12' });
  const [january] = madeOn('2026-02-10', { ...anAccount(both), claims: [claim] }).statements;
  expect(january).toMatchObject({ month: '2026-01', claims: [{ month: '2025-12' }] });
  expect(january?.reconciliation[0]).toMatchObject({ month: '2025-12', finding: 'usage-missing' });
});

test('the first statement is of the last two years; what is older is adjusted in it', () => {
  const long = [aPerson('P1', '2022-01-03')];
  const account = { ...anAccount(long), blocks: [] };
  const { statements } = madeOn('2026-03-10', account);
  expect([statements.length, statements[0]?.month]).toEqual([25, '2024-03']);
  const weeks = statements[0]!.spot[0]!.adjustments.reduce((sum, { weeks: of }) => sum + of, 0);
  // From 3 January 2022 to 3 March 2024 there are 113 weeks.
  expect(weeks).toBe(113);
});

test('nothing is due where nothing was ever bought or used', () => {
  expect(madeOn('2026-03-10', { ...anAccount([]), blocks: [] }).statements).toEqual([]);
});
