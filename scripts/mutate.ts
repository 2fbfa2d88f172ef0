/**
 * Tests the tests: changes the code of an area in one place at a time, and tells which changes no test notices.
 *
 *     npm run mutate -- statistics [--concurrency 1] [FILE …]
 *
 * Fails where fewer are noticed than the area asks for; with files, changes those alone and holds them to nothing. What
 * was found before is gone on from (out/mutation/<area>, with reports to open in a browser).
 */
import { matchesGlob } from 'node:path';
import { parseArgs } from 'node:util';
import { areas } from './mutate/areas.ts';
import { type Mutant, mutantsOf } from './mutate/mutants-of.ts';
import { scoreOf, tableOf } from './mutate/score.ts';

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

const found = new Map<string, readonly Mutant[]>();
for (const part of area.parts) {
  const asked = files.filter((file) => part.mutate.some((pattern) => matchesGlob(file, pattern)));
  if (files.length > 0 && asked.length === 0) continue;
  console.log(`\n${name}: ${part.name}`);
  const options = { folder: `out/mutation/${name}/${part.name}`, concurrency: Number(values.concurrency) };
  found.set(part.name, await mutantsOf(files.length > 0 ? { ...part, mutate: asked } : part, options));
}

console.log(`\n${tableOf(found)}`);
const { score } = scoreOf([...found.values()].flat());
if (files.length === 0 && score < area.least) {
  console.error(`${name}: ${score.toFixed(1)} % are noticed, and ${area.least} % are to be.`);
  process.exitCode = 1;
}
