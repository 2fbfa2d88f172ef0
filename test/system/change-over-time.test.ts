import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OutcomeDocument, outcomeDocumentSchema } from '../../shared/outcomes/document.ts';
import { aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import { aSystem, type System } from '../support/system.ts';

/** Months that follow one another, and a correction of the first, as a commissioner and the operator see them. */

let system: System;
const outcomes = async (month: string, revision: number): Promise<OutcomeDocument> =>
  outcomeDocumentSchema.parse(
    JSON.parse((await system.file('northshire', month, 'outcomes.json', revision)).toString('utf8')),
  );
const send = async (records: readonly object[]) => {
  expect((await system.provider('POST', '/v1/batches', { records })).body).toMatchObject({
    counts: { rejected: 0 },
  });
};

/** A relative of the service user comes to a family group on the third of a month. */
const familySession = (number: number, month: string) => ({
  type: 'session',
  id: `S-${number}-${month}`,
  ...aSentSession(`SU-${number}`, {
    kind: 'family-group',
    startsAt: `${month}-03T10:00:00Z`,
    family: [{ ref: `F-${number}`, relationship: 'parent' }],
  }),
});
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

beforeAll(async () => {
  system = await aSystem();
  await send(
    numbers(1, 30).flatMap((number) => [
      {
        type: 'placement',
        id: `P-${number}`,
        ...aSentPlacement(`SU-${number}`, { plannedEndOn: '2026-12-31' }),
      },
      { type: 'session', id: `S-${number}`, ...aSentSession(`SU-${number}`) },
    ]),
  );
  // Of thirty people ten are reached in August, twelve in September, fifteen in October.
  await send([
    ...numbers(1, 10).map((number) => familySession(number, '2026-08')),
    ...numbers(1, 12).map((number) => familySession(number, '2026-09')),
    ...numbers(1, 15).map((number) => familySession(number, '2026-10')),
  ]);
  for (const month of ['2026-08', '2026-09', '2026-10'])
    expect(await system.runMonth({ month })).toMatchObject({ state: 'succeeded' });
});
afterAll(() => system.stop());

test('a month draws the months that were issued before it, and its own', async () => {
  const { measures } = await outcomes('2026-10', 1);
  expect(measures['family-engagement']?.trend).toEqual({
    kind: 'run',
    every: 'month',
    median: 0.4,
    points: [
      { period: '2026-08', state: 'estimated', value: 10 / 30, denominator: 30 },
      { period: '2026-09', state: 'estimated', value: 12 / 30, denominator: 30 },
      { period: '2026-10', state: 'estimated', value: 15 / 30, denominator: 30 },
    ],
  });
  expect((await outcomes('2026-08', 1)).measures['family-engagement']?.trend?.points).toHaveLength(1);
});

test('a first issue has nothing that moved', async () => {
  expect(await outcomes('2026-08', 1)).not.toHaveProperty('moved');
});

test('a correction names what moved, what it said, and the records behind it', async () => {
  await send(numbers(11, 16).map((number) => familySession(number, '2026-08')));
  expect(await system.runMonth({ month: '2026-08' })).toMatchObject({ commissioners: [{ revision: 2 }] });
  const { moved, measures } = await outcomes('2026-08', 2);
  expect(measures['family-engagement']).toMatchObject({ numerator: 16, denominator: 30 });
  expect(moved).toMatchObject({
    since: { revision: 1 },
    records: { session: { added: 6, amended: 0, withdrawn: 0 } },
    definitions: [],
  });
  expect(
    moved?.figures.find(({ measure, part }) => measure === 'family-engagement' && part === 'headline'),
  ).toMatchObject({
    stands: true,
    issued: { numerator: 10, denominator: 30 },
  });
  expect(moved?.figures.some(({ measure }) => measure === 'volunteer-progression')).toBe(false);
});

test('of one to four records the number is withheld, and so is a group that moves by as few', async () => {
  await system.provider('PUT', '/v1/sessions/S-7-2026-09', {
    ...aSentSession('SU-7', { kind: 'group', startsAt: '2026-09-03T10:00:00Z' }),
  });
  await system.provider('DELETE', '/v1/sessions/S-8-2026-09?reason=entered-in-error');
  expect(await system.runMonth({ month: '2026-09' })).toMatchObject({ commissioners: [{ revision: 2 }] });
  const { moved, measures } = await outcomes('2026-09', 2);
  // Two relatives fewer: the total says so, since a correction must be seen.
  expect(measures['family-engagement']).toMatchObject({ numerator: 10, denominator: 30 });
  // The six of August that came meanwhile are in the twelve months of September, too.
  expect(moved?.records).toEqual({
    session: { added: 6, amended: { state: 'suppressed' }, withdrawn: { state: 'suppressed' } },
  });
});

test('a later issue draws the correction, marked', async () => {
  await send([{ type: 'test', id: 'T-1', ...aSentTest('SU-1', { collectedAt: '2026-10-20T09:00:00Z' }) }]);
  expect(await system.runMonth({ month: '2026-10' })).toMatchObject({ commissioners: [{ revision: 2 }] });
  const { measures } = await outcomes('2026-10', 2);
  expect(measures['family-engagement']?.trend?.points).toEqual([
    { period: '2026-08', state: 'estimated', value: 16 / 30, denominator: 30, marks: ['r'] },
    { period: '2026-09', state: 'estimated', value: 10 / 30, denominator: 30, marks: ['r'] },
    { period: '2026-10', state: 'estimated', value: 15 / 30, denominator: 30 },
  ]);
});

test('what is withheld and why is for the operator, and no file of the pack', async () => {
  const path = '/v1/packs/northshire/2026-08/files/disclosure.json?revision=1';
  const bytes = await system.file('northshire', '2026-08', 'disclosure.json', 1);
  const told = JSON.parse(bytes.toString('utf8')) as {
    units: { why: string }[];
    audited: { what: string; width: number | null; safe: boolean }[];
  };
  expect(told.units.every(({ why }) => ['small', 'tells-others', 'differs-by-few'].includes(why))).toBe(true);
  expect(told.audited.every(({ safe }) => safe)).toBe(true);
  const reader = await system.clientOf('northshire-1', {
    commissioner: 'northshire',
    scopes: ['packs/read', 'packs/release'],
  });
  expect((await reader('GET', path)).status).toBe(404);
  expect((await reader('GET', path.replace('disclosure.json', 'outcomes.json'))).status).not.toBe(404);
});
