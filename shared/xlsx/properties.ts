/** What a workbook says of itself. */
export type Properties = {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** The instant that it is of, where it is of one. */
  readonly at?: string;
};
