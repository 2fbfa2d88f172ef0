import type { Caller } from '../platform/caller.ts';
import { notFound } from '../platform/errors.ts';
import type { Release } from '../store/releases.ts';
import type { Approving } from './approve-pack.ts';
import { changeDeeds } from './change-deeds.ts';
import { findRevision } from './find-revision.ts';
import { releaseErrors } from './release-errors.ts';

type Named = { readonly commissioner: string; readonly month: string; readonly revision: number };

/**
 * Takes back a person's own approval, or sets aside that of the person who is named, until the revision is released; of
 * an older revision, too. Doing it again changes nothing.
 *
 * @param approver whose approval it is, by their subject; the caller's own where nobody is named
 * @throws AppError 404 where they never approved it, 409 once it is released
 */
export async function withdrawApproval(
  { table, now, newId }: Pick<Approving, 'table' | 'now' | 'newId'>,
  { sub, clientId }: Pick<Caller, 'sub' | 'clientId'>,
  named: Named,
  approver = sub,
): Promise<Release> {
  const { pack } = await findRevision(table, named);
  const deed = { id: newId(), at: now().toISOString(), sub, clientId };
  return changeDeeds(table, pack, ({ approvals, released }) => {
    const found = approvals.find((one) => one.sub === approver);
    if (found === undefined)
      throw notFound(
        approver === sub
          ? 'You have not approved this revision.'
          : 'Nobody of that sub has approved this revision.',
      );
    if (released !== undefined) throw releaseErrors.alreadyReleased();
    if (found.withdrawn !== undefined) return undefined;
    return { approvals: approvals.map((one) => (one === found ? { ...one, withdrawn: deed } : one)) };
  });
}
