import { AppError } from '../platform/errors.ts';
import { type ErasureEvent, keepErasureEvent } from '../store/erasure-ledger.ts';
import { type Erasure, isUnderWay, readErasure, writeErasure } from '../store/erasures.ts';
import { after, type Asker, type ErasureParts } from './erase-person.ts';
import { auditErasureEvent } from './erasure-audit.ts';

/**
 * Lifts an erasure: records of the person are taken in again. Lifting what is lifted changes nothing.
 *
 * @param providers the providers among whose erasures it is looked for
 * @returns undefined when there is no such erasure
 * @throws AppError 409 `erasure-under-way` while it is not finished
 */
export async function liftErasure(
  { table, bucket, now }: Omit<ErasureParts, 'tagOf'>,
  providers: readonly string[],
  id: string,
  { clientId, sub }: Asker,
): Promise<Erasure | undefined> {
  const found = await Promise.all(providers.map((provider) => readErasure(table, provider, id)));
  const erasure = found.find((each) => each !== undefined);
  if (erasure === undefined || erasure.state === 'lifted') return erasure;
  if (isUnderWay(erasure)) throw underWay();
  const at = after(erasure.erasedAt, now());
  const { provider } = erasure;
  const event: ErasureEvent = { schema: 1, event: 'lifted', provider, id, at, client: clientId, sub };
  await auditErasureEvent(table, event);
  const lifted = await writeErasure(table, erasure, { ...erasure, state: 'lifted', liftedAt: at });
  if (lifted === undefined) throw underWay();
  // The table first: what the ledger says beyond it would lift an erasure that was asked for again since.
  await keepErasureEvent(bucket, event);
  return lifted;
}

function underWay(): AppError {
  return new AppError(
    409,
    'erasure-under-way',
    'This erasure is being changed by others; read the audit and try again.',
  );
}
