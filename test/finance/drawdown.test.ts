import { describe, expect, test } from 'vitest';
import type { BlockRecord } from '../../shared/finance/block.ts';
import { weekLabel } from '../../shared/finance/iso-week.ts';
import type { PlacementRecord } from '../../shared/finance/placement-weeks.ts';
import { dayOf } from '../../shared/records/london.ts';
import { aBlock, chargesOf } from '../support/finance.ts';
import { aPlacement } from '../support/records.ts';

const ended = { endReason: 'completed' } as const;

/** One person's placement, funded by block B1 unless told otherwise; January 2026 has four weeks, W02 to W05. */
function funded(person: number, fields: Parameters<typeof aPlacement>[0] = {}) {
  return aPlacement({ id: `A${person}`, personRef: `P${person}`, funding: 'block', block: 'B1', ...fields });
}

const people = (count: number) => Array.from({ length: count }, (_, i) => funded(i));

/** What was charged in January 2026, as `week placement account pence`. */
function charged(placements: readonly PlacementRecord[], blocks: readonly BlockRecord[]): string[] {
  return chargesOf(placements, blocks, dayOf('2026-02-01')).map(
    ({ used, block, pence }) =>
      `${weekLabel(used.week).slice(5)} ${used.placement.id} ${block?.id ?? 'spot'} ${pence}`,
  );
}

/** How many weeks of each account. */
function weeksByAccount(placements: readonly PlacementRecord[], blocks: readonly BlockRecord[]) {
  const accounts = charged(placements, blocks).map((line) => line.split(' ')[2]!);
  return Object.fromEntries(
    [...Map.groupBy(accounts, (account) => account)].map(([key, all]) => [key, all.length]),
  );
}

describe('a week', () => {
  test('of a spot placement is charged at the spot price, whatever blocks there are', () => {
    const spot = aPlacement({ id: 'A', endedOn: '2026-01-11', ...ended });
    expect(charged([spot], [aBlock()])).toEqual(['W02 A spot 27900']);
    expect(charged([aPlacement({ ...spot.data, id: 'A', service: 'aftercare' })], [])).toEqual([
      'W02 A spot 13500',
    ]);
  });

  test('of a block placement is worth its part of the price', () => {
    expect(charged([funded(1, { endedOn: '2026-01-11', ...ended })], [aBlock()])).toEqual([
      'W02 A1 B1 26505',
    ]);
  });

  test('is charged to the named block before an older one', () => {
    const blocks = [aBlock(), aBlock({ id: 'B2', validFrom: '2026-01-12' })];
    expect(charged([funded(1, { block: 'B2', endedOn: '2026-01-18', ...ended })], blocks)).toEqual([
      'W02 A1 B1 26505',
      'W03 A1 B2 26505',
    ]);
  });

  test('without a block of its name is charged to the oldest valid one, of equals to the lower id', () => {
    const later = aBlock({ id: 'B0', validFrom: '2026-01-12' });
    const equal = [aBlock({ id: 'B3' }), aBlock({ id: 'B2' })];
    const placement = funded(1, { block: 'B9', startsOn: '2026-01-12', endedOn: '2026-01-18', ...ended });
    expect(charged([placement], [later, ...equal])).toEqual(['W03 A1 B2 26505']);
  });

  test.each([
    ['provider', { provider: 'other' }],
    ['commissioner', { commissioner: 'southport' }],
    ['service', { service: 'aftercare' }],
  ] as const)('is never charged to a block of another %s, not even a named one', (_, terms) => {
    expect(weeksByAccount([funded(1)], [aBlock(terms)])).toEqual({ spot: 4 });
  });

  test('before and after a block’s validity is charged on the spot', () => {
    const block = aBlock({ validFrom: '2026-01-12', validTo: '2026-01-25' });
    expect(charged([funded(1)], [block])).toEqual([
      'W02 A1 spot 27900',
      'W03 A1 B1 26505',
      'W04 A1 B1 26505',
      'W05 A1 spot 27900',
    ]);
  });
});

describe('a block', () => {
  test('that runs out in the middle of a month leaves the rest to the spot price', () => {
    // Ten people: 10, 10 and 10 weeks from the block, then the 6 that are left and 4 on the spot.
    expect(weeksByAccount(people(10), [aBlock()])).toEqual({ B1: 36, spot: 4 });
    expect(charged(people(10), [aBlock()]).slice(-4)).toEqual(
      ['A6', 'A7', 'A8', 'A9'].map((id) => `W05 ${id} spot 27900`),
    );
  });

  test('that runs out is followed by the next, at its own rate', () => {
    // £15,066 for 60 weeks are £251.10 a week.
    const next = aBlock({ id: 'B2', weeks: 60, pricePence: 1_506_600, validFrom: '2026-01-12' });
    expect(charged(people(10), [next, aBlock()]).slice(-5)).toEqual([
      'W05 A5 B1 26505',
      ...['A6', 'A7', 'A8', 'A9'].map((id) => `W05 ${id} B2 25110`),
    ]);
  });

  test('gives its last weeks to whoever started first, then to the lower id', () => {
    const late = [funded(1, { startsOn: '2026-01-06' }), funded(3), funded(2)];
    const block = aBlock({ weeks: 2, pricePence: 53_010 });
    expect(charged(late, [block]).filter((line) => line.includes('B1'))).toEqual([
      'W02 A2 B1 26505',
      'W02 A3 B1 26505',
    ]);
  });

  // £10.00 for 3 weeks: £3.33, £3.33 and the £3.34 that are left.
  test('gives what rounding left with its last week', () => {
    const block = aBlock({ weeks: 3, pricePence: 1_000 });
    expect(charged([funded(1)], [block])).toEqual([
      'W02 A1 B1 333',
      'W03 A1 B1 333',
      'W04 A1 B1 334',
      'W05 A1 spot 27900',
    ]);
  });
});

test('somebody who moves from the spot to a block in the middle of a week uses one week of the block', () => {
  const spot = aPlacement({ id: 'S', personRef: 'P1', endedOn: '2026-01-21', ...ended });
  expect(charged([spot, funded(1, { startsOn: '2026-01-22' })], [aBlock()])).toEqual([
    'W02 S spot 27900',
    'W03 S spot 27900',
    'W04 A1 B1 26505',
    'W05 A1 B1 26505',
  ]);
});
