import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Alert, Alerts } from '../../shared/platform/world.ts';
import type { AccountOfProvider } from '../../shared/statements/account.ts';
import { tellOfBlocks } from '../../shared/statements/tell-of-blocks.ts';
import { usageOf } from '../../shared/statements/usage.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { aBlock } from '../support/finance.ts';
import { pausedBefore } from '../support/interrupt.ts';
import { aTable } from '../support/table.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

let out: Alert[];
let alerts: Alerts;
beforeEach(() => {
  out = [];
  alerts = { publish: (_, alert) => Promise.resolve(void out.push(alert)) };
});

const topic = 'arn:aws:sns:eu-west-2:000000000000:Blocks';
const tell = (account: AccountOfProvider, of = table, today = '2026-11-02') =>
  tellOfBlocks({ table: of, alerts, topic }, northshire, account, {
    charges: usageOf(account, northshire.commissioner, today),
    today,
  });

const northshire = { commissioner: 'northshire', commissionerName: 'Northshire County Council' };

/** A block of 60 weeks, so many of which are used: by each of as many people as there are weeks, in its first. */
function withUsed(id: string, used: number): AccountOfProvider {
  const block = aBlock({ id, weeks: 60, pricePence: 1_506_600 });
  const people = Array.from({ length: used }, (_, i) => ({
    attendedDays: [],
    placements: [
      {
        id: `P-${i}`,
        provider: 'janus',
        data: {
          ...{ personRef: `SU-${i}`, commissioner: 'northshire', service: 'day-programme' as const },
          ...{ startsOn: '2026-01-05', plannedEndOn: '2026-01-11', endedOn: '2026-01-11' },
          ...{ funding: 'block' as const, block: id },
        },
      },
    ],
  }));
  return {
    ...{ provider: 'janus', providerName: 'Janus Enterprise', people, blocks: [block], withdrawn: [] },
    ...{ claims: [], issued: [], placementByTag: new Map() },
  };
}

const points = () => out.map(({ crossing }) => crossing);

test('each point is told once, on the night after it was passed', async () => {
  // 75 % of 60 is 45, 90 % is 54.
  for (const used of [0, 44, 45, 45, 53]) await tell(withUsed('B-1', used));
  expect(points()).toEqual(['used-75-percent']);
  expect(out[0]?.text).toBe(
    'Block B-1 of Northshire County Council with Janus Enterprise: three quarters of it are used. 45 of 60 placement weeks are used, 15 are left, and it is valid to 2027-01-03.',
  );
  for (const used of [60, 60]) await tell(withUsed('B-1', used));
  expect(points()).toEqual(['used-75-percent', 'used-90-percent', 'used-100-percent']);
});

test('a point that was taken back is told again when it is passed again', async () => {
  for (const used of [45, 44, 46]) await tell(withUsed('B-2', used));
  expect(points()).toEqual(['used-75-percent', 'used-75-percent']);
});

test('of two runs that read the same one tells', async () => {
  const document = withUsed('B-3', 54);
  // The other comes in between what a run read and what it wrote.
  await tell(
    document,
    pausedBefore(table, 2, async () => {
      await tell(document);
    }).table,
  );
  expect(points()).toEqual(['used-75-percent', 'used-90-percent']);
});

test('what could not be sent is sent the next night', async () => {
  const { publish } = alerts;
  alerts = { publish: () => Promise.reject(new Error('no such topic')) };
  await expect(tell(withUsed('B-4', 45))).rejects.toThrow('no such topic');
  alerts = { publish };
  await tell(withUsed('B-4', 45));
  await tell(withUsed('B-4', 45));
  expect(points()).toEqual(['used-75-percent']);
});

test('what is recorded after a block’s last day is told, too, and that it expires only before', async () => {
  for (const used of [30, 46, 60]) await tell(withUsed('B-5', used), table, '2027-01-20');
  expect(points()).toEqual(['used-75-percent', 'used-90-percent', 'used-100-percent']);
  expect(out[0]?.text).toContain('and it was valid to 2027-01-03.');
  out.length = 0;
  await tell(withUsed('B-6', 30), table, '2026-12-07');
  await tell(withUsed('B-6', 46), table, '2027-03-20');
  expect(points()).toEqual(['expires-within-28-days']);
});
