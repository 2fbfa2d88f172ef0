import { Tag } from '../../parts/tag.tsx';
import type { Revision } from '../packs/revision.ts';

/** How many different people have to approve a revision before it can be released. */
export const APPROVALS_NEEDED = 2;

/** How far a revision is on its way to its readers. */
export function ApprovalState({
  revision,
}: {
  readonly revision: Pick<Revision, 'approvals' | 'releasedAt'>;
}) {
  const { length } = revision.approvals;
  if (revision.releasedAt !== undefined) return <Tag kind="good">Released</Tag>;
  if (length >= APPROVALS_NEEDED) return <Tag kind="good">Ready to release</Tag>;
  return <Tag kind={length === 0 ? 'plain' : 'careful'}>{`${length} of ${APPROVALS_NEEDED} approvals`}</Tag>;
}
