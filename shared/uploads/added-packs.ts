import type { AffectedPack } from '../store/uploads.ts';

/**
 * Packs that late records of one part of an upload touch together with those that others do: of each month once, by
 * commissioner and month. Where of one part no measure was looked into, none are named.
 */
export function addedPacks(
  one: readonly AffectedPack[],
  other: readonly AffectedPack[],
): readonly AffectedPack[] {
  const packs = Map.groupBy([...one, ...other], ({ commissioner, month }) => `${commissioner}#${month}`);
  return [...packs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) => (first === undefined ? [] : [others.reduce(together, first)]));
}

function together(one: AffectedPack, { measures, records, revision }: AffectedPack): AffectedPack {
  const { measures: ofOne, ...rest } = one;
  const all = ofOne && measures && [...new Set([...ofOne, ...measures])];
  return {
    ...rest,
    revision: Math.max(one.revision, revision),
    ...(all && { measures: all }),
    records: one.records + records,
  };
}
