import type { Form } from './knowledge.ts';

/**
 * What some unknown counts can be together. They are numbered from 0 here; `truth` is what they are, and what the
 * equations come to follows from it.
 */
export type Region = {
  readonly truth: readonly number[];
  /** The least each can be. */
  readonly floor: readonly number[];
  readonly equations: readonly Form[];
  /** Sums known to be at least something. */
  readonly atLeast: readonly { readonly form: Form; readonly least: number }[];
};
