import type { ComputedProportion, Counted, Population } from '../computed.ts';
import { countPeople } from './count-people.ts';
import { counted } from './counted.ts';
import { marksOf } from './spell.ts';

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
  return {
    kind: 'proportion',
    numerator: counted(units.filter(passes)),
    denominator: counted(units),
    complement: countPeople(units, (unit) => !passes(unit)),
    marks: marksOf(units.length, options.provisional ?? false),
    interval: options.interval ?? 'wilson',
    ...(options.excluded === undefined ? {} : { excluded: options.excluded }),
    ...(options.population === undefined ? {} : { population: options.population }),
    ...(options.notRecorded === true ? { notRecorded: true } : {}),
  };
}
