/**
 * Tests the tests: changes the code of an area in one place at a time, and tells which changes no test notices.
 *
 *     npm run mutate -- statistics [--concurrency 1] [FILE …]
 *
 * Fails where fewer are noticed than the area asks for; with files, changes those alone and holds them to nothing. What
 * was found before is gone on from (out/mutation/<area>, with a report to open in a browser).
 */
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { areas } from './mutate/areas.ts';

const { values, positionals } = parseArgs({
  options: { concurrency: { type: 'string', default: '2' } },
  allowPositionals: true,
});
const [name = '', ...files] = positionals;
const area = areas[name];
if (area === undefined) {
  console.error(`Name an area: ${Object.keys(areas).join(', ')}.`);
  process.exit(2);
}

const folder = `out/mutation/${name}`;
await new Stryker({
  mutate: files.length > 0 ? files : [...area.mutate],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  testFiles: [...area.tests],
  vitest: { configFile: 'scripts/mutate/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: Number(values.concurrency),
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
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  thresholds: { break: files.length > 0 ? null : area.least },
}).runMutationTest();
