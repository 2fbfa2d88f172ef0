import { AppError } from '../platform/errors.ts';
import { anonymiseAccess } from '../store/audit.ts';
import { removeFromClaims } from '../store/claimed-placements.ts';
import type { Table } from '../store/dynamo.ts';
import { type RecordName, removeHeld } from '../store/held-records.ts';
import { isNothing, type Person, readHoldings, removePending, shelfOf } from '../store/holdings.ts';
import { inParallel } from '../store/in-parallel.ts';
import { noteErasedPlacements } from './erased-placements.ts';
import type { TagOf } from './person-tags.ts';

const AT_ONCE = 16;

/** Whoever wrote while a round went on finds the erasure and takes back what it wrote: two rounds are the rule. */
const MOST_ROUNDS = 8;

/**
 * Removes everything held on a person, round by round until nothing is found. Doing it again, or at the same time,
 * ends in the same state. Of claims it takes out their placements alone: what is owed stays. The placements of a person
 * are known by their records, so the claims come first.
 *
 * @param tagOf makes the tags of the person, which takes the place of the reference in the audit, and of placements
 * @param alsoUnder ids that may hold something of theirs although nothing leads there any more
 * @param goesOn asked before anything is removed; whoever is not erased any more keeps what they have
 * @throws AppError 503 `erasure-cut-short` when others kept writing; it can be repeated
 */
export async function removePerson(
  table: Table,
  person: Person,
  tagOf: TagOf,
  {
    alsoUnder = [],
    goesOn = () => Promise.resolve(true),
  }: { readonly alsoUnder?: readonly RecordName[]; readonly goesOn?: () => Promise<boolean> } = {},
): Promise<void> {
  const tag = await tagOf(person);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const held = await readHoldings(table, person, alsoUnder);
    if (isNothing(held) || !(await goesOn())) return;
    await noteErasedPlacements(table, tagOf, held);
    await removePending(table, held);
    await removeFromClaims(table, person.provider, held.claimed);
    await removeHeld(table, shelfOf(person), held);
    await inParallel(AT_ONCE, held.accesses, (access) => anonymiseAccess(table, access, tag));
  }
  throw new AppError(503, 'erasure-cut-short', 'Records of this person are being sent; repeat the erasure.');
}
