import { notFound } from '../platform/errors.ts';
import { isOwn, type Parties } from '../platform/finance-party.ts';
import { withdrawBlock } from '../store/blocks.ts';
import { withdrawClaim } from '../store/claims.ts';
import type { FinanceSubmission } from './finance-submission.ts';

/** Where each kind of entry is withdrawn. */
const withdrawals = { block: withdrawBlock, claim: withdrawClaim };

/**
 * Withdraws a block or a claim of a party's own. It keeps its place and what it last said, so that nobody else gets
 * the id and an erasure still finds whom a claim names.
 *
 * @throws AppError 404 where there is none or it is that of others, 412 `version-conflict`
 */
export async function withdrawFinance(
  { table, party, change }: Pick<FinanceSubmission, 'table' | 'party' | 'change'>,
  type: keyof typeof withdrawals,
  id: string,
): Promise<{ readonly version: number }> {
  const admit = (current: { readonly data: Parties } | undefined) => {
    if (current !== undefined && !isOwn(party, current.data)) throw notFound();
  };
  const result = await withdrawals[type](table, id, { ...change, admit });
  if (result === 'absent') throw notFound();
  return result;
}
