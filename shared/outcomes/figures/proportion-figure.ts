import type { ComputedProportion, Counted, Population } from '../computed.ts';
import { marksOf } from './spell.ts';
import { Tally } from './tally.ts';

type Unit = { readonly who: string };

/** The share of `units` that pass. What was left out of them is given by reason. */
export function proportionFigure<Item extends Unit>(
  units: readonly Item[],
  passes: (unit: Item) => boolean,
  options: {
    readonly provisional?: boolean;
    readonly excluded?: Readonly<Record<string, Counted>>;
    readonly interval?: ComputedProportion['interval'];
    readonly population?: Population;
    readonly notRecorded?: boolean;
  } = {},
): ComputedProportion {
  const all = new Tally();
  const passing = new Tally();
  const failing = new Tally();
  for (const unit of units) {
    all.add(unit.who);
    (passes(unit) ? passing : failing).add(unit.who);
  }
  return {
    kind: 'proportion',
    numerator: passing.counted(),
    denominator: all.counted(),
    complement: failing.people,
    marks: marksOf(units.length, options.provisional ?? false),
    interval: options.interval ?? 'wilson',
    ...(options.excluded === undefined ? {} : { excluded: options.excluded }),
    ...(options.population === undefined ? {} : { population: options.population }),
    ...(options.notRecorded === true ? { notRecorded: true } : {}),
  };
}
