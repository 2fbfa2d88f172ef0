import fc from 'fast-check';

/** Makes an input of about so many characters that is meant to be slow. */
export type Adversary = (length: number) => string;

/** What no expression of the project asks for, so that a match has to be given up at the very end. */
const NOTHING = '\u0007';
const SEED_LENGTH = 10;
const ALWAYS = [' ', '_', '.', '"', '[', '<', '-', '1', 'a', 'A', '\t', '\n', '\\'];

/**
 * Inputs made of what an expression matches: pieces of a match, one character or two, repeated in their place, with the
 * rest of the match after them or something that spoils it; and long runs of single characters.
 *
 * @example adversariesOf('_+$', '') // among others, length => '_'.repeat(length) + '\u0007'
 */
export function adversariesOf(source: string, flags: string): Adversary[] {
  const seeds = matchesOf(source, flags);
  const letters = new Set([...ALWAYS, ...seeds.flatMap((seed) => seed.split(''))]);
  const runs = [...letters].map<Adversary>((letter) => (length) => letter.repeat(length) + NOTHING);
  return [...runs, ...seeds.flatMap(pumped)];
}

function pumped(seed: string): Adversary[] {
  const within = (at: number, width: number) => {
    const piece = seed.slice(at, at + width);
    const make =
      (end: string): Adversary =>
      (length) =>
        seed.slice(0, at) + piece.repeat(Math.ceil(length / piece.length)) + end;
    return [make(seed.slice(at) + NOTHING), make(NOTHING)];
  };
  const places = Array.from({ length: seed.length }, (_, at) => at);
  return [...places.flatMap((at) => [...within(at, 1), ...within(at, 2)]), ...within(0, 6)];
}

/** A few short texts that match, or nearly so, the same each time. */
function matchesOf(source: string, flags: string): string[] {
  const matching = fc.stringMatching(new RegExp(plainly(source), flags.replace(/[giy]/g, '')));
  const wholes = fc.sample(matching, { numRuns: 4, seed: 1 });
  return [...new Set(wholes.map((text) => text.slice(0, SEED_LENGTH)))].filter((text) => text !== '');
}

/**
 * What texts can be drawn from: without what only looks around, which matches nothing itself (a pair of brackets
 * within is all that the project's have), what refers back to an earlier part, and halves of characters.
 */
const plainly = (source: string): string =>
  source
    .replace(/\(\?<?[=!](?:\\.|\[(?:\\.|[^\]\\])*\]|\([^()]*\)|[^()\\[])*\)/g, '')
    .replace(/\\[bB1-9]/g, '')
    .replaceAll(String.raw`\p{Surrogate}`, 'x');
