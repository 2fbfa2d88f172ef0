import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { Table } from '../../parts/table.tsx';
import { instantInWords } from '../../words/instant-in-words.ts';
import type { PackAt } from './at.ts';

/** Who was given a link to which file of a pack, and when. */
export function Openings({ at }: { readonly at: PackAt }) {
  const { api, subject } = useSession();
  const [asked, again] = useAsked(() => api.listOpenings({ path: at }), [at.commissioner, at.month]);
  return (
    <section aria-label="Who was given a link">
      <h2>Who was given a link</h2>
      <p>
        A link to a file is made when somebody asks for it and is good for five minutes. The operator can tell
        which person an id is of.
      </p>
      <Answered asked={asked}>
        {({ openings, cursor }) => (
          <>
            <Table
              caption="Links, the latest first"
              rows={openings}
              keyOf={(opening) => `${opening.at} ${opening.file}`}
              empty="Nobody has been given a link yet."
              columns={[
                { head: 'When', cell: (opening) => instantInWords(opening.at) },
                {
                  head: 'Who',
                  cell: ({ person, client }) =>
                    person === undefined ? (
                      `Machine ${client?.name ?? client?.clientId ?? 'that is gone'}`
                    ) : person === subject ? (
                      'You'
                    ) : (
                      <>
                        Person <code>{person}</code>
                      </>
                    ),
                },
                { head: 'File', cell: ({ file }) => file },
                { head: 'Revision', cell: ({ revision }) => revision, numeric: true },
              ]}
            />
            {cursor !== undefined && <p class="small">These are the latest; there were more before.</p>}
          </>
        )}
      </Answered>
      <button type="button" class="other" onClick={again}>
        Look again
      </button>
    </section>
  );
}
