/**
 * What of one figure is withheld, by the names of its parts that are shown or withheld together. Withheld whole, the
 * parts do not matter.
 */
export type Hidden = ReadonlySet<UnitName>;

/**
 * `figure`: all of it. `node`: a survival figure's events and value by the reported day at that position, counted from
 * 1; the one after the last day is the total of events. `at-risk`: the number at risk on it. `part`: events of one
 * sort. `cell`: a cause, or what is open, on a reported day, both counted from 0.
 */
export type UnitName =
  'figure' | `node:${number}` | `at-risk:${number}` | `part:${string}` | `cell:${number}:${number}`;

/** Nothing of a figure is withheld. */
export const NOTHING: Hidden = new Set();

/** All of a figure is withheld. */
export const WHOLE: Hidden = new Set(['figure']);
