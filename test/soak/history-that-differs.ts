import { isDeepStrictEqual } from 'node:util';
import { type Past, toldVersion, type Version } from './past.ts';
import { inWords, type State } from './state.ts';

/** A version as the history tells it, with when it was recorded. */
export type Recorded = Version & { readonly recordedAt: string };

/** The clock starts at noon and runs on; a soak takes ten minutes at most. */
const [EARLIEST, LATEST] = ['2026-11-04T12:00:00.000Z', '2026-11-04T13:00:00.000Z'];

/**
 * What a history tells otherwise than the record itself, or than what was sent: versions that are missing or too many,
 * of other content or of another sender, or recorded at a time that cannot be.
 *
 * @param fitting the pasts of the record that end in this state
 */
export function historyThatDiffers(
  state: State,
  fitting: readonly Past[],
  versions: readonly Recorded[],
): string[] {
  const count = state.kind === 'absent' ? 0 : state.version;
  const numbers = versions.map(({ version }) => version);
  if (numbers.join() !== Array.from({ length: count }, (_, at) => at + 1).join())
    return [`has the history ${numbers.join(', ') || 'of nothing'}, and is ${inWords(state)}`];
  return [...versionsThatDiffer(fitting, versions), ...timesThatDiffer(versions)];
}

function versionsThatDiffer(fitting: readonly Past[], versions: readonly Recorded[]): string[] {
  const told = versions.map(({ recordedAt: _, ...version }) => version);
  const [first] = fitting;
  if (first === undefined || fitting.some((past) => isDeepStrictEqual(past, told))) return [];
  return told.flatMap((version, at) => {
    const sent = first[at];
    return sent === undefined || isDeepStrictEqual(sent, version)
      ? []
      : [
          `version ${version.version} of its history ${toldVersion(version)}, where it was ${toldVersion(sent)}`,
        ];
  });
}

function timesThatDiffer(versions: readonly Recorded[]): string[] {
  return versions.flatMap(({ version, recordedAt }, at) => {
    if (recordedAt < EARLIEST || recordedAt > LATEST)
      return [`version ${version} of its history recorded at ${recordedAt}, when nothing was sent`];
    const before = versions[at - 1]?.recordedAt;
    return before !== undefined && recordedAt <= before
      ? [`version ${version} of its history recorded at ${recordedAt}, not after the one before`]
      : [];
  });
}
