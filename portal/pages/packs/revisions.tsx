import { Table } from '../../parts/table.tsx';
import { instantInWords } from '../../words/instant-in-words.ts';
import type { PackAt } from './at.ts';
import type { Revision } from './revision.ts';
import { RevisionState } from './revision-state.tsx';

type RevisionsProps = {
  readonly at: PackAt;
  readonly revisions: readonly Revision[];
  readonly shown: number;
};

/** Every issue of a month, the newest first: nothing that was issued is ever overwritten. */
export function Revisions({ at, revisions, shown }: RevisionsProps) {
  return (
    <section aria-label="Revisions">
      <h2>Revisions</h2>
      <Table
        caption="Issues of this month, the newest first"
        rows={revisions.toReversed()}
        keyOf={({ revision }) => String(revision)}
        empty="There are none."
        columns={[
          {
            head: 'Revision',
            cell: ({ revision }) =>
              revision === shown ? (
                `Revision ${revision}, shown here`
              ) : (
                <a href={`#/packs/${at.commissioner}/${at.month}/${revision}`}>Revision {revision}</a>
              ),
          },
          { head: 'State', cell: (revision) => <RevisionState revision={revision} /> },
          { head: 'Issued', cell: ({ issuedAt }) => instantInWords(issuedAt) },
          {
            head: 'Superseded by',
            cell: ({ supersededBy }) =>
              supersededBy === undefined ? 'None, it stands' : `Revision ${supersededBy}`,
          },
        ]}
      />
    </section>
  );
}
