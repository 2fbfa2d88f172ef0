import type { Caller } from '../platform/caller.ts';
import { notFound } from '../platform/errors.ts';
import { writeAudit } from '../store/audit.ts';
import { changeRelease, type Release } from '../store/releases.ts';
import type { Approving } from './approve-pack.ts';
import { findRevision } from './find-revision.ts';
import { releaseErrors } from './release-errors.ts';

/**
 * Takes back a person's own approval, until the revision is released; of an older revision, too. Doing it again
 * changes nothing.
 *
 * @throws AppError 404 where they never approved it, 409 once it is released
 */
export async function withdrawApproval(
  { table, now, newId }: Pick<Approving, 'table' | 'now' | 'newId'>,
  { sub, clientId }: Pick<Caller, 'sub' | 'clientId'>,
  named: { readonly commissioner: string; readonly month: string; readonly revision: number },
): Promise<Release> {
  const { pack } = await findRevision(table, named);
  const deed = { id: newId(), at: now().toISOString(), sub, clientId };
  const release = await changeRelease(table, pack, (current) => {
    const own = current.approvals.find((one) => one.sub === sub);
    if (own === undefined) throw notFound('You have not approved this revision.');
    if (current.released !== undefined) throw releaseErrors.alreadyReleased();
    if (own.withdrawn !== undefined) return undefined;
    return {
      approvals: current.approvals.map((one) => (one === own ? { ...one, withdrawn: deed } : one)),
    };
  });
  const withdrawn = release.approvals.find((one) => one.sub === sub)?.withdrawn;
  const { commissioner, month, revision } = pack;
  if (withdrawn !== undefined)
    await writeAudit(table, {
      ...withdrawn,
      ...{ action: 'approval-withdrawn', person: true, commissioner, month, revision },
    });
  return release;
}
