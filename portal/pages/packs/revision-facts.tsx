import { Banner } from '../../parts/banner.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { dateInWords, instantInWords } from '../../words/instant-in-words.ts';
import type { PackAt } from './at.ts';
import { Commentaries } from './commentaries.tsx';
import type { Revision } from './revision.ts';
import { RevisionState } from './revision-state.tsx';

type RevisionFactsProps = { readonly at: PackAt; readonly revision: Revision };

/** What a revision is, whether there is a newer one, and what its approvers say of it. */
export function RevisionFacts({ at, revision }: RevisionFactsProps) {
  const { supersededBy, releasedAt } = revision;
  return (
    <>
      {supersededBy !== undefined && (
        <Banner kind="important">
          <p>
            Revision {revision.revision} is superseded by{' '}
            <a href={`#/packs/${at.commissioner}/${at.month}`}>revision {supersededBy}</a>. Its figures may
            have moved since.
          </p>
        </Banner>
      )}
      <SummaryList
        rows={[
          ['Revision', String(revision.revision)],
          ['State', <RevisionState revision={revision} />],
          releasedAt === undefined ? undefined : ['Released', instantInWords(releasedAt)],
          ['Issued', instantInWords(revision.issuedAt)],
          ['Records received up to', dateInWords(revision.asAt)],
          ['Records counted', revision.records.toLocaleString('en-GB')],
        ]}
      />
      <Commentaries revision={revision} />
    </>
  );
}
