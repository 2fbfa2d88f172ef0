import { Tag } from '../../parts/tag.tsx';

type RevisionStateProps = {
  readonly revision: { readonly releasedAt?: string; readonly supersededBy?: number } | undefined;
};

/** Whether a revision is out, or waits for approval. */
export function RevisionState({ revision }: RevisionStateProps) {
  if (revision?.releasedAt !== undefined) return <Tag kind="good">Released</Tag>;
  return <Tag kind="careful">Not released</Tag>;
}
