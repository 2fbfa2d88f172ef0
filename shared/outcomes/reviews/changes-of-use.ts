import { substanceSchema } from '../../records/fields.ts';
import type { Review } from '../../records/review.ts';
import { RELIABLE_CHANGE, type Substance } from './reliable-change.ts';

/** What became of the use of a substance; exclusive. */
export const CHANGES = ['abstinent', 'improved', 'unchanged', 'deteriorated'] as const;
export type Change = (typeof CHANGES)[number];

/**
 * What became of each substance that was used on a day or more at the start; undefined where the later review does
 * not give it.
 *
 * @example changesOfUse({ opiates: 20, crack: 4 }, { opiates: 0, crack: 14 })
 * // [{ substance: 'opiates', change: 'abstinent' }, { substance: 'crack', change: 'deteriorated' }]
 */
export function changesOfUse(
  start: Review['daysUsed'],
  later: Review['daysUsed'],
): { readonly substance: Substance; readonly change: Change | undefined }[] {
  return substanceSchema.options.flatMap((substance) => {
    const before = start[substance] ?? 0;
    const after = later[substance];
    if (before === 0) return [];
    const threshold = RELIABLE_CHANGE.days[substance];
    return [{ substance, change: after === undefined ? undefined : changeOf(before, after, threshold) }];
  });
}

/** Whether use rose or fell by the threshold or more; 0 days is abstinence, whatever it was before. */
function changeOf(before: number, after: number, threshold = Infinity): Change {
  if (after === 0) return 'abstinent';
  if (before - after >= threshold) return 'improved';
  return after - before >= threshold ? 'deteriorated' : 'unchanged';
}
