import { whatDidNotComeAbout } from './absent.ts';
import type { SoakReport } from './afterwards.ts';
import type { Steadiness } from './memory.ts';

const MOST_TOLD = 50;

/** What a soak came to, in lines to read. */
export function reportOf(seed: number, report: SoakReport): string {
  const { folder, tally, deeds, oracle, left, revisions, journeys, memory, differences } = report;
  const records = [...oracle.records.values()];
  const lines = [
    ['seed', seed],
    ['requests', tally.requests],
    ['changes acknowledged', tally.acknowledged],
    [
      'sent without an answer',
      `${tally.inDoubt}, of which ${tally.settled} were settled by sending again, ${left} left open`,
    ],
    ['kills', tally.kills],
    [
      'records sent',
      `${records.length} of ${new Set(records.map((one) => `${one.provider} ${one.personRef}`)).size} people`,
    ],
    ['people erased', oracle.erased.size],
    ['runs acknowledged', deeds.runs.size],
    ['a record by several at once', `${tally.rounds} times`],
    ['files of packs opened', deeds.opened],
    ['revisions checked in full', revisions],
    [
      'approvals, releases',
      `${[...deeds.approvals.values()].reduce((sum, { size }) => sum + size, 0)}, ${deeds.released.size}`,
    ],
    ['not approved or released', [...deeds.refused].map(([why, times]) => `${times} ${why}`).join(', ')],
    ['journeys in the last pack', journeys],
    ['memory of the last process', inWords(memory.resident)],
    ['  after collections', inWords(memory.live)],
  ] as const;
  const told = differences.slice(0, MOST_TOLD).map((difference) => `  ${difference}`);
  const more = differences.length > MOST_TOLD ? [`  and ${differences.length - MOST_TOLD} more`] : [];
  return [
    ...lines.map(([what, value]) => `${what.padEnd(28)} ${value}`),
    differences.length === 0
      ? 'Of what came about, nothing that was acknowledged is missing or other, and nothing else is half there.'
      : `${differences.length} differences, in ${folder}:`,
    ...told,
    ...more,
    ...whatDidNotComeAbout(report).map(
      (what) => `This did not come about, so nothing is known of it: ${what}.`,
    ),
  ].join('\n');
}

function inWords({ isSteady, perMinute, seconds }: Steadiness): string {
  const slope = `${perMinute > 0 ? '+' : ''}${Math.round(perMinute)} MB a minute over ${Math.round(seconds)} s`;
  if (isSteady === undefined) return `${slope}: not left alone long enough to tell`;
  return `${slope}: ${isSteady ? 'steady' : 'rising'}`;
}
