import { expect, test } from 'vitest';
import { soak } from '../soak/soak.ts';

test('mixed traffic of twenty clients, killed again and again: nothing acknowledged is missing, nothing is half there', async () => {
  const { differences, tally, oracle } = await soak({
    ...{ seed: 7, seconds: 30, mostRequests: 5_000, betweenKills: [5, 8] },
  });
  expect(differences).toEqual([]);
  expect(tally.kills).toBeGreaterThanOrEqual(2);
  expect(tally.inDoubt).toBeGreaterThan(0);
  expect(tally.acknowledged).toBeGreaterThan(100);
  expect(oracle.records.size).toBeGreaterThan(100);
}, 300_000);
