import { type AuditEntry, writeAudit } from '../store/audit.ts';
import type { Table } from '../store/dynamo.ts';
import type { ErasureEvent } from '../store/erasure-ledger.ts';

/** Keeps in the audit that somebody was erased or the erasure lifted. One entry an event: repeated, it is the same. */
export async function auditErasureEvent(
  table: Table,
  { event, provider, id: erasure, at, client, sub }: Omit<ErasureEvent, 'schema'>,
): Promise<void> {
  const action: AuditEntry['action'] = event === 'erased' ? 'person-erased' : 'erasure-lifted';
  const id = `${erasure}-${event}-${Date.parse(at)}`;
  await writeAudit(table, { id, at, action, clientId: client, sub, provider, erasure });
}
