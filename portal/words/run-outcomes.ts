const WORDS: Readonly<Record<string, string>> = {
  issued: 'issued',
  unchanged: 'unchanged',
  replayed: 'repeated',
  failed: 'failed',
};

/**
 * How many commissioners of a run came to which end.
 *
 * @example outcomesInWords({ issued: 3, failed: 1 }) // '3 issued, 1 failed'
 */
export function outcomesInWords(outcomes: Readonly<Partial<Record<string, number>>>): string {
  const words = Object.entries(outcomes).map(([name, many]) => `${many ?? 0} ${WORDS[name] ?? name}`);
  return words.length === 0 ? 'Nothing yet' : words.join(', ');
}
