import type { ComputedMeasure } from '../../computed.ts';
import { DIMENSIONS } from '../../dimensions.ts';
import type { CountName } from '../../linked-measures.ts';
import type { Form } from '../audit/knowledge.ts';
import type { Descriptions } from './described.ts';
import { keyAt } from './place.ts';

/** A count in whole (`''`) and in the categories of the dimensions in which it is split. */
export type Counts = { readonly by: readonly string[]; readonly of: ReadonlyMap<string, Form> };

/** The counts that a name of `linked-measures.ts` means; undefined where the measure is not computed. */
export function countsNamed(
  count: CountName,
  measures: Readonly<Record<string, ComputedMeasure>>,
  descriptions: Descriptions,
): Counts | undefined {
  const [place = '', cell = 'count'] = count.split('/');
  const [measure = '', part, name = '', category = ''] = place.split('|');
  const computed = measures[measure];
  if (computed === undefined) return undefined;
  const form = (at: 'headline' | 'split' | 'cohort' | 'beside', under = '', of = ''): Form | undefined =>
    descriptions.get(keyAt(measure, at, under, of))?.cells[
      cell === 'numerator' || cell === 'complement' || cell === 'exposure' ? cell : 'count'
    ];
  const excluded = cell.startsWith('excluded:') ? cell.slice('excluded:'.length) : undefined;
  if (excluded !== undefined) {
    const described = descriptions.get(
      part === 'beside' ? keyAt(measure, part, name) : keyAt(measure, 'headline'),
    );
    const left = described?.excluded?.[excluded];
    return left === undefined ? undefined : { by: [], of: new Map([['', left]]) };
  }
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
