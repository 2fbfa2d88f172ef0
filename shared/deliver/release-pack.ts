import type { Caller } from '../platform/caller.ts';
import { readRelease, type Release, standing } from '../store/releases.ts';
import type { ReleaseRequest } from './approval-request.ts';
import { type Approving, isExplained } from './approve-pack.ts';
import { auditDeeds } from './audit-deeds.ts';
import { changeDeeds } from './change-deeds.ts';
import { findRevision } from './find-revision.ts';
import type { Gate } from './gate/run-gate.ts';
import { gateOf } from './gate/gate-of.ts';
import { releaseErrors } from './release-errors.ts';

/** How many different people have to approve. */
const APPROVALS_NEEDED = 2;

/**
 * Releases the latest revision once enough people have approved it and the gate lets it pass once more: from then on
 * its commissioner sees it. Released again it stays as it was released first.
 *
 * @throws AppError 404, 409 or 422 with why not
 */
export async function releasePack(
  approving: Approving,
  { sub, clientId }: Pick<Caller, 'sub' | 'clientId'>,
  at: { readonly commissioner: string; readonly month: string },
  { revision, manifestSha256 }: ReleaseRequest,
): Promise<Release> {
  const { table, now, newId } = approving;
  const { pack, isLatest, issued } = await findRevision(table, { ...at, revision });
  if (pack.manifestSha256 !== manifestSha256) throw releaseErrors.manifestDiffers();
  const known = await readRelease(table, pack);
  if (known.released === undefined) {
    if (!isLatest) throw releaseErrors.notLatest();
    refuseUnapproved(known);
    const gate = await gateOf(approving, pack, issued);
    refuseAt(gate, known);
    const released = { id: newId(), at: now().toISOString(), sub, clientId };
    return changeDeeds(table, pack, (current) => {
      if (current.released !== undefined) return undefined;
      if (current.manifestSha256 !== manifestSha256) throw releaseErrors.manifestDiffers();
      refuseUnapproved(current);
      refuseAt(gate, current);
      return { released };
    });
  }
  await auditDeeds(table, known);
  return known;
}

function refuseUnapproved(release: Release): void {
  const people = new Set(standing(release).map(({ sub }) => sub)).size;
  if (people < APPROVALS_NEEDED) throw releaseErrors.approvalsNeeded(APPROVALS_NEEDED, people);
}

function refuseAt(gate: Gate, release: Release): void {
  if (gate.outcome === 'failed') throw releaseErrors.gateFailed(gate);
  if (gate.outcome === 'warned' && !isExplained(release)) throw releaseErrors.commentaryNeeded();
}
