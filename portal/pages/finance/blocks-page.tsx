import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { dateInWords } from '../../words/instant-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import { pounds } from '../../words/pounds.ts';
import { services } from '../../words/services.ts';
import type { Page } from '../page.ts';
import { balancesOf } from './balances-of.ts';

export const blocksPage: Page = {
  path: 'blocks',
  name: 'Blocks',
  scopes: ['finance/read'],
  View: BlocksView,
};

/** The weeks that were bought in advance, and how many of each are left by the latest statement. */
function BlocksView() {
  const { api, me } = useSession();
  const [asked] = useAsked(async () => {
    const [{ blocks }, balances] = await Promise.all([api.listBlocks(), balancesOf(api)]);
    return { blocks, balances };
  }, []);
  const isSeller = 'provider' in me.binding;
  return (
    <>
      <PageHead title="Blocks" />
      <p>Weeks that were bought in advance. What is left of each is as the latest statement says.</p>
      <Answered asked={asked}>
        {({ blocks, balances }) => (
          <Table
            caption="Blocks and their balances"
            rows={blocks}
            keyOf={({ id }) => id}
            empty="No block has been bought yet."
            columns={[
              { head: 'Block', cell: ({ id }) => <code>{id}</code> },
              isSeller
                ? { head: 'Bought by', cell: ({ commissioner }) => codeInWords(commissioner) }
                : { head: 'Bought from', cell: ({ provider }) => codeInWords(provider) },
              { head: 'Service', cell: ({ service }) => services[service] },
              {
                head: 'Good for',
                cell: ({ validFrom, validTo }) => `${dateInWords(validFrom)} to ${dateInWords(validTo)}`,
              },
              {
                head: 'Bought',
                cell: ({ weeks, pricePence }) => `${weeks} weeks, ${pounds(pricePence)}`,
              },
              {
                head: 'Left',
                cell: ({ id }) => {
                  const balance = balances.get(id);
                  if (balance === undefined) return 'In no statement yet';
                  const { weeks, pence, month, state } = balance;
                  return `${weeks} weeks, ${pounds(pence)} (${monthInWords(month)}, ${state})`;
                },
              },
            ]}
          />
        )}
      </Answered>
    </>
  );
}
