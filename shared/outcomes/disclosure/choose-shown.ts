/**
 * Which of a few numbers to show so that every one shown is safe beside the others: among all choices that are
 * `safe`, one with the first candidate if there is any, then one that shows most, then one that shows what comes
 * earlier in `candidates`, which are in order of importance. Tries every choice: meant for a handful.
 */
export function chooseShown<Candidate>(
  candidates: readonly Candidate[],
  safe: (shown: readonly Candidate[]) => boolean,
): readonly Candidate[] {
  const size = candidates.length;
  const withFirst = 2 ** (size - 1);
  const choices = Array.from({ length: 2 ** size }, (_, mask) => {
    const shown = candidates.filter((_candidate, index) => (mask >> (size - 1 - index)) % 2 === 1);
    return { mask, shown };
  });
  return (
    choices
      .toSorted(
        (a, b) =>
          Number(b.mask >= withFirst) - Number(a.mask >= withFirst) ||
          b.shown.length - a.shown.length ||
          b.mask - a.mask,
      )
      .find(({ shown }) => safe(shown))?.shown ?? []
  );
}
