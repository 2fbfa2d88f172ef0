/** Texts of which each is kept once, and known by the number of its first coming, from 0. */
export type Numbered = { readonly numberOf: (text: string) => number; readonly all: () => readonly string[] };

/** @param first what has the first numbers whether it is asked for or not */
export function numbered(...first: readonly string[]): Numbered {
  const numbers = new Map<string, number>(first.map((text, number) => [text, number]));
  return {
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(text, number);
      return number;
    },
    all: () => [...numbers.keys()],
  };
}
