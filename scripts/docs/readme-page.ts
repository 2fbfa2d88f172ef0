import { readFileSync } from 'node:fs';
import { type BenchRun, isMet, type Line, readResults } from '../../bench/results.ts';
import { betweenMarks } from './between-marks.ts';
import { markdownTable } from './markdown-table.ts';

export const README = 'README.md';

/** The page with what it says of how fast the system is made of the last whole run of the benchmarks. */
export function readmePage(): string {
  const page = readFileSync(new URL(`../../${README}`, import.meta.url), 'utf8');
  const { machine, runs, lines } = readResults();
  const { processor, cores, memoryGb, node } = machine;
  const said = `Ratios from \`npm run bench\` (${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}), measured ${measuredAt(runs)}: the middle of the rounds, or of what a line names instead, with the least and the most; and what was promised, **bold** where it is not kept.${versionsOf(lines)}`;
  const table = markdownTable(
    ['what', 'against', 'ratio', 'at most'],
    lines
      .filter(({ detail }) => !detail)
      .map((line) => [line.what, againstOf(line), ratioOf(line), promisedOf(line)]),
  );
  return betweenMarks(page, README, `${said}\n\n${table}`);
}

/** Days and commits of all benchmarks; of those that were measured apart with their names. */
function measuredAt(runs: readonly BenchRun[]): string {
  const groups = Map.groupBy(
    runs,
    ({ ended, commit, clean }) => `on ${ended.slice(0, 10)} at \`${commit}\`${clean ? '' : ' with changes'}`,
  );
  const [first, ...others] = [...groups].sort(([, one], [, other]) => other.length - one.length);
  if (first === undefined) return 'never';
  const apart = others.map(([at, those]) => `${those.map(({ benchmark }) => benchmark).join(', ')} ${at}`);
  return [first[0], ...apart].join('; ');
}

function versionsOf(lines: readonly Line[]): string {
  const versions = new Set(lines.flatMap(({ version }) => version ?? []));
  return versions.size === 0 ? '' : ` Rivals: ${[...versions].join(', ')}.`;
}

const againstOf = ({ rival, note }: Line) => (note === undefined ? rival : `${rival} (${note})`);

function ratioOf({ ratio }: Line): string {
  if (ratio === null) return 'not run';
  const { middle, least, most, rounds } = ratio;
  return rounds === 1 ? short(middle) : `${short(middle)} (${short(least)} to ${short(most)})`;
}

function promisedOf(line: Line): string {
  if (line.atMost === undefined) return '';
  return isMet(line) === false ? `**${line.atMost}**` : String(line.atMost);
}

/** Two places, or three digits where that is less. */
const short = (ratio: number) => (ratio < 10 ? ratio.toFixed(2) : String(Number(ratio.toPrecision(3))));
