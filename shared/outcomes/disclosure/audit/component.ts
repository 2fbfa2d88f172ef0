import { beliefsOf } from './beliefs.ts';
import type { Deduction } from './deduction.ts';
import type { Interval } from './few.ts';
import type { Form } from './knowledge.ts';
import { keyOf, type Line, type Lines } from './lines.ts';
import { rangesIn } from './ranges.ts';

/** Unknown atoms that tell of one another, and what a reader can say of forms of them alone. */
export type Component = {
  readonly atoms: readonly number[];
  /** By the sums that are told and that nobody is fewer than none. */
  readonly bySums: (form: Form) => Interval;
  /** Believing also that what is withheld is as much as its `least`; the same as `bySums` where that is not so. */
  readonly believed: (form: Form) => Interval;
  /** The upper end of `believed`, or, once that is enough, as much as was found. */
  readonly believedUpTo: (form: Form, enough: number) => number;
  /** What of `believed` is known without further work. */
  readonly seen: (form: Form) => Interval;
};

/**
 * The component of an unknown atom. Lines that are told link their atoms, and so do withheld ones whose `least` says
 * more than is known already. Where a number below its `least` is withheld, an empty one was hidden on purpose: there
 * nothing is believed.
 */
export function componentOf(
  seed: number,
  from: Lines,
  truth: readonly number[],
  deduction: Deduction,
): Component {
  const { floorOf, isNews } = beliefsOf(
    from,
    (line) => !deduction.isTold(line),
    (atom) => (deduction.isKnown(atom) ? truth[atom] : undefined),
  );
  const atoms = new Set([seed]);
  const seen = new Set<number>();
  const equations = new Map<string, Form>();
  const news: Line[] = [];
  let hasHiddenNobody = false;
  for (const atom of atoms) {
    for (const position of from.linesOf[atom] ?? []) {
      const line = from.lines[position];
      if (line === undefined || seen.has(position)) continue;
      seen.add(position);
      const isTold = deduction.isTold(position);
      if (!isTold && line.value < line.least) hasHiddenNobody = true;
      if (!isTold && !isNews(line)) continue;
      const open = deduction.open(line.form);
      if (isTold) equations.set(keyOf(open), open);
      else news.push(line);
      for (const term of open) atoms.add(term.atom);
    }
  }

  const ordered = [...atoms].sort((a, b) => a - b);
  const indexOf = new Map(ordered.map((atom, index) => [atom, index]));
  const indexed = (form: Form): Form =>
    form.flatMap(({ atom, times }) => {
      const index = indexOf.get(atom);
      return index === undefined ? [] : [{ atom: index, times }];
    });
  const knownPart = (form: Form): number =>
    form.reduce((sum, { atom, times }) => sum + (atoms.has(atom) ? 0 : times * (truth[atom] ?? 0)), 0);

  const sums = {
    truth: ordered.map((atom) => truth[atom] ?? 0),
    floor: ordered.map(() => 0),
    equations: [...equations.values()].map(indexed),
    atLeast: [],
  };
  const floor = ordered.map(floorOf);
  const bySums = rangesIn(sums);
  const addsNothing = news.length === 0 && floor.every((least) => least === 0);
  const believed =
    hasHiddenNobody || addsNothing
      ? bySums
      : rangesIn({
          ...sums,
          floor,
          atLeast: news.map(({ form, least }) => ({ form: indexed(form), least: least - knownPart(form) })),
        });
  return {
    atoms: ordered,
    bySums: (form) => bySums.of(indexed(form)),
    believed: (form) => believed.of(indexed(form)),
    believedUpTo: (form, enough) => believed.upTo(indexed(form), enough),
    seen: (form) => believed.seen(indexed(form)),
  };
}
