import { useState } from 'preact/hooks';
import { bindingInWords } from '../../interface/me.ts';
import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Answered } from '../../parts/answered.tsx';
import { Banner } from '../../parts/banner.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Sure } from '../../parts/sure.tsx';
import { Table } from '../../parts/table.tsx';
import { type MadeClient, MadeSecret } from './made-secret.tsx';
import { NewClient } from './new-client.tsx';

/** The machines that may ask for tokens: every one of them, to make one, to give one another secret, to remove one. */
export function ClientList() {
  const { api } = useSession();
  const doing = useDoing();
  const [asked, again] = useAsked(() => api.listClients(), []);
  const [made, setMade] = useState<MadeClient>();
  const [removed, setRemoved] = useState<string>();
  const show = (client: MadeClient) => {
    setRemoved(undefined);
    setMade(client);
    again();
  };
  const renew = async (id: string) => show(await api.renewClientSecret({ path: { id } }));
  const remove = async (id: string) => {
    await api.deleteClient({ path: { id } });
    setMade(undefined);
    setRemoved(id);
    again();
  };
  return (
    <>
      <PageHead title="Clients" />
      <p>Machines that may ask for tokens, each bound to one party. People are not here: they sign in.</p>
      {made !== undefined && <MadeSecret key={made.secret} made={made} />}
      {removed !== undefined && (
        <Banner kind="done" key={removed}>
          <p>The client {removed} is removed. Its secret is good for nothing from now on.</p>
        </Banner>
      )}
      <ErrorSummary message={doing.refused} />
      <Answered asked={asked}>
        {({ clients }) => (
          <Table
            caption="Clients"
            rows={clients}
            keyOf={({ id }) => id}
            empty="There are none yet."
            columns={[
              { head: 'Name', cell: ({ id }) => <code>{id}</code> },
              { head: 'Bound to', cell: ({ binding }) => bindingInWords(binding) },
              { head: 'May', cell: ({ scopes }) => scopes.join(', ') },
              {
                head: 'To do',
                cell: ({ id }) => (
                  <>
                    <Sure
                      doing={doing}
                      act={() => renew(id)}
                      ask="New secret"
                      of={`for ${id}`}
                      question={`The secret that ${id} has stops working at once.`}
                      yes="Yes, make another"
                    />
                    <Sure
                      doing={doing}
                      act={() => remove(id)}
                      ask="Remove"
                      of={id}
                      question={`${id} will not get a token any more. This cannot be taken back.`}
                      yes="Yes, remove it"
                    />
                  </>
                ),
              },
            ]}
          />
        )}
      </Answered>
      <NewClient onMade={show} />
    </>
  );
}
