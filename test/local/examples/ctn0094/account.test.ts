import { expect, test } from 'vitest';
import { accountFor } from '../../../../local/examples/ctn0094/account.ts';
import type { Made } from '../../../../local/examples/ctn0094/made.ts';
import { mapPerson } from '../../../../local/examples/ctn0094/map-person.ts';
import type { RowName } from '../../../../local/examples/ctn0094/trial-rows.ts';
import { aPerson, aVisit } from './a-person.ts';

const { record } = mapPerson(aPerson({ visits: [aVisit(2, 12)] })).made[0]!;
const made = (...rows: Made['rows']): Made => ({ record, rows });
const rows: RowName[] = ['visit.csv:2', 'visit.csv:3', 'visit.csv:4', 'uds.csv:2'];

test('counts the first row of a record as sent, the others as merged, and a row of two records once', () => {
  const records = [made('visit.csv:2', 'visit.csv:3'), made('visit.csv:2'), made('uds.csv:2', 'visit.csv:3')];
  const account = accountFor(rows, records, [{ row: 'visit.csv:4', rule: 'L1' }]);
  expect(account).toEqual({
    files: [
      { file: 'visit.csv', rows: 3, sent: 1, merged: 1, leftOut: 1 },
      { file: 'uds.csv', rows: 1, sent: 1, merged: 0, leftOut: 0 },
    ],
    rules: new Map([['L1', 1]]),
    adds: true,
  });
});

test('does not add up when a row is nowhere', () => {
  expect(accountFor(rows, [made('visit.csv:2', 'visit.csv:3', 'uds.csv:2')], []).adds).toBe(false);
});

test('does not add up when a row is both in a record and left out', () => {
  const all = [made('visit.csv:2', 'visit.csv:3', 'visit.csv:4', 'uds.csv:2')];
  expect(accountFor(rows, all, [{ row: 'uds.csv:2', rule: 'L3' }]).adds).toBe(false);
});

test('does not add up when a row is left out twice', () => {
  const leftOut = { row: 'visit.csv:4', rule: 'L1' } as const;
  expect(accountFor(rows, [made('visit.csv:2', 'visit.csv:3', 'uds.csv:2')], [leftOut, leftOut]).adds).toBe(
    false,
  );
});
