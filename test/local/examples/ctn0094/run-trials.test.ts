import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mapTrials } from '../../../../local/examples/ctn0094/map-trials.ts';
import { runTrials } from '../../../../local/examples/ctn0094/run-trials.ts';
import { readTrialFiles } from '../../../../local/examples/ctn0094/trial-files.ts';
import { sharedData } from '../../../support/shared-data.ts';

const folder = path.dirname(sharedData('ctn0094/everybody.csv') ?? '.');
const isThere = folder !== '.';
const orSkipped = isThere ? '' : ' (skipped: JANUS_SHARED names no folder with data/ctn0094)';

test.skipIf(!isThere)(
  `finds as many completers as the trial published, and accounts for every row${orSkipped}`,
  async () => {
    const { people, sites, account } = mapTrials(await readTrialFiles(folder));
    expect(people).toBe(3560);
    expect(account.adds).toBe(true);
    // Lines of the files without their headers, as `wc -l` counts them.
    expect(Object.fromEntries(account.files.map(({ file, rows }) => [file, rows]))).toMatchObject({
      'everybody.csv': 3560,
      'visit.csv': 53_899,
      'uds.csv': 42_906,
      'withdrawal.csv': 14_983,
    });
    // Hser and others, Addiction 2014;109:79-87: 46 % of 740 on buprenorphine and 74 % of 529 on methadone, so 732.
    const completed = sites
      .flatMap(({ made }) => made)
      .filter(({ record }) => record.type === 'placement' && record.endReason === 'completed')
      .filter(({ record }) => record.id.startsWith('C27-')).length;
    expect(Math.abs(completed - 732)).toBeLessThan(12);
  },
);

test.skipIf(!isThere)(
  `takes fifteen real people from the files to the packs, and lists what is refused${orSkipped}`,
  async ({ onTestFinished }) => {
    const out = await mkdtemp(path.join(tmpdir(), 'ctn0094-'));
    onTestFinished(() => rm(out, { recursive: true, force: true }));
    const { lines, adds } = await runTrials(folder, out, { most: 15, months: ['2023-09'] });
    const printed = lines.join('\n');
    expect(adds).toBe(true);
    // Of the first fifteen people four were never randomised, and two visits have neither a day nor a week.
    expect(printed).toMatch(/^placement +15 +11 +4$/m);
    expect(printed).toMatch(/^ +4 +placement +startsOn +invalid-date$/m);
    expect(printed).toMatch(/^ +2 +session +startsAt +invalid-instant$/m);
    const saved = path.join(out, 'examples/ctn0094');
    expect(await readdir(saved)).toEqual(['ctn-0027', 'ctn-0030', 'ctn-0051', 'rejections.csv']);
    expect(await readdir(path.join(saved, 'ctn-0030/2023-09/r1'))).toContain('pack.pdf');
    expect((await readFile(path.join(saved, 'rejections.csv'), 'utf8')).trim().split('\n')).toHaveLength(11);
  },
  120_000,
);
