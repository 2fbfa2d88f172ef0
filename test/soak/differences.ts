import { historyThatDiffers, type Recorded } from './history-that-differs.ts';
import type { Known, Oracle } from './oracle.ts';
import { stateAfter } from './past.ts';
import { ABSENT, type Content, inWords, isSame, type State } from './state.ts';

/** A record as one page of a list has it. */
export type Listed = { readonly key: string; readonly state: State };

/** What was read of one record: by its id, and its versions in their order. */
export type Read = {
  readonly got: { readonly kind: State['kind']; readonly version?: number; readonly content?: Content };
  readonly versions: readonly Recorded[];
};

/** What is there, through every way of reading it. */
export type Seen = {
  readonly listed: readonly Listed[];
  readonly read: ReadonlyMap<string, Read>;
};

/** Everything that is other than the oracle knows it to be, each in a sentence; nothing where all is well. */
export function differences(oracle: Oracle, { listed, read }: Seen): string[] {
  const states = new Map(listed.map(({ key, state }) => [key, state]));
  const found: string[] = [];
  const times = Map.groupBy(listed, ({ key }) => key);
  for (const [key, all] of times) if (all.length > 1) found.push(`${key}: listed ${all.length} times`);
  for (const key of states.keys())
    if (!oracle.records.has(key)) found.push(`${key}: listed, and was never sent`);

  for (const [key, record] of oracle.records) {
    const state = states.get(key) ?? ABSENT;
    const possible = oracle.possible(record);
    if (!possible.some((one) => isSame(one, state)))
      found.push(`${key}: listed as ${toldOf(state)}, where it is ${possible.map(toldOf).join(' or ')}`);
    found.push(...waysThatDiffer(state, record, read.get(key)).map((way) => `${key}: ${way}`));
  }
  for (const { what, members } of oracle.wholes) {
    const telling = members.filter(({ before, after }) => !isSame(before, after));
    const made = telling.filter(({ key, after }) => isSame(states.get(key) ?? ABSENT, after)).length;
    if (made !== 0 && made !== telling.length)
      found.push(`${what}: ${made} of ${telling.length} were made, and it has to be all or none`);
  }
  return found;
}

/** A version's content is told, too: two may differ in nothing else. */
const toldOf = (state: State): string =>
  state.kind === 'present' ? `${inWords(state)} ${JSON.stringify(state.content)}` : inWords(state);

/** What the record itself and its history say otherwise than the list and what was sent. */
function waysThatDiffer(state: State, { pasts }: Known, read: Read | undefined): string[] {
  if (read === undefined) return ['not read'];
  const { got, versions } = read;
  const ways: string[] = [];
  if (got.kind !== state.kind) ways.push(`read as ${got.kind}, and listed as ${inWords(state)}`);
  if (state.kind === 'present' && got.kind === 'present') {
    const same = isSame({ kind: 'present', version: got.version ?? 0, content: got.content ?? {} }, state);
    if (!same) ways.push(`read as version ${got.version ?? 0}, other than listed as ${inWords(state)}`);
  }
  const fitting = pasts.filter((past) => isSame(stateAfter(past), state));
  return [...ways, ...historyThatDiffers(state, fitting, versions)];
}
