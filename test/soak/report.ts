import type { SoakReport } from './afterwards.ts';

const MOST_TOLD = 50;

/** What a soak came to, in lines to read. */
export function reportOf(
  seed: number,
  { folder, tally, deeds, oracle, left, journeys, memory, differences }: SoakReport,
): string {
  const megabytes = `${Math.round(memory.earlier)} MB, then ${Math.round(memory.later)} MB`;
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
    ['files of packs opened', deeds.opened],
    [
      'approvals, releases',
      `${[...deeds.approvals.values()].reduce((sum, count) => sum + count, 0)}, ${deeds.released.size}`,
    ],
    ['not approved or released', [...deeds.refused].map(([why, times]) => `${times} ${why}`).join(', ')],
    ['journeys in the last pack', journeys],
    ['memory of the last process', `${megabytes}: ${inWords(memory.isFlat)}`],
  ] as const;
  const told = differences.slice(0, MOST_TOLD).map((difference) => `  ${difference}`);
  const more = differences.length > MOST_TOLD ? [`  and ${differences.length - MOST_TOLD} more`] : [];
  return [
    ...lines.map(([what, value]) => `${what.padEnd(28)} ${value}`),
    differences.length === 0
      ? 'Nothing that was acknowledged is missing or other, nothing else is half there.'
      : `${differences.length} differences, in ${folder}:`,
    ...told,
    ...more,
  ].join('\n');
}

const inWords = (isFlat: boolean | undefined): string =>
  isFlat === undefined ? 'not left alone long enough to tell' : isFlat ? 'flat' : 'rising';
