import type { ComputedMeasure } from '../../computed.ts';
import { DIMENSIONS } from '../../dimensions.ts';
import { type CountName, LINKED_MEASURES } from '../../linked-measures.ts';
import type { Form } from '../audit/knowledge.ts';
import type { Described } from './described.ts';
import { addAtom, addEquation, type Draft, plus, valueOf } from './draft.ts';
import { placeKey } from './place.ts';

/** Figures described, by the keys of their places. */
type Descriptions = ReadonlyMap<string, Described>;

/** A count in whole (`''`) and in the categories of the dimensions in which it is split. */
type Counts = { readonly by: readonly string[]; readonly of: ReadonlyMap<string, Form> };

/**
 * That figures of several measures count the same people, or people among the same, in whole and in every category.
 * Where there are no others in whole, there are none in any category: a reader sees that the two are equal.
 */
export function linkMeasures(
  draft: Draft,
  measures: Readonly<Record<string, ComputedMeasure>>,
  descriptions: Descriptions,
): void {
  const countsOf = (name: CountName): Counts | undefined => readCounts(name, measures, descriptions);
  const link = (names: readonly CountName[], others: readonly CountName[], mayBeMore: boolean): void => {
    const sides = [names, others].map((side) => side.map(countsOf));
    const all = sides.flat().filter((counts) => counts !== undefined);
    if (all.length < names.length + others.length) return;
    const at = (where: string): Form[] =>
      sides.map((side) => plus(...side.map((counts) => counts?.of.get(where) ?? [])));
    const difference = (where: string): number => {
      const [less = [], more = []] = at(where);
      return valueOf(draft, more) - valueOf(draft, less);
    };
    const wheres = new Set(
      all
        .flatMap(({ of }) => [...of.keys()])
        .filter((where) => where === '' || all.every(({ by }) => by.includes(dimensionOf(where)))),
    );
    const isMore = mayBeMore && difference('') > 0;
    for (const where of wheres) {
      const [less = [], more = []] = at(where);
      const rest = difference(where);
      // Who has no placement is in no category: then a category says less than the whole does.
      if (rest < 0 || (!isMore && rest > 0)) continue;
      addEquation(draft, more, isMore ? plus(less, addAtom(draft, rest)) : less);
    }
  };
  for (const [names, others] of LINKED_MEASURES.equal) link(names, others, false);
  for (const [names, others] of LINKED_MEASURES.within) link(names, others, true);
}

function dimensionOf(where: string): string {
  return where.slice(0, where.indexOf('|'));
}

function readCounts(
  count: CountName,
  measures: Readonly<Record<string, ComputedMeasure>>,
  descriptions: Descriptions,
): Counts | undefined {
  const [place = '', cell = 'count'] = count.split('/');
  const [measure = '', part, name = '', category = ''] = place.split('|');
  const computed = measures[measure];
  if (computed === undefined) return undefined;
  const form = (at: 'headline' | 'split' | 'cohort' | 'beside', under = '', of = ''): Form | undefined =>
    descriptions.get(placeKey({ measure, part: at, name: under, category: of }))?.cells[
      cell === 'numerator' || cell === 'complement' ? cell : 'count'
    ];
  const counted = (by: readonly string[], entries: readonly (readonly [string, Form | undefined])[]) => {
    const of = new Map(entries.flatMap(([where, sum]) => (sum === undefined ? [] : [[where, sum] as const])));
    return { by, of };
  };
  switch (part) {
    case 'beside':
      return counted([], [['', form('beside', name)]]);
    case 'split':
      return counted([], [['', form('split', name, category)]]);
    case 'cohort':
      return counted(
        ['provider'],
        [
          ['', form('cohort', 'matured')],
          ...Object.keys(computed.cohort?.providers ?? {}).map(
            (provider) => [`provider|${provider}`, form('cohort', 'provider', provider)] as const,
          ),
        ],
      );
    default:
      return counted(DIMENSIONS, [
        ['', form('headline')],
        ...Object.entries(computed.splits).flatMap(([dimension, categories]) =>
          Object.keys(categories).map((of) => [`${dimension}|${of}`, form('split', dimension, of)] as const),
        ),
      ]);
  }
}
