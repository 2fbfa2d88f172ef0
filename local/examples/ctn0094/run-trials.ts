import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { outcomeDocumentSchema } from '../../../shared/outcomes/document.ts';
import { inParallel } from '../../../shared/store/in-parallel.ts';
import { apiClient } from '../../api-client.ts';
import { downloadPack } from '../../demo/download-pack.ts';
import { headlines } from '../../demo/headlines.ts';
import { showProgress } from '../../demo/progress.ts';
import { runMonths } from '../../demo/run-months.ts';
import { startLocal } from '../../start.ts';
import { firstPeople } from './first-people.ts';
import { mapTrials } from './map-trials.ts';
import { trialCommissioner } from './placement-records.ts';
import { rejectionsCsv } from './rejections.ts';
import { submitTrials, trialProjects } from './submit-trials.ts';
import { trialClock, trialMonths } from './trial-calendar.ts';
import { readTrialFiles } from './trial-files.ts';
import { trialSummary } from './trial-summary.ts';

/**
 * Runs the trials through the whole system: submits every record, runs the months and saves the packs, with
 * `rejections.csv`, under `examples/ctn0094` in `out`.
 *
 * @param folder - holds the `trialFileNames`
 * @param options.most - only the first so many people
 * @returns lines to print, and whether every row and every record is accounted for
 */
export async function runTrials(
  folder: string,
  out: string,
  {
    most = Infinity,
    months = trialMonths,
  }: { readonly most?: number; readonly months?: readonly string[] } = {},
): Promise<{ readonly lines: string[]; readonly adds: boolean }> {
  const begun = performance.now();
  const { people, sites, account } = mapTrials(firstPeople(await readTrialFiles(folder), most));
  const records = sites.reduce((sum, { made }) => sum + made.length, 0);

  const dataDir = path.join(out, 'examples', 'ctn0094-data');
  const packsDir = path.join(out, 'examples', 'ctn0094');
  for (const each of [dataDir, packsDir]) await rm(each, { recursive: true, force: true });
  const system = await startLocal({ dataDir, clock: trialClock });
  try {
    const admin = system.clients.find(({ scopes }) => scopes.includes('admin/all'));
    if (admin === undefined) throw new Error('the system started without an operator client');
    const operator = apiClient(system, admin);

    const submitting = showProgress('Submitting records', records);
    const answered = await submitTrials(system, operator, sites, submitting);
    submitting.stop();
    const submittedAt = performance.now();
    await mkdir(packsDir, { recursive: true });
    const rejections = path.join(packsDir, 'rejections.csv');
    await writeFile(rejections, rejectionsCsv(answered));

    const running = showProgress('Running months', months.length);
    await runMonths(operator, months, running);
    running.stop();
    const commissioners = trialProjects.map((project) => trialCommissioner(project).code);
    const due = commissioners.flatMap((code) => months.map((month) => ({ code, month })));
    const packs = await inParallel(4, due, ({ code, month }) =>
      downloadPack(operator, code, month, packsDir),
    );
    const shown = await Promise.all(
      packs.filter((_, index) => (index + 1) % months.length === 0).map(shownFigures),
    );

    const seconds = (from: number, to: number) => Math.round((to - from) / 1000);
    return {
      lines: [
        ...trialSummary(account, answered),
        '',
        ...shown,
        '',
        `${people} people in ${seconds(begun, performance.now())} seconds, of which ${seconds(begun, submittedAt)} until the last record was in`,
        `Packs: ${packs.length} in ${packsDir}, beside ${rejections}`,
      ],
      adds: account.adds && answered.length === records,
    };
  } finally {
    await system.close();
  }
}

async function shownFigures(pack: string): Promise<string> {
  const json: unknown = JSON.parse(await readFile(path.join(pack, 'outcomes.json'), 'utf8'));
  const document = outcomeDocumentSchema.parse(json);
  return `${document.commissionerName}, ${document.month}: ${headlines(document)}`;
}
