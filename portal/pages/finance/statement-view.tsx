import { useSession } from '../../interface/session.ts';
import { saveLinked } from '../../interface/save-linked.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Back } from '../../parts/back.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { instantInWords } from '../../words/instant-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import { pounds } from '../../words/pounds.ts';
import { StatementState } from './statement-state.tsx';

type StatementViewProps = Readonly<Record<'commissioner' | 'provider' | 'month', string>>;

const FORMATS = [
  ['pdf', 'Download the statement (PDF)'],
  ['xlsx', 'Download the workbook (Excel)'],
  ['csv', 'Download the invoice lines (CSV)'],
] as const;

/** One statement: what is due, what each block had and has, and its files. */
export function StatementView(path: StatementViewProps) {
  const { api } = useSession();
  const doing = useDoing();
  const { commissioner, provider, month } = path;
  const [asked] = useAsked(() => api.getStatement({ path }), [commissioner, provider, month]);
  const save = async (format: (typeof FORMATS)[number][0]) => {
    const { url } = await api.getStatement({ path, query: { format, disposition: 'attachment' } });
    if (typeof url === 'string') saveLinked(url);
  };
  return (
    <>
      <Back to="statements">All statements</Back>
      <PageHead
        title={monthInWords(month)}
        caption={`Statement between ${codeInWords(commissioner)} and ${codeInWords(provider)}`}
      />
      <Answered asked={asked}>
        {({ state, madeAt, due, blocks }) => (
          <>
            <SummaryList
              rows={[
                ['State', <StatementState state={state} />],
                ['Made', instantInWords(madeAt)],
                ['Blocks bought', pounds(due.bought)],
                ['Used on the spot', pounds(due.spot)],
                ['Adjustments of earlier months', pounds(due.adjustments)],
                ['Due in all, without VAT', <strong>{pounds(due.total)}</strong>],
              ]}
            />
            <ErrorSummary message={doing.refused} />
            <p>
              {FORMATS.map(([format, words]) => (
                <Action key={format} kind="other" doing={doing} act={() => save(format)}>
                  {words}
                </Action>
              ))}
            </p>
            <Table
              caption="Blocks in this month"
              rows={blocks}
              keyOf={({ block }) => block}
              empty="No block had weeks in this month."
              columns={[
                { head: 'Block', cell: ({ block }) => <code>{block}</code> },
                ...(['opening', 'bought', 'used', 'expired', 'closing'] as const).map((part) => ({
                  head: PARTS[part],
                  cell: (line: (typeof blocks)[number]) =>
                    `${line[part].weeks} (${pounds(line[part].pence)})`,
                  numeric: true,
                })),
              ]}
            />
            <p class="small">Weeks, and in brackets what they are worth.</p>
          </>
        )}
      </Answered>
    </>
  );
}

const PARTS = {
  opening: 'At the start',
  bought: 'Bought',
  used: 'Used',
  expired: 'Expired',
  closing: 'Left',
} as const;
