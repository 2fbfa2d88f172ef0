import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Table } from '../../parts/table.tsx';
import { dateInWords } from '../../words/instant-in-words.ts';
import type { Page } from '../page.ts';

export const registriesPage: Page = {
  path: 'registries',
  name: 'Registries',
  scopes: ['admin/all'],
  parties: ['operator'],
  View: RegistriesView,
};

const DISCLOSURE = { lt5: 'Under 5 withheld', hes7round5: 'Under 8 withheld, rounded to 5' } as const;

/** Who is registered, and what contracts ask for. They are written by machines, and read here. */
function RegistriesView() {
  const { api } = useSession();
  const [asked] = useAsked(
    async () =>
      Promise.all([api.listCommissioners(), api.listProviders(), api.listReferrers(), api.listTargets()]),
    [],
  );
  return (
    <>
      <PageHead title="Registries" />
      <p>
        Who is registered under which code, and what contracts ask for. Entries are sent by the interface.
      </p>
      <Answered asked={asked}>
        {([{ commissioners }, { providers }, { referrers }, { targets }]) => (
          <>
            <Table
              caption="Commissioners"
              rows={commissioners}
              keyOf={({ id }) => id}
              empty="None is registered yet."
              columns={[
                { head: 'Name', cell: ({ name }) => name },
                { head: 'Code', cell: ({ id }) => <code>{id}</code> },
                {
                  head: 'Small numbers',
                  cell: ({ disclosure = 'lt5' }) =>
                    DISCLOSURE[typeof disclosure === 'string' ? disclosure : disclosure.mode],
                },
                {
                  head: 'Told of a release',
                  cell: ({ notify = [] }) => (notify.length === 0 ? 'Nobody' : notify.join(', ')),
                },
              ]}
            />
            <Parties caption="Providers" rows={providers} />
            <Parties caption="Referrers" rows={referrers} />
            <Table
              caption="Targets"
              rows={targets}
              keyOf={({ id }) => id}
              empty="No contract asks for anything yet."
              columns={[
                { head: 'Commissioner', cell: ({ commissioner }) => commissioner },
                { head: 'Measure', cell: ({ measure }) => measure.replaceAll('-', ' ') },
                {
                  head: 'Asks for',
                  cell: ({ direction, value }) =>
                    `${direction === 'at-least' ? 'At least' : 'At most'} ${Math.round(value * 100)}%`,
                },
                { head: 'From', cell: ({ validFrom }) => dateInWords(validFrom) },
              ]}
            />
          </>
        )}
      </Answered>
    </>
  );
}

type PartiesProps = {
  readonly caption: string;
  readonly rows: readonly { readonly id: string; readonly name: string }[];
};

const Parties = ({ caption, rows }: PartiesProps) => (
  <Table
    caption={caption}
    rows={rows}
    keyOf={({ id }) => id}
    empty="None is registered yet."
    columns={[
      { head: 'Name', cell: ({ name }) => name },
      { head: 'Code', cell: ({ id }) => <code>{id}</code> },
    ]}
  />
);
