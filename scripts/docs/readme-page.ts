import { readFileSync } from 'node:fs';
import { isMet, type Line, readResults } from '../../bench/results.ts';
import { betweenMarks } from './between-marks.ts';
import { markdownTable } from './markdown-table.ts';

export const README = 'README.md';

/** The page with what it says of how fast the system is made of the last whole run of the benchmarks. */
export function readmePage(): string {
  const page = readFileSync(new URL(`../../${README}`, import.meta.url), 'utf8');
  const { date, machine, lines } = readResults();
  const { processor, cores, memoryGb, node } = machine;
  const said = `Ratios from \`npm run bench\` on ${date} (${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}): the middle of the rounds with the least and the most, and what was promised, **bold** where it is not kept.`;
  const table = markdownTable(
    ['what', 'against', 'ratio', 'at most'],
    lines.map((line) => [line.what, againstOf(line), ratioOf(line), promisedOf(line)]),
  );
  return betweenMarks(page, README, `${said}\n\n${table}`);
}

const againstOf = ({ rival, note }: Line) => (note === undefined ? rival : `${rival} (${note})`);

function ratioOf({ ratio }: Line): string {
  if (ratio === null) return 'not run';
  const { middle, least, most, rounds } = ratio;
  return rounds === 1 ? short(middle) : `${short(middle)} (${short(least)}–${short(most)})`;
}

function promisedOf(line: Line): string {
  if (line.atMost === undefined) return '';
  return isMet(line) === false ? `**${line.atMost}**` : String(line.atMost);
}

/** Two places, or three digits where that is less. */
const short = (ratio: number) => (ratio < 10 ? ratio.toFixed(2) : String(Number(ratio.toPrecision(3))));
