/** What a measure adds to the common wording. */
export type MeasureWords = {
  id: string;
  /** The title of its section, where the definition's own does not tell it from another. */
  title?: string;
  /** What the workbook's sheets of the measure begin with: one short word. */
  sheet?: string;
  /** The reported day that the answer is about; by default 84 of a survival, the first of an incidence. */
  headlineDay?: number;
  /** The outcome that the answer of an incidence is about; by default its first. */
  headlineCause?: string;
  /**
   * What the share is a share of, to complete a sentence. Survival: "The estimated chance of … to day 84".
   * Incidence: "By day 28, an estimated 43.3% …". Proportion: "31 of 88 people …". Count: "88 people …".
   * Mean: "On average, 2.1 points: … (95% interval 1.4 to 2.8), from 40 values". Rate: "In each
   * person-week 1.93 …".
   */
  what: string;
  /** What is counted, one and many: what a share or a mean is of; a rate has no use for it. */
  unit: readonly [one: string, many: string];
  /** What the vertical axis of a survival shows, or the horizontal one of a proportion. */
  axis: string;
  /** The names of the figures beside the headline, and of the keys inside them (`figure/key`), in words. */
  labels?: Readonly<Record<string, string>>;
  /** What to know before reading a figure beside the headline, by its name. */
  cautions?: Readonly<Record<string, string>>;
  /** Its process chart is drawn whatever it shows; otherwise that of a further measure is when it shows
   * good news or bad. */
  drawsTrend?: true;
  /** Counts beside the headline that are the steps of one path, in its order, each with its label. */
  funnel?: Readonly<Record<string, string>>;
};
