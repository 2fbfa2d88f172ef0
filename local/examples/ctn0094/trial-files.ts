import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';
import { type TrialFiles, trialRows, trialSchemas } from './trial-rows.ts';

/** The names of the files that the folder of the trials must hold. */
export const trialFileNames = Object.keys(trialSchemas).map((file) => `${file}.csv`);

/** Reads every file of the trials. */
export async function readTrialFiles(folder: string): Promise<TrialFiles> {
  const read = async <Schema extends z.ZodObject>(file: string, schema: Schema) =>
    trialRows(file, schema, await readFile(path.join(folder, `${file}.csv`), 'utf8'));
  return {
    everybody: await read('everybody', trialSchemas.everybody),
    site_masked: await read('site_masked', trialSchemas.site_masked),
    demographics: await read('demographics', trialSchemas.demographics),
    randomization: await read('randomization', trialSchemas.randomization),
    visit: await read('visit', trialSchemas.visit),
    uds: await read('uds', trialSchemas.uds),
    withdrawal: await read('withdrawal', trialSchemas.withdrawal),
    detox: await read('detox', trialSchemas.detox),
    meta_study_length: await read('meta_study_length', trialSchemas.meta_study_length),
  };
}
