/**
 * Writes down what every measure makes of the golden crowd, and prints what moved. Refuses where figures moved under
 * the same revision of their measure, unless it is told that the crowd itself was changed.
 *
 *     npm run golden [-- --input-changed]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { goldenOf, goldenSchema } from '../test/support/golden.ts';
import { goldenAdvice, goldenChanges } from '../test/support/golden-changes.ts';

const file = new URL('../test/golden/measures.json', import.meta.url);
const { values } = parseArgs({ options: { 'input-changed': { type: 'boolean', default: false } } });

const now = goldenOf();
const kept = existsSync(file)
  ? goldenSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  : { input: now.input, measures: {} };
const changes = goldenChanges(kept, now);
const { input, unrevised, behind } = changes;

if (input.length + unrevised.length > 0 && !values['input-changed']) {
  console.error(goldenAdvice(changes));
  process.exit(1);
}
writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
const moved = [...input, ...unrevised, ...behind];
console.log(moved.length ? moved.join('\n') : 'Nothing moved.');
