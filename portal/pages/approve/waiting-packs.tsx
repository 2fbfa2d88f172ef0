import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { instantInWords } from '../../words/instant-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import { ApprovalState } from './approval-state.tsx';

/** The latest revisions that are not released, the oldest month first. */
export function WaitingPacks() {
  const { api } = useSession();
  const [asked] = useAsked(() => api.listPacks(), []);
  return (
    <>
      <PageHead title="Approve and release" />
      <p>
        Two different people approve a revision, then it can be released to its readers. A new revision of a
        month begins again.
      </p>
      <Answered asked={asked}>
        {({ packs }) => (
          <Table
            caption="Packs that wait"
            rows={packs
              .flatMap(({ commissioner, month, revisions }) => {
                const latest = revisions.at(-1);
                return latest === undefined || latest.releasedAt !== undefined
                  ? []
                  : [{ commissioner, month, latest }];
              })
              .toSorted((a, b) =>
                `${a.month} ${a.commissioner}`.localeCompare(`${b.month} ${b.commissioner}`),
              )}
            keyOf={({ commissioner, month }) => `${commissioner}/${month}`}
            empty="No pack waits for approval."
            columns={[
              {
                head: 'Pack',
                cell: ({ commissioner, month }) => (
                  <a href={`#/approve/${commissioner}/${month}`}>
                    {monthInWords(month)} of {codeInWords(commissioner)}
                  </a>
                ),
              },
              { head: 'State', cell: ({ latest }) => <ApprovalState revision={latest} /> },
              { head: 'Revision', cell: ({ latest }) => latest.revision, numeric: true },
              { head: 'Issued', cell: ({ latest }) => instantInWords(latest.issuedAt) },
            ]}
          />
        )}
      </Answered>
    </>
  );
}
