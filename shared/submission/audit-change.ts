import type { Caller } from '../platform/caller.ts';
import { writeAudit } from '../store/audit.ts';
import type { BlockEntry } from '../store/blocks.ts';
import type { ClaimEntry } from '../store/claims.ts';
import type { Table } from '../store/dynamo.ts';

/** Keeps in the audit who made a version of a block or claim what it is. Sent again, it is the same entry. */
export async function auditChange(
  table: Table,
  kind: 'block' | 'claim',
  { id, version, recordedAt: at, withdrawn, data: { provider, commissioner } }: BlockEntry | ClaimEntry,
  { clientId, sub }: Caller,
): Promise<void> {
  await writeAudit(table, {
    ...{ id: `${kind}-${id}-${version}`, at, clientId, sub, provider, commissioner },
    ...{ action: `${kind}-${withdrawn === true ? 'withdrawn' : 'sent'}`, entry: id, version },
  });
}
