import { Banner } from '../../parts/banner.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';

/** A client whose secret is known for the only time. */
export type MadeClient = { readonly id: string; readonly clientId?: string; readonly secret: string };

/** What is to be handed to whoever runs the machine, now or never. */
export function MadeSecret({ made: { id, clientId, secret } }: { readonly made: MadeClient }) {
  return (
    <Banner kind="done">
      <p>Copy the secret of {id} now: it is shown this once and kept nowhere.</p>
      <SummaryList
        rows={[
          clientId === undefined ? undefined : ['Client id', <code>{clientId}</code>],
          ['Secret', <code>{secret}</code>],
        ]}
      />
    </Banner>
  );
}
