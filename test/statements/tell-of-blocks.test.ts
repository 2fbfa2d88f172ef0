import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StatementDocument } from '../../shared/finance/statement-document.ts';
import type { Alert, Alerts } from '../../shared/platform/world.ts';
import { tellOfBlocks } from '../../shared/statements/tell-of-blocks.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { pausedBefore } from '../support/interrupt.ts';
import { sampleStatements } from '../support/statement-document.ts';
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
const tell = (document: StatementDocument, of = table) =>
  tellOfBlocks({ table: of, alerts, topic }, document);

/** The statement of one block of 60 weeks, valid to 5 March 2028, so many of which are used. */
function withUsed(block: string, used: number): StatementDocument {
  const { final } = sampleStatements;
  const line = final.blocks.find((each) => each.block === 'NS-DP-2027-1')!;
  const left = { weeks: 60 - used, pence: (60 - used) * 25_110 };
  return { ...final, blocks: [{ ...line, block, forward: { ...line.forward!, used, left } }] };
}

const points = () => out.map(({ crossing }) => crossing);

test('each point is told once, on the night after it was passed', async () => {
  // 75 % of 60 is 45, 90 % is 54.
  for (const used of [0, 44, 45, 45, 53]) await tell(withUsed('B-1', used));
  expect(points()).toEqual(['used-75-percent']);
  expect(out[0]?.text).toBe(
    'Block B-1 of Northshire County Council with Janus Enterprise: three quarters of it are used. 45 of 60 placement weeks are used, 15 are left, and it is valid to 2028-03-05.',
  );
  for (const used of [60, 60]) await tell(withUsed('B-1', used));
  expect(points()).toEqual(['used-75-percent', 'used-90-percent', 'used-100-percent']);
});

test('a point that was taken back is told again when it is passed again', async () => {
  for (const used of [45, 44, 46]) await tell(withUsed('B-2', used));
  expect(points()).toEqual(['used-75-percent', 'used-75-percent']);
});

test('of two runs at once one tells', async () => {
  const document = withUsed('B-3', 45);
  await Promise.all([tell(document), tell(document)]);
  expect(points()).toEqual(['used-75-percent']);
  // Another comes in between what a run read and what it wrote.
  const later = withUsed('B-3', 54);
  await tell(
    later,
    pausedBefore(table, 2, async () => {
      await tell(later);
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
