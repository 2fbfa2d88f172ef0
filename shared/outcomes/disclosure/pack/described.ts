import type { Form } from '../audit/knowledge.ts';

/** A figure as sums of unknown counts, by which it hangs together with others. */
export type Described = {
  /** The reported days of a curve. */
  readonly days?: readonly number[];
  /**
   * What adds up over the categories of a split, in an order that is the same for every category: of a curve between
   * each two of these days, some of its own, with the start and the end.
   */
  readonly additive: (days: readonly number[]) => readonly Form[];
  /** The figure's own counts, by the names that sums refer to: `count` is the count itself, or the denominator. */
  readonly cells: Readonly<Partial<Record<'count' | 'numerator' | 'complement' | 'exposure', Form>>>;
  /** Who was left out of a proportion, by reason. */
  readonly excluded?: Readonly<Record<string, Form>>;
  /** Of lapses and placements how many distinct people they are of, where that is told, too. */
  readonly heads?: Form;
  /** What each cause ended, or the events of each sort, between each two of a curve's reported days; or in all. */
  readonly causes?: Readonly<Record<string, readonly Form[]>>;
  /** A survival curve's events between each two of its reported days, and after the last. */
  readonly events?: readonly Form[];
  /** Who was censored between them. */
  readonly censored?: readonly Form[];
  /** How many distinct people are behind `count`. */
  readonly people: number;
};

/** Figures described, by the keys of their places. */
export type Descriptions = ReadonlyMap<string, Described>;
