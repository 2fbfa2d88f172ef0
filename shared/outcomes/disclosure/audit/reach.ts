import type { Form } from './knowledge.ts';
import type { Situation } from './situation.ts';

/** Atoms near a form, and the lines they are in, by their position. */
export type Reach = { readonly atoms: ReadonlySet<number>; readonly lines: readonly number[] };

/**
 * Ever wider surroundings of a form: its own atoms and all in one line with these that tells something, then all in one
 * with those, and so on until no line leads further or there would be more than `most` atoms; the first have no limit. A
 * withheld line tells something when it is believed to be at least 1.
 */
export function* reachesOf(form: Form, situation: Situation, most: number): Generator<Reach> {
  const { lines, linesOf } = situation.lines;
  const atoms = new Set(form.map(({ atom }) => atom));
  let edge = [...atoms];
  for (let radius = 1; ; radius += 1) {
    const telling = edge
      .flatMap((atom) => linesOf[atom] ?? [])
      .filter((line) => situation.deduction.isTold(line) || lines[line]?.least === 1);
    const next = new Set(telling.flatMap((line) => lines[line]?.form.map(({ atom }) => atom) ?? []));
    edge = [...next].filter((atom) => !atoms.has(atom));
    for (const atom of edge) atoms.add(atom);
    if (radius > 1 && (edge.length === 0 || atoms.size > most)) return;
    yield {
      atoms: new Set(atoms),
      lines: [...new Set([...atoms].flatMap((atom) => linesOf[atom] ?? []))].sort((a, b) => a - b),
    };
  }
}
