import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runStudy } from '../../../../local/examples/addicts/run-study.ts';

const shared = process.env['JANUS_SHARED'] ?? path.join(import.meta.dirname, '../../../../../shared');
const folder = path.join(shared, 'data', 'addicts');
const there = existsSync(path.join(folder, 'addicts.csv'));

test.skipIf(!there)(
  `agrees with R on 238 real people, from the interface to the pack${there ? '' : ' (skipped: JANUS_SHARED names no folder with data/addicts)'}`,
  async ({ onTestFinished }) => {
    const out = await mkdtemp(path.join(tmpdir(), 'addicts-'));
    onTestFinished(() => rm(out, { recursive: true, force: true }));
    const { lines, agrees } = await runStudy(folder, out);
    const printed = lines.join('\n');
    expect(printed).toContain('238 people, 476 records in = 476 accepted + 0 rejected');
    // Published with the data: R survival 3.5-3, log-log limits.
    for (const figure of [
      'all people  day  84  0.905770448863 (0.860407587318 to 0.936928812784) 208 at risk',
      'all people  day 168  0.816387458473',
      'clinic 1    day  84  0.893617079607',
      'clinic 1    day 168  0.795881729176',
      'clinic 2    day  84  0.932034976153',
      'clinic 2    day 168  0.860970725771',
    ])
      expect(printed).toContain(figure);
    expect(agrees).toBe(true);
    expect(await readdir(path.join(out, 'examples/addicts/methadone-study/2023-10/r1'))).toEqual(
      expect.arrayContaining([
        'manifest.json',
        'outcomes.csv',
        'outcomes.json',
        'pack.html',
        'pack.pdf',
        'pack.xlsx',
      ]),
    );
  },
  120_000,
);
