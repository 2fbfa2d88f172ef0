import { putItem, type Table } from './dynamo.ts';
import { auditKey } from './table.ts';

/** Who opened what: one entry for each link that was issued. */
export type AuditEntry = {
  readonly id: string;
  readonly at: string;
  readonly action: 'link-issued';
  readonly clientId: string;
  readonly sub: string;
  readonly commissioner: string;
  readonly month: string;
  readonly revision: number;
  readonly file: string;
};

/** Keeps an audit entry, before what it tells of is handed over. */
export async function writeAudit(table: Table, entry: AuditEntry): Promise<void> {
  await putItem(table, { ...auditKey(entry.at, entry.id), ...entry });
}
