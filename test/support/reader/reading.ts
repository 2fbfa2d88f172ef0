/** A sum of unknown counts, by their names, each so many times. */
export type Sum = readonly (readonly [name: string, times: number])[];

/** What a reader knows of the unknown counts, none of which is below 0. */
export type Fact = {
  readonly sum: Sum;
  /** `=`: it is just so many; `<=`: it is at most so many. */
  readonly is: '=' | '<=';
  readonly value: number;
  /** Where it is from. */
  readonly from: string;
};

export const one = (name: string, times = 1): Sum => [[name, times]];

export const plus = (...sums: readonly Sum[]): Sum => sums.flat();

export const minus = (sum: Sum): Sum => sum.map(([name, times]) => [name, -times] as const);
