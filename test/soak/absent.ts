import type { SoakReport } from './afterwards.ts';

/** What a soak would have to have met and did not: of that it proves nothing. */
export function whatDidNotComeAbout({ oracle, deeds, tally, memory }: SoakReport): string[] {
  const met: Readonly<Record<string, boolean>> = {
    'a kill': tally.kills > 0,
    'anything that was sent and not answered': tally.inDoubt > 0,
    'an erasure': oracle.erased.size > 0,
    'a run': deeds.runs.size > 0,
    'a file of a pack that was opened': deeds.opened > 0,
    'an approval': deeds.approvals.size > 0,
    'a release': deeds.released.size > 0,
    'several who wrote to one record at once': tally.rounds > 0,
    'a process that was left alone for long enough to tell whether its memory is steady':
      memory.resident.isSteady !== undefined && memory.live.isSteady !== undefined,
  };
  return Object.entries(met).flatMap(([what, isMet]) => (isMet ? [] : [what]));
}
