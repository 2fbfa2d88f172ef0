import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecords, type Row } from '../local/table/open-records.ts';

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);

test('a row written over many times, and read through an index between, does not make the folder grow with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'overwritten-'));
  const table = await openRecords(folder, (error) => expect.unreachable(String(error)));
  try {
    const row = (turn: number): Row => ({
      PK: 'PERSON#1',
      SK: 'session#1',
      GSI1PK: 'BY#1',
      note: String(turn).padEnd(200_000, String(turn % 10)),
    });
    for (let turn = 0; turn < 300; turn += 1) {
      await table.put([row(turn)]);
      expect(await table.inIndex(row(turn))).toHaveLength(1);
    }
    // 300 × 200 kB, in the table and its index, is 120 MB of which the last 400 kB are current.
    expect(sizeOf(folder)).toBeLessThan(40_000_000);
  } finally {
    await table.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
