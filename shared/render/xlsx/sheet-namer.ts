const LONGEST = 30;

/**
 * Gives out names for sheets and tables: at most 30 letters, digits and underscores, not beginning with a digit, each
 * once whatever the case. A longer name is cut behind a word.
 *
 * @example sheetNamer()('abstinence-retention splits') // 'abstinence_retention_splits'
 */
export function sheetNamer(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const words = wanted.replace(/[^A-Za-z0-9]+/g, '_').replace(/^(?=\d)/, '_');
    for (let copy = 1; ; copy += 1) {
      const tail = copy === 1 ? '' : `_${copy}`;
      const name = cutTo(LONGEST - tail.length, words) + tail;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

function cutTo(most: number, words: string): string {
  if (words.length <= most) return words.replace(/(?<!_)_+$/, '');
  const whole = words.slice(0, most + 1).lastIndexOf('_');
  return words.slice(0, whole > 0 ? whole : most).replace(/(?<!_)_+$/, '');
}
