import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord as read } from '../../shared/intake/read-record.ts';
import { computeMonth } from '../../shared/month/compute-month.ts';
import { writeAudit } from '../../shared/store/audit.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { putRecord } from '../../shared/store/put-record.ts';
import { shareOf } from '../support/read-figures.ts';
import { aSentPlacement } from '../support/sent.ts';
import { aTable } from '../support/table.ts';
import { testTagOf } from '../support/tags.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

const placed = async (personRef: string, provider: string) => {
  const referred = { referrer: 'social-work', reportAgreement: 'agreed' };
  const ended = { endedOn: '2026-03-25', endReason: 'completed' };
  const { record } = read(
    'placement',
    `P-${personRef}`,
    aSentPlacement(personRef, { ...referred, ...ended }),
  );
  if (record === undefined) throw new Error('no record');
  const sent = { provider, client: 'c', now: () => new Date('2026-03-26T09:00:00Z') };
  await putRecord(table, record, sent);
};

const issue = (id: string, at: string, personRef: string, provider = 'janus') =>
  writeAudit(table, {
    ...{ id, at, action: 'report-issued' },
    ...{ provider, personRef, placement: `P-${personRef}` },
  });

/** How many of the reports due by a month were in time, as a run at an instant knows it. */
const inTime = async (month: string, asAt: string) => {
  const commissioner = { code: 'northshire', name: 'Northshire', disclosure: 'lt5' as const };
  const { computed } = await computeMonth(
    table,
    testTagOf,
    { commissioner, month, targets: [] },
    { asAt, erased: new Set() },
  );
  return shareOf(computed.measures['referrer-reports']?.headline);
};

test('a run knows the reports that were issued on each provider’s people by its instant', async () => {
  await Promise.all([placed('SU-1', 'janus'), placed('SU-2', 'janus'), placed('SU-3', 'other')]);
  await issue('a-1', '2026-03-30T10:00:00.000Z', 'SU-1');
  await issue('a-2', '2026-04-13T10:00:00.000Z', 'SU-2');
  await issue('a-3', '2026-04-10T10:00:00.000Z', 'SU-3', 'other');
  // All three ended on 25 March; ten working days later, over Easter, it is 10 April.
  expect(await inTime('2026-04', '2026-05-07T06:00:00.000Z')).toBe('2 of 3');
  expect(await inTime('2026-04', '2026-04-01T06:00:00.000Z')).toBe('1 of 3');
});

test('and those from before the twelve months whose time ran out in them', async () => {
  // April 2026 is the first of the twelve months to March 2027; a report of 30 March is among those in time.
  expect(await inTime('2027-03', '2027-04-07T06:00:00.000Z')).toBe('2 of 3');
  expect(await inTime('2027-04', '2027-05-07T06:00:00.000Z')).toBe('0 of 0');
});
