import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { outcomeDocumentSchema } from '../../../shared/outcomes/document.ts';
import { apiClient } from '../../api-client.ts';
import { downloadPack } from '../../demo/download-pack.ts';
import { showProgress } from '../../demo/progress.ts';
import { runMonths } from '../../demo/run-months.ts';
import { startLocal } from '../../start.ts';
import { studyClock, studyCommissioner, studyMonth } from './clinic-records.ts';
import { readClinicRows } from './clinic-rows.ts';
import { readRTable } from './r-figures.ts';
import { studyBesideR } from './study-beside-r.ts';
import { submitStudy } from './submit-study.ts';

/** What the folder of the study holds: the people, and R's tables of everybody and by clinic. */
export const studyFiles = ['addicts.csv', 'km_all_log-log.csv', 'km_clinic_log-log.csv'] as const;

/** The agreement with R that is asked for, in shares. */
const TOLERANCE = 1e-9;

/**
 * Runs the methadone study through the whole system: submits it, runs its month, saves the pack under
 * `examples/addicts` in `out` and sets retention beside R's.
 *
 * @param folder - holds the `studyFiles`
 * @returns lines to print, and whether every count and figure agrees
 */
export async function runStudy(
  folder: string,
  out: string,
): Promise<{ readonly lines: string[]; readonly agrees: boolean }> {
  const read = (name: (typeof studyFiles)[number]) => readFile(path.join(folder, name), 'utf8');
  const rows = readClinicRows(await read('addicts.csv'));
  const everybody = readRTable(await read('km_all_log-log.csv'));
  const byClinic = readRTable(await read('km_clinic_log-log.csv'));

  const dataDir = path.join(out, 'examples', 'addicts-data');
  const packsDir = path.join(out, 'examples', 'addicts');
  for (const each of [dataDir, packsDir]) await rm(each, { recursive: true, force: true });
  const system = await startLocal({ dataDir, clock: studyClock });
  try {
    const admin = system.clients.find(({ scopes }) => scopes.includes('admin/all'));
    if (admin === undefined) throw new Error('the system started without an operator client');
    const operator = apiClient(system, admin);

    const records = rows.length * 2;
    const submitting = showProgress('Submitting records', records);
    const { accepted, refused } = await submitStudy(system, operator, rows, submitting);
    submitting.stop();
    const running = showProgress('Running the month', 1);
    await runMonths(operator, [studyMonth], running);
    running.stop();

    const pack = await downloadPack(operator, studyCommissioner.code, studyMonth, packsDir);
    const outcomes = await readFile(path.join(pack, 'outcomes.json'), 'utf8');
    const comparisons = studyBesideR(outcomeDocumentSchema.parse(JSON.parse(outcomes)), [
      ...everybody,
      ...byClinic,
    ]);
    return {
      lines: [
        `${rows.length} people, ${records} records in = ${accepted} accepted + ${refused} rejected`,
        ...comparisons.map(({ line }) => line),
        `Pack: ${pack}`,
      ],
      agrees:
        accepted + refused === records && comparisons.every(({ difference }) => difference <= TOLERANCE),
    };
  } finally {
    await system.close();
  }
}
