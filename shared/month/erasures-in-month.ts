import { readPlacementsEndedFrom } from '../outcomes/compute.ts';
import { measures as allMeasures } from '../outcomes/measures/registry.ts';
import type { OutcomeDocument } from '../outcomes/document.ts';
import type { Table } from '../store/dynamo.ts';
import { type Erasure, isStanding, readErasures, type TouchedPack } from '../store/erasures.ts';
import type { Pack } from '../store/packs.ts';

type Month = Pick<Pack, 'commissioner' | 'month'>;

/** Every erasure of these providers' people. */
export async function readAllErasures(table: Table, providers: readonly string[]): Promise<Erasure[]> {
  return (await Promise.all(providers.map((provider) => readErasures(table, provider)))).flat();
}

/** The tags of those who are erased: no run counts them, however much of theirs is still to be removed. */
export function erasedTags(erasures: readonly Erasure[]): ReadonlySet<string> {
  return new Set(erasures.filter(isStanding).map(({ id }) => id));
}

/**
 * Whether somebody who was counted has been erased since a run began to read, even if that was lifted again: their
 * records may have been read in part.
 *
 * @param known the erasures when it began
 */
export function countsErased(
  counted: ReadonlySet<string>,
  known: readonly Erasure[],
  now: readonly Erasure[],
): boolean {
  const before = new Set(known.map(({ id, askedAt }) => `${id}@${askedAt}`));
  return now.some(({ id, askedAt }) => counted.has(id) && !before.has(`${id}@${askedAt}`));
}

/** The erasures that touched any issue of a month, by names that tell two of the same person apart. */
export function erasuresTouching(erasures: readonly Erasure[], month: Month): string[] {
  const touching = touchedIn(erasures, month).map(({ id, erasedAt }) => `${id}@${erasedAt}`);
  return [...new Set(touching)].sort();
}

/**
 * What a new issue says of erasures: that there were some since the one before, where any is among those that touch
 * the month and the one before did not know of. Never whose, nor how many.
 */
export function erasedSincePrevious(
  touching: readonly string[],
  previous: Pack | undefined,
): OutcomeDocument['erased'] {
  if (previous === undefined) return undefined;
  const { erasures: known, asAt } = previous;
  const isNew = (name: string) =>
    known === undefined ? name.slice(name.indexOf('@') + 1) > asAt : !known.includes(name);
  return touching.some(isNew) ? { since: 'previous-revision' } : undefined;
}

/**
 * What a replay of a revision says: which of its measures counted people who were erased since. Where placements that
 * the month reads were removed by their age it can vouch for none.
 *
 * @param removedByAge up to when such placements had ended
 */
export function erasedSinceRevision(
  erasures: readonly Erasure[],
  month: Month & Pick<Pack, 'revision'>,
  removedByAge: string | undefined,
): OutcomeDocument['erased'] {
  const gone = readsRemoved(month.month, removedByAge);
  const touched = touchedIn(erasures, month).filter(({ revision }) => revision === month.revision);
  const measures = gone
    ? allMeasures.map(({ id }) => id)
    : [...new Set(touched.flatMap((pack) => pack.measures))].sort();
  return measures.length === 0 ? undefined : { since: 'as-at', measures };
}

/** Whether a month reads placements of which some were removed by their age. */
export function readsRemoved(month: string, removedByAge: string | undefined): boolean {
  return removedByAge !== undefined && removedByAge >= readPlacementsEndedFrom(month);
}

function touchedIn(
  erasures: readonly Erasure[],
  { commissioner, month }: Month,
): (TouchedPack & { readonly id: string })[] {
  return erasures.flatMap(({ id, touched }) =>
    touched
      .filter((pack) => pack.commissioner === commissioner && pack.month === month)
      .map((pack) => ({ ...pack, id })),
  );
}
