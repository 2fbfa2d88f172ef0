import { type AuditEntry, writeAudit } from '../store/audit.ts';
import type { Table } from '../store/dynamo.ts';
import { type Approval, type Release } from '../store/releases.ts';

type Revision = Pick<Release, 'commissioner' | 'month' | 'revision'>;

/**
 * Keeps in the audit everything that people did with a revision: every approval, every one that was taken back or set
 * aside, and the release, each under its own id and instant. So whoever comes by after a crash completes the audit and
 * doubles nothing.
 */
export async function auditDeeds(table: Table, release: Release): Promise<void> {
  const { approvals, released } = release;
  const entries = [
    ...approvals.flatMap((approval) => ofApproval(approval, release)),
    ...(released === undefined ? [] : [{ ...deedOf(released, release), action: 'pack-released' as const }]),
  ];
  await Promise.all(entries.map((entry) => writeAudit(table, entry)));
}

function ofApproval(approval: Approval, revision: Revision): AuditEntry[] {
  const { withdrawn, sub } = approval;
  const approved = { ...deedOf(approval, revision), action: 'pack-approved' as const };
  if (withdrawn === undefined) return [approved];
  const taken = deedOf(withdrawn, revision);
  return [
    approved,
    withdrawn.sub === sub
      ? { ...taken, action: 'approval-withdrawn' as const }
      : { ...taken, action: 'approval-set-aside' as const, approver: sub },
  ];
}

function deedOf(
  { id, at, sub, clientId }: NonNullable<Release['released']>,
  { commissioner, month, revision }: Revision,
) {
  return { ...{ id, at, clientId, sub, person: true as const }, commissioner, month, revision };
}
