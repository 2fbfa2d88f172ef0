import { type Release, standing } from '../store/releases.ts';

/** What whoever may see a revision is told of its approvals: of whose, only whether it is their own. */
export function toldRelease(release: Pick<Release, 'approvals' | 'released'> | undefined, sub: string) {
  const { approvals = [], released } = release ?? {};
  return {
    approvals: standing({ approvals }).map((approval) => ({
      at: approval.at,
      yours: approval.sub === sub,
      ...(approval.commentary !== undefined && { commentary: approval.commentary }),
    })),
    ...(released !== undefined && { releasedAt: released.at }),
  };
}
