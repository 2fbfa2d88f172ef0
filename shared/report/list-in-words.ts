/**
 * Several things as they are said: commas, and "and" before the last.
 *
 * @example listInWords(['sex', 'age band', 'goal']) // 'sex, age band and goal'
 */
export const listInWords = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1) ?? ''}`;
