import { SPOT } from '../finance/block.ts';
import { type Claim, claim } from '../finance/claim.ts';
import type { FieldIssue } from '../platform/errors.ts';
import { isOwn, type Party } from '../platform/finance-party.ts';
import { erasureGuard } from '../privacy/erasure-guard.ts';
import { erasedAmong } from '../privacy/erased-placements.ts';
import { readBlock } from '../store/blocks.ts';
import { type ClaimEntry, putClaim, readClaim } from '../store/claims.ts';
import type { Table } from '../store/dynamo.ts';
import { withoutPlacements } from '../store/erased-lines.ts';
import type { PutResult } from '../store/put-record.ts';
import { checkParties } from './check-parties.ts';
import { claimedPeople } from './claimed-people.ts';
import { type FinanceSubmission, fixedFields, refused, takenId } from './finance-submission.ts';
import { readFinance } from './read-finance.ts';

/**
 * Takes in a claim: new or again, or amended in all but its provider. A line about a placement of somebody who was
 * erased is kept without the placement's id, so that the same claim sent again is unchanged.
 *
 * @throws AppError 422 `invalid-entry` with everything that is wrong, 409 `id-in-use` where the id is that of a claim
 * of others, 409 `fixed-field`, 412 `version-conflict`
 */
export async function submitClaim(
  submission: FinanceSubmission,
  id: string,
  value: unknown,
): Promise<PutResult> {
  const { table, party } = submission;
  const { data, sound, issues } = readFinance(claim, id, value);
  const ofParties = await checkParties(table, party, sound);
  // Whether there is a block of others' is not told to who names others.
  const ofBlock = ofParties.length > 0 ? [] : await checkBlock(table, sound);
  const found = [...issues, ...ofParties, ...ofBlock];
  if (data === undefined || found.length > 0) throw refused(found);
  return store(submission, id, data);
}

async function checkBlock(
  table: Table,
  { block: id, provider, commissioner }: Partial<Claim>,
): Promise<FieldIssue[]> {
  if (id === undefined || id === SPOT || provider === undefined || commissioner === undefined) return [];
  const block = await readBlock(table, id);
  const isTheirs = block?.data.provider === provider && block.data.commissioner === commissioner;
  if (isTheirs && block.withdrawn === undefined) return [];
  const message = `there is no such block of this provider and commissioner; register it first, or send ${SPOT}`;
  return [{ field: 'block', code: 'unknown-block', message }];
}

/** Looks for erasures before it writes and again after it, as whoever writes records does. */
async function store(
  { table, party, change, tagOf }: FinanceSubmission,
  id: string,
  sent: Claim,
): Promise<PutResult> {
  const { provider } = sent;
  const guard = erasureGuard(table, tagOf, provider);
  const { people, unheld } = await claimedPeople(table, { id, data: sent });
  const erasedBefore = await guard.erasedOf(people);
  const gone = people
    .filter(({ personRef }) => erasedBefore.has(personRef))
    .flatMap(({ placements }) => placements);
  const data = withoutPlacements(
    sent,
    new Set([...gone, ...(await erasedAmong(table, tagOf, provider, unheld))]),
  );
  const { result, erased } = await guard.watch(people, () =>
    putClaim(table, { id, data }, { ...change, admit: (current) => admit(party, data, current) }),
  );
  if (erased.size === 0) return result;
  // What was written of whoever was erased meanwhile has been taken out again.
  return { ...result, version: (await readClaim(table, id))?.version ?? result.version };
}

/** What a provider says was used stays that provider's: to another it would be something nobody said. */
function admit(party: Party, next: Claim, current: ClaimEntry | undefined): void {
  if (current === undefined) return;
  if (!isOwn(party, current.data)) throw takenId();
  if (next.provider !== current.data.provider)
    throw fixedFields(['provider'], 'A claim stays its provider’s; send another one under another id.');
}
