import { isDeepStrictEqual } from 'node:util';
import { ABSENT, type Content, type State } from './state.ts';

/** One version of a record, as its history has it. */
export type Version = {
  readonly version: number;
  readonly outcome: 'created' | 'amended' | 'withdrawn';
  /** What it held from then on; of a withdrawal, what it held last. */
  readonly content: Content;
  /** The client that sent or withdrew it, by its id at the token service. */
  readonly sender: string;
};

/** Every version that a record ever had, the first first; of what was never there, none. */
export type Past = readonly Version[];

/** What there is at the end of a past. */
export function stateAfter(past: Past): State {
  const last = past.at(-1);
  if (last === undefined) return ABSENT;
  const { version, outcome, content } = last;
  return outcome === 'withdrawn' ? { kind: 'withdrawn', version } : { kind: 'present', version, content };
}

/** The past once a content was sent: with a version more, or the same where it is what stands. */
export function afterSending(past: Past, content: Content, sender: string): Past {
  const state = stateAfter(past);
  const stands = state.kind === 'present';
  if (stands && isDeepStrictEqual(state.content, content)) return past;
  return [...past, { version: past.length + 1, outcome: stands ? 'amended' : 'created', content, sender }];
}

/** The past once the record was withdrawn: with a version more; of what is not there, the same. */
export function afterWithdrawing(past: Past, sender: string): Past {
  const state = stateAfter(past);
  if (state.kind !== 'present') return past;
  return [...past, { version: past.length + 1, outcome: 'withdrawn', content: state.content, sender }];
}

/** A version in a few words: `amended by client-1 with {"kind":"group"}`. */
export const toldVersion = ({ outcome, sender, content }: Version): string =>
  `${outcome} by ${sender} with ${JSON.stringify(content)}`;
