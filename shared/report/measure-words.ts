/** What a measure adds to the common wording. */
export type MeasureWords = {
  id: string;
  /** The reported day that the answer is about; by default 84 of a survival, the first of an incidence. */
  headlineDay?: number;
  /** The outcome that the answer of an incidence is about; by default its first. */
  headlineCause?: string;
  /**
   * What the share is a share of, to complete a sentence. Survival: "The estimated chance of … to day 84".
   * Incidence: "By day 28, an estimated 43.3% …". Proportion: "31 of 88 …".
   */
  what: string;
  /** What is counted, one and many. */
  unit: readonly [one: string, many: string];
  /** What the vertical axis of a survival shows, or the horizontal one of a proportion. */
  axis: string;
};
