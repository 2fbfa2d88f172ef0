import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { whatDidNotComeAbout } from '../soak/absent.ts';
import { startProcess } from '../soak/local-process.ts';
import { soak } from '../soak/soak.ts';

test('mixed traffic of twenty clients, killed again and again: of what came about nothing acknowledged is missing, nothing is half there', async ({
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

test('a system that aborts by itself is told, and one that is stopped is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'janus-soak-'));
  const died = vi.fn<(how: string) => void>();
  try {
    expect(await (await startProcess(folder, died)).stop()).toBe(0);
    expect(died).not.toHaveBeenCalled();
    const { isGone, kill } = await startProcess(folder, died);
    try {
      // The lock begins with the id of the process.
      process.kill(Number.parseInt(await readFile(join(folder, 'lock'), 'utf8')), 'SIGABRT');
      await vi.waitFor(() => expect(died.mock.calls).toEqual([['SIGABRT']]), 10_000);
      expect(isGone()).toBe(true);
    } finally {
      await kill();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
