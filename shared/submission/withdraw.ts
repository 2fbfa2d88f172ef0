import { locate } from '../store/locate-record.ts';
import { type Stored, withdrawRecord } from '../store/put-record.ts';
import type { WithdrawalReason } from '../store/record-item.ts';
import { latenessAt } from './late/lateness.ts';
import type { Submission } from './submission.ts';

type Withdrawal = { readonly type: string; readonly id: string; readonly reason: WithdrawalReason };

/**
 * Withdraws a record; where its person is erased meanwhile, nothing of the withdrawal stays and there is no such
 * record any more.
 *
 * @throws AppError 412 `version-conflict`
 */
export async function withdraw(
  { table, erasures, change }: Pick<Submission, 'table' | 'erasures' | 'change'>,
  withdrawal: Withdrawal,
): Promise<Omit<Stored, 'outcome'> | 'absent'> {
  const { type, id } = withdrawal;
  const { current } = await locate(table, change.provider, type, id);
  const personRef = current?.data['personRef'];
  const people = typeof personRef === 'string' ? [{ personRef, names: [{ type, id }] }] : [];
  const { result, erased } = await erasures.watch(people, (visits) =>
    withdrawRecord(table, withdrawal, {
      ...change,
      visits,
      isLate: latenessAt(table, change.provider).isLate,
    }),
  );
  return typeof personRef === 'string' && erased.has(personRef) ? 'absent' : result;
}
