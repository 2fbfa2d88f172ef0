import { expect, test } from 'vitest';
import { expireItems } from '../../../local/table/expire-items.ts';
import { getItem, putItem } from '../../../shared/store/dynamo.ts';
import { aTable } from '../../support/table.ts';

test('items go whose time is over, and no others', async () => {
  const { table, close } = await aTable();
  const now = new Date('2026-11-04T12:00:00Z');
  const seconds = now.getTime() / 1000;
  const expiries = { over: seconds - 1, now: seconds, 'to come': seconds + 1, never: undefined, odd: 'soon' };
  for (const [SK, expiresAt] of Object.entries(expiries)) await putItem(table, { PK: 'x', SK, expiresAt });
  expect(await expireItems(table, 'expiresAt', now)).toBe(2);
  const left = await Promise.all(Object.keys(expiries).map((SK) => getItem(table, { PK: 'x', SK })));
  expect(left.flatMap((item) => item?.['SK'] ?? [])).toEqual(['to come', 'never', 'odd']);
  await close();
});
