const LONGEST = 30;

/**
 * Gives out names for sheets and tables: at most 30 letters, digits and underscores, not beginning with a digit, each
 * once whatever the case.
 *
 * @example sheetNamer()('abstinence-retention splits') // 'abstinence_retention_splits'
 */
export function sheetNamer(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const words = wanted.replace(/[^A-Za-z0-9]+/g, '_').replace(/^(?=\d)/, '_');
    for (let copy = 1; ; copy += 1) {
      const tail = copy === 1 ? '' : `_${copy}`;
      const name = words.slice(0, LONGEST - tail.length).replace(/_+$/, '') + tail;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}
