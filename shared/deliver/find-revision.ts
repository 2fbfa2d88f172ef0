import { notFound } from '../platform/errors.ts';
import type { Table } from '../store/dynamo.ts';
import { type KnownPack, readKnownPacks } from '../store/known-packs.ts';

/** A revision among those of its commissioner. */
export type FoundRevision = {
  readonly pack: KnownPack;
  readonly isLatest: boolean;
  /** Every issued revision of the commissioner. */
  readonly issued: readonly KnownPack[];
};

/**
 * Finds an issued revision; the latest of the month where none is named.
 *
 * @throws AppError 404 where there is none
 */
export async function findRevision(
  table: Table,
  { commissioner, month, revision }: { commissioner: string; month: string; revision?: number | undefined },
): Promise<FoundRevision> {
  const issued = await readKnownPacks(table, commissioner);
  const ofMonth = issued.filter((pack) => pack.month === month);
  const latest = ofMonth.at(-1);
  const pack = revision === undefined ? latest : ofMonth.find((one) => one.revision === revision);
  if (pack === undefined) throw notFound();
  return { pack, isLatest: pack === latest, issued };
}
