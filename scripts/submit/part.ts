/** A part of a file as one batch: how it is sent, and how many records it holds. */
export type Part = {
  readonly contentType: string;
  /** What goes into the query, where the body is no JSON. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly records: number;
  /** How many records of the file come before it. */
  readonly before: number;
};
