import type { Form } from '../audit/knowledge.ts';

/** A figure as sums of unknown counts, by which it hangs together with others. */
export type Described = {
  /** What adds up over the categories of a split, in an order that is the same for every category. */
  readonly additive: readonly Form[];
  /** The figure's own counts, by the names that sums refer to: `count` is the count itself, or the denominator. */
  readonly cells: Readonly<Partial<Record<'count' | 'numerator' | 'complement', Form>>>;
  /** How many distinct people are behind `count`. */
  readonly people: number;
};
