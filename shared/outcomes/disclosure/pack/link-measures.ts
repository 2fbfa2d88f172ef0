import type { ComputedMeasure } from '../../computed.ts';
import { type CountName, LINKED_MEASURES } from '../../linked-measures.ts';
import type { Form } from '../audit/knowledge.ts';
import { type Counts, countsNamed } from './counts-named.ts';
import type { Descriptions } from './described.ts';
import {
  addAtom,
  addEquation,
  addNobody,
  addStatement,
  addUnit,
  type Draft,
  plus,
  valueOf,
} from './draft.ts';
import { keyAt } from './place.ts';

/** What is lost with a median, on the scale of what is lost with figures: more than with a split. */
const MEDIAN = 5e3;

/**
 * That figures of several measures count the same people, or people among the same, in whole and in every category.
 * Where there are no others in whole, there are none in any category: a reader sees that the two are equal.
 */
export function linkMeasures(
  draft: Draft,
  measures: Readonly<Record<string, ComputedMeasure>>,
  descriptions: Descriptions,
): void {
  const countsOf = (name: CountName): Counts | undefined => countsNamed(name, measures, descriptions);
  const link = (
    names: readonly CountName[],
    others: readonly CountName[],
    mayBeMore: boolean,
    except: ReadonlySet<string> = new Set(),
  ): void => {
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
        .filter(
          (where) =>
            where === '' ||
            (!except.has(dimensionOf(where)) && all.every(({ by }) => by.includes(dimensionOf(where)))),
        ),
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
  const yieldTo = (measure: string, others: readonly string[]): void => {
    const dimensions = dimensionsGivenUp(measure, others, draft, descriptions);
    link([measure], others, true, dimensions);
    for (const dimension of dimensions)
      for (const category of Object.keys(measures[measure]?.splits[dimension] ?? {}))
        draft.givenUp.add(keyAt(measure, 'split', dimension, category));
  };
  const linkMedian = (median: CountName, of: Form | undefined): void => {
    const [measure = '', , name = ''] = median.split('|');
    const figure = measures[measure]?.beside[name];
    if (of === undefined || figure?.kind !== 'median') return;
    if (figure.median.state === 'unavailable') {
      if (valueOf(draft, of) === 0) addNobody(draft, [of]);
      return;
    }
    const place = { measure, part: 'beside', name, category: '' } as const;
    addStatement(draft, addUnit(draft, { place, name: 'figure', cost: MEDIAN }), of, 1);
  };
  for (const [names, others] of LINKED_MEASURES.equal) link(names, others, false);
  for (const [names, others] of LINKED_MEASURES.within) link(names, others, true);
  for (const [median, of] of LINKED_MEASURES.medians) linkMedian(median, countsOf(of)?.of.get(''));
  for (const [measure, others] of LINKED_MEASURES.yields) yieldTo(measure, others);
}

/** Every dimension of a measure in which a count of it, or of others that all of it are among, is of few people. */
function dimensionsGivenUp(
  measure: string,
  others: readonly string[],
  { rule }: Pick<Draft, 'rule'>,
  descriptions: Descriptions,
): Set<string> {
  // Rounded numbers hang together by less.
  if (!rule.exact) return new Set();
  return new Set(
    [...descriptions].flatMap(([key, { people }]) => {
      const [id = '', part, dimension = ''] = key.split('|');
      const isOne = part === 'split' && (id === measure || others.includes(id));
      return isOne && rule.isSmall(people) ? [dimension] : [];
    }),
  );
}

function dimensionOf(where: string): string {
  return where.slice(0, where.indexOf('|'));
}
