import { isDeepStrictEqual } from 'node:util';

/** What a record holds, as it is sent. */
export type Content = Readonly<Record<string, unknown>>;

/** What there is under a provider's id: nothing, a version with its content, or one that says it was withdrawn. */
export type State =
  | { readonly kind: 'absent' }
  | { readonly kind: 'present'; readonly version: number; readonly content: Content }
  | { readonly kind: 'withdrawn'; readonly version: number };

export const ABSENT: State = { kind: 'absent' };

export const isSame = (one: State, other: State): boolean => isDeepStrictEqual(one, other);

/** A state in a few words: `version 3`, `withdrawn as version 4`, `nothing`. */
export function inWords(state: State): string {
  if (state.kind === 'absent') return 'nothing';
  return state.kind === 'present' ? `version ${state.version}` : `withdrawn as version ${state.version}`;
}
