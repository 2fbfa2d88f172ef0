import { expect, test } from 'vitest';
import { whatDidNotComeAbout } from '../soak/absent.ts';
import { soak } from '../soak/soak.ts';

test('mixed traffic of twenty clients, killed again and again: nothing acknowledged is missing, nothing is half there', async ({
  annotate,
}) => {
  const report = await soak({
    ...{ seed: 7, seconds: 30, mostRequests: 5_000, mostRecords: 800, betweenKills: [5, 8] },
  });
  const { differences, tally, oracle } = report;
  for (const what of whatDidNotComeAbout(report)) await annotate(`This did not come about: ${what}.`);
  expect(differences).toEqual([]);
  expect(tally.kills).toBeGreaterThanOrEqual(2);
  expect(tally.inDoubt).toBeGreaterThan(0);
  expect(tally.rounds).toBeGreaterThan(0);
  expect(tally.acknowledged).toBeGreaterThan(100);
  expect(oracle.records.size).toBeGreaterThan(100);
}, 300_000);
