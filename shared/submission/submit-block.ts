import { type Block, block, blockIdSchema } from '../finance/block.ts';
import { isOwn, type Party } from '../platform/finance-party.ts';
import { type BlockEntry, putBlock } from '../store/blocks.ts';
import type { PutResult } from '../store/put-record.ts';
import { type BesideTariff, besideTariff } from './beside-tariff.ts';
import { checkParties } from './check-parties.ts';
import { type FinanceSubmission, fixedFields, refused, takenId } from './finance-submission.ts';
import { readFinance } from './read-finance.ts';

/**
 * Takes in a block: new or again, or amended in its weeks, price, dates and references. The answer says what the tariff
 * asks for it.
 *
 * @throws AppError 422 `invalid-entry` with everything that is wrong, 409 `id-in-use` where the id is that of a block
 * of others, 409 `fixed-field`, 412 `version-conflict`
 */
export async function submitBlock(
  { table, party, change }: FinanceSubmission,
  id: string,
  value: unknown,
): Promise<PutResult & BesideTariff> {
  const { data, sound, issues } = readFinance(block, id, value, blockIdSchema);
  const found = [...issues, ...(await checkParties(table, party, sound))];
  if (data === undefined || found.length > 0) throw refused(found);
  const admitted = { ...change, admit: (current?: BlockEntry) => admit(party, data, current) };
  return { ...(await putBlock(table, { id, data }, admitted)), ...besideTariff(data) };
}

/** Claims and weeks hang on a block from the day it is known, and none of them can move with it. */
function admit(party: Party, next: Block, current: BlockEntry | undefined): void {
  if (current === undefined) return;
  if (!isOwn(party, current.data)) throw takenId();
  const changed = (['provider', 'commissioner', 'service'] as const).filter(
    (field) => next[field] !== current.data[field],
  );
  if (changed.length === 0) return;
  const detail =
    'Claims and weeks may hang on this block, so its provider, commissioner and service stay. Amend its weeks, price, dates and references, or send another block under another id.';
  throw fixedFields(changed, detail);
}
