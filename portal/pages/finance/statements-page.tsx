import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import type { Page } from '../page.ts';
import { StatementState } from './statement-state.tsx';
import { StatementView } from './statement-view.tsx';

export const statementsPage: Page = {
  path: 'statements',
  name: 'Statements',
  scopes: ['finance/read'],
  View: ({ rest: [commissioner, provider, month] }) =>
    commissioner === undefined || provider === undefined || month === undefined ? (
      <StatementList />
    ) : (
      <StatementView commissioner={commissioner} provider={provider} month={month} />
    ),
};

/** Every statement of a party, the latest month first. */
function StatementList() {
  const { api, me } = useSession();
  const [asked] = useAsked(() => api.listStatements(), []);
  const isSeller = 'provider' in me.binding;
  return (
    <>
      <PageHead title="Statements" />
      <p>
        A month between a commissioner and a provider. It is provisional until the seventh of the next month,
        then final; what moves later is adjusted in another.
      </p>
      <Answered asked={asked}>
        {({ statements }) => (
          <Table
            caption="Statements by month"
            rows={statements.toSorted((a, b) => orderOf(b).localeCompare(orderOf(a)))}
            keyOf={orderOf}
            empty="There is no statement yet. Statements are made every night."
            columns={[
              {
                head: 'Month',
                cell: ({ commissioner, provider, month }) => (
                  <a href={`#/statements/${commissioner}/${provider}/${month}`}>
                    {monthInWords(month)}
                    <span class="hidden"> with {codeInWords(isSeller ? commissioner : provider)}</span>
                  </a>
                ),
              },
              isSeller
                ? { head: 'Commissioner', cell: ({ commissioner }) => codeInWords(commissioner) }
                : { head: 'Provider', cell: ({ provider }) => codeInWords(provider) },
              { head: 'State', cell: ({ state }) => <StatementState state={state} /> },
            ]}
          />
        )}
      </Answered>
    </>
  );
}

const orderOf = ({
  commissioner,
  provider,
  month,
}: Readonly<Record<'commissioner' | 'provider' | 'month', string>>) => `${month} ${commissioner} ${provider}`;
