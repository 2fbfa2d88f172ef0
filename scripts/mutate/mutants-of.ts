import { Stryker } from '@stryker-mutator/core';
import type { Part } from './areas.ts';

/** A change that was made, and what became of it. */
export type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** Tries every change of a part on its tests, and prints those that none notices. */
export async function mutantsOf(
  { mutate, tests }: Part,
  { folder, concurrency }: { readonly folder: string; readonly concurrency: number },
): Promise<readonly Mutant[]> {
  return new Stryker({
    mutate: [...mutate],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    testFiles: [...tests],
    vitest: { configFile: 'scripts/mutate/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency,
    // What runs once as a module loads needs every test anew: minutes for a table of constants.
    ignoreStatic: true,
    // Strings are members of unions, which the compiler holds, or words for readers, which the golden files hold.
    mutator: { excludedMutations: ['StringLiteral'] },
    // A change may make a loop that never ends.
    timeoutMS: 10_000,
    timeoutFactor: 2,
    tempDirName: 'out/mutation/sandboxes',
    ignorePatterns: ['out', '.local', 'cdk.out'],
    incremental: true,
    incrementalFile: `${folder}/incremental.json`,
    reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
    htmlReporter: { fileName: `${folder}/report.html` },
    jsonReporter: { fileName: `${folder}/report.json` },
    clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false, reportScoreTable: false },
    thresholds: { break: null },
  }).runMutationTest();
}
