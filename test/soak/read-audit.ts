import type { Call } from '../support/system.ts';
import type { AuditEntry } from './deeds-that-differ.ts';

/** Everything in the audit of the month in which a soak takes place. */
export async function readAudit(call: Call): Promise<AuditEntry[]> {
  const all: AuditEntry[] = [];
  let after = '';
  for (;;) {
    const { status, body } = await call('GET', `/v1/audit?month=2026-11${after}`);
    if (status !== 200) throw new Error(`the audit answered ${status}`);
    all.push(...(body['entries'] as AuditEntry[]));
    if (typeof body['cursor'] !== 'string') return all;
    after = `&cursor=${encodeURIComponent(body['cursor'])}`;
  }
}
