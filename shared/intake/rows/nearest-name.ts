/**
 * The name that somebody meant who wrote another: the one that fewest changed letters away is, passing over capitals
 * and what stands between words; nothing where more than a third of the letters would have to change.
 *
 * The distance is Levenshtein's, with two letters swapped counted as one change (optimal string alignment).
 *
 * @example nearestName('Person ref', ['personRef', 'placement']) // 'personRef'
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const wanted = plain(written);
  let nearest: string | undefined;
  let fewest = Infinity;
  for (const name of names) {
    const candidate = plain(name);
    const changes = distance(wanted, candidate);
    if (changes >= fewest || changes * 3 > Math.max(wanted.length, candidate.length)) continue;
    [nearest, fewest] = [name, changes];
  }
  return nearest;
}

const LONGEST = 64;

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, LONGEST);

function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(row, j - 1) + 1,
          at(last, j) + 1,
          at(last, j - 1) + same,
          swapped ? at(before, j - 2) + 1 : Infinity,
        ),
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

const at = (row: readonly number[], j: number) => row[j] ?? Infinity;
