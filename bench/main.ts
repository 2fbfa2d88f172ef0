/**
 * The benchmarks: each line a ratio against a rival or a floor measured in the same process or round.
 *
 *     npm run bench -- compute render erase intake reconcile million upload start-up
 */
import { arch, cpus, totalmem } from 'node:os';
import { compute } from './compute.ts';
import type { Comparison } from './compare.ts';
import { erase } from './erase.ts';
import { intake } from './intake.ts';
import { million } from './million.ts';
import { reconcileBlocks } from './reconcile.ts';
import { render } from './render.ts';
import { spreadOf } from './spread.ts';
import { startUp } from './start-up.ts';
import { upload } from './upload.ts';

const benchmarks: Readonly<Record<string, () => AsyncGenerator<Comparison | string>>> = {
  compute,
  render,
  erase,
  intake,
  reconcile: reconcileBlocks,
  million,
  upload,
  'start-up': () => startUp({ quick: false }),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(2);
}

const gigabytes = Math.round(totalmem() / 2 ** 30);
console.log(
  `${cpus()[0]?.model ?? arch()}, ${cpus().length} cores, ${gigabytes} GB, Node ${process.version}\n`,
);
const row = (what: string, ratio: string, rival: string) => `${what.padEnd(38)} ${ratio.padEnd(22)} ${rival}`;
console.log(row('what', 'ratio (least–most)', 'against'));
for (const name of asked.length > 0 ? asked : Object.keys(benchmarks)) {
  for await (const line of benchmarks[name]?.() ?? []) {
    if (typeof line === 'string') {
      console.log(line);
      continue;
    }
    const { what, rival, ratios, note } = line;
    const spread = ratios === undefined ? 'not run' : spreadOf(ratios);
    console.log(row(what, spread, note === undefined ? rival : `${rival} (${note})`));
  }
}
