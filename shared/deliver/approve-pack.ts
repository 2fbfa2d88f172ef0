import type { Caller } from '../platform/caller.ts';
import type { World } from '../platform/world.ts';
import type { Table } from '../store/dynamo.ts';
import type { IssuedPack } from '../store/packs.ts';
import { type Approval, readRelease, type Release, standing } from '../store/releases.ts';
import type { ApprovalRequest } from './approval-request.ts';
import { auditDeeds } from './audit-deeds.ts';
import { changeDeeds } from './change-deeds.ts';
import { findRevision } from './find-revision.ts';
import { gateOf, type GateParts } from './gate/gate-of.ts';
import { releaseErrors } from './release-errors.ts';

/** What approving and releasing is done with. */
export type Approving = GateParts & Pick<World, 'now' | 'newId'> & { readonly table: Table };

/** More people than this need not say the same. */
const MOST_STANDING = 20;

/** So many that were taken back are kept with those that stand; the audit has every one. */
const MOST_WITHDRAWN = 20;

/**
 * Writes down that a person approves the bytes of a revision: the latest, as it was issued, that the gate does not
 * fail. A person has one approval of a revision, and two at the same instant both count.
 *
 * @throws AppError 404, 409 or 422 with why not
 */
export async function approvePack(
  approving: Approving,
  { sub, clientId }: Pick<Caller, 'sub' | 'clientId'>,
  at: { readonly commissioner: string; readonly month: string },
  { revision, manifestSha256, commentary }: ApprovalRequest,
): Promise<Release> {
  const { table, now, newId } = approving;
  const { pack, isLatest, issued } = await findRevision(table, { ...at, revision });
  if (!isLatest) throw releaseErrors.notLatest();
  if (pack.manifestSha256 !== manifestSha256) throw releaseErrors.manifestDiffers();
  const known = await readRelease(table, pack);
  await auditDeeds(table, known);
  refuseWhereItStands(known, pack, sub);
  const gate = await gateOf(approving, pack, issued);
  if (gate.outcome === 'failed') throw releaseErrors.gateFailed(gate);

  const approval: Approval = {
    ...{ id: newId(), at: now().toISOString(), sub, clientId },
    ...(commentary !== undefined && { commentary }),
  };
  return changeDeeds(table, pack, (current) => {
    refuseWhereItStands(current, pack, sub);
    if (standing(current).length >= MOST_STANDING) throw releaseErrors.enoughApprovals();
    const approvals = withApproval(current, approval);
    if (gate.outcome === 'warned' && !isExplained({ approvals })) throw releaseErrors.commentaryNeeded();
    return { approvals };
  });
}

/** One entry a person: this one takes the place of theirs that was taken back. */
function withApproval(current: Release, approval: Approval): Approval[] {
  const withdrawn = current.approvals.filter(
    (one) => one.withdrawn !== undefined && one.sub !== approval.sub,
  );
  return [...withdrawn.slice(-MOST_WITHDRAWN), ...standing(current), approval];
}

/** Whether somebody whose approval stands has said something to the reader. */
export function isExplained(release: Pick<Release, 'approvals'>): boolean {
  return standing(release).some(({ commentary }) => commentary !== undefined);
}

function refuseWhereItStands(release: Release, { manifestSha256 }: IssuedPack, sub: string): void {
  if (release.released !== undefined) throw releaseErrors.alreadyReleased();
  if (release.manifestSha256 !== manifestSha256) throw releaseErrors.manifestDiffers();
  if (standing(release).some((one) => one.sub === sub)) throw releaseErrors.alreadyApproved();
}
