import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { instantInWords } from '../../words/instant-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import { outcomesInWords } from '../../words/run-outcomes.ts';
import { runKind } from '../../words/run-kind.ts';
import { RunState } from './run-state.tsx';
import { StartRun } from './start-run.tsx';

/** Every run, the latest first, and the form that starts one by hand. */
export function RunList() {
  const { api } = useSession();
  const [asked] = useAsked(() => api.listRuns(), []);
  return (
    <>
      <PageHead title="Runs" />
      <p>
        A run makes the packs of a month, or the statements. It starts by itself; here it can be started by
        hand.
      </p>
      <StartRun />
      <h2>Runs so far</h2>
      <Answered asked={asked}>
        {({ runs, cursor }) => (
          <>
            <Table
              caption="The latest first"
              rows={runs}
              keyOf={({ id }) => id}
              empty="No run yet."
              columns={[
                {
                  head: 'Started',
                  cell: ({ id, startedAt, asAt }) => (
                    <a href={`#/runs/${id}`}>{instantInWords(startedAt ?? asAt)}</a>
                  ),
                },
                { head: 'Month', cell: ({ month }) => monthInWords(month) },
                { head: 'Makes', cell: runKind },
                {
                  head: 'For',
                  cell: ({ commissioner }) =>
                    commissioner === undefined ? 'Everybody' : codeInWords(commissioner),
                },
                { head: 'State', cell: ({ state }) => <RunState state={state} /> },
                { head: 'Came to', cell: ({ outcomes }) => outcomesInWords(outcomes) },
              ]}
            />
            {cursor !== undefined && <p class="small">These are the latest; there were more before.</p>}
          </>
        )}
      </Answered>
    </>
  );
}
