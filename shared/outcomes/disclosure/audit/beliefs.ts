import type { Line, Lines } from './lines.ts';

/** What a reader believes of withheld numbers because empty ones are not withheld. */
export type Beliefs = {
  /** The least an atom is believed to be, by a withheld number of it alone. */
  readonly floorOf: (atom: number) => number;
  /** Whether that a withheld number is as much as its `least` says more than what is believed of single atoms. */
  readonly isNews: (line: Line) => boolean;
};

/**
 * What is believed while the lines of `isWithheld` (by position) are withheld and `known` atoms (undefined: not
 * known) are what they are. A number that is below its `least` says nothing.
 */
export function beliefsOf(
  { lines, linesOf }: Lines,
  isWithheld: (line: number) => boolean,
  known: (atom: number) => number | undefined,
): Beliefs {
  const floorOf = (atom: number): number => {
    let floor = 0;
    for (const position of linesOf[atom] ?? []) {
      const line = lines[position];
      if (line === undefined || !isOfOneAtom(line) || !isWithheld(position)) continue;
      if (line.value >= line.least) floor = Math.max(floor, line.least / (line.form[0]?.times ?? 1));
    }
    return floor;
  };
  return {
    floorOf,
    isNews: (line) => {
      const { form, value, least } = line;
      if (least === 0 || value < least || isOfOneAtom(line)) return false;
      return (
        form.some(({ times }) => times < 1) ||
        form.every(({ atom }) => (known(atom) ?? floorOf(atom)) < least)
      );
    },
  };
}

function isOfOneAtom({ form }: Line): boolean {
  return form.length === 1 && (form[0]?.times ?? 0) > 0;
}
