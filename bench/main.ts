/**
 * The benchmarks: each line a ratio against a rival or a floor measured in the same process or round.
 *
 *     npm run bench                       every one, into one table and bench/results.json
 *     npm run bench -- --quick            of smaller inputs and fewer rounds, in two minutes; kept nowhere
 *     npm run bench -- compute render     some of them; --keep puts them in the place of the kept ones
 */
import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks.ts';
import { codeAtHand } from './code-at-hand.ts';
import {
  type BenchRun,
  type Line,
  isMet,
  lineOf,
  replaceResults,
  thisMachine,
  writeResults,
} from './results.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !benchmarks.has(name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There are: ${[...benchmarks.keys()].join(', ')}.`,
  );
  process.exit(2);
}

const begun = performance.now();
const machine = thisMachine();
const { processor, cores, memoryGb, node } = machine;
console.log(`${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}\n`);
const row = (what: string, ratio: string, rival: string) => `${what.padEnd(66)} ${ratio.padEnd(26)} ${rival}`;
console.log(row('what', 'ratio (least to most)', 'against'));
const lines: Line[] = [];
const runs: BenchRun[] = [];
for (const [name, benchmark] of benchmarks) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const since = performance.now();
  const code = codeAtHand();
  for await (const told of benchmark({ quick: values.quick })) {
    if (typeof told === 'string') {
      console.log(`  ${told}`);
      continue;
    }
    const line = lineOf(name, told);
    lines.push(line);
    const { what, rival, note } = line;
    console.log(row(what, ratioOf(line), note === undefined ? rival : `${rival} (${note})`));
  }
  runs.push({ benchmark: name, ended: new Date().toISOString(), ...code });
  console.log(`  ${name} took ${Math.round((performance.now() - since) / 1000)} s`);
}
const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
const missed = lines.filter((line) => isMet(line) === false);
console.log(
  `\n${lines.length} lines in ${minutes} minutes; ${missed.length} over what they are to be at most.`,
);
const results = { machine, runs, lines };
const isWhole = positionals.length === 0;
if (!values.quick && (isWhole || values.keep)) {
  if (isWhole) writeResults(results);
  else replaceResults(results);
  console.log('Kept in bench/results.json; npm run docs puts them into the README.');
}

function ratioOf(line: Line): string {
  const { ratio, atMost } = line;
  if (ratio === null) return 'not run';
  const spread = `${ratio.middle.toPrecision(3)} (${ratio.least.toPrecision(3)} to ${ratio.most.toPrecision(3)})`;
  if (atMost === undefined) return spread;
  return `${spread} ${isMet(line) === true ? '≤' : '>'} ${atMost}`;
}
