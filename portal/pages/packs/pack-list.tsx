import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { dateInWords } from '../../words/instant-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import { RevisionState } from './revision-state.tsx';

/** Every pack that somebody may see, the latest month first. */
export function PackList() {
  const { api, me } = useSession();
  const [asked] = useAsked(() => api.listPacks(), []);
  const isOfOne = 'commissioner' in me.binding;
  return (
    <>
      <PageHead title="Outcome packs" />
      <p>One pack a month: what treatment came to, how sure one can be of it, and what is withheld.</p>
      <Answered asked={asked}>
        {({ packs }) => (
          <Table
            caption="Packs by month"
            rows={packs.toSorted((a, b) => orderOf(b).localeCompare(orderOf(a)))}
            keyOf={({ commissioner, month }) => `${commissioner}/${month}`}
            empty={
              me.scopes.includes('packs/release')
                ? 'No pack has been issued yet. A month is run on the fifth day of the next.'
                : 'No pack has been released yet. You get a message when one is.'
            }
            columns={[
              {
                head: 'Month',
                cell: ({ commissioner, month }) => (
                  <a href={`#/packs/${commissioner}/${month}`}>
                    {monthInWords(month)}
                    {!isOfOne && <span class="hidden"> of {codeInWords(commissioner)}</span>}
                  </a>
                ),
              },
              ...(isOfOne
                ? []
                : [
                    {
                      head: 'Commissioner',
                      cell: ({ commissioner }: { commissioner: string }) => codeInWords(commissioner),
                    },
                  ]),
              { head: 'State', cell: ({ revisions }) => <RevisionState revision={revisions.at(-1)} /> },
              { head: 'Revision', cell: ({ revisions }) => revisions.at(-1)?.revision, numeric: true },
              {
                head: 'Issued',
                cell: ({ revisions }) => dateInWords(revisions.at(-1)?.issuedAt ?? ''),
              },
            ]}
          />
        )}
      </Answered>
    </>
  );
}

/** By month, then backwards by commissioner, as the whole is turned round. */
const orderOf = ({ commissioner, month }: { readonly commissioner: string; readonly month: string }) =>
  `${month} ${commissioner}`;
