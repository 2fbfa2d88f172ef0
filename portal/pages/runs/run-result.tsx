import type { Run } from '../../../examples/typescript/janus-client.ts';
import { Banner } from '../../parts/banner.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { Tag, type TagKind } from '../../parts/tag.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { instantInWords } from '../../words/instant-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import { recordTypes } from '../../words/record-types.ts';
import { runFailure } from '../../words/run-failure.ts';
import { runKind } from '../../words/run-kind.ts';
import { RunState } from './run-state.tsx';

const OUTCOMES: Readonly<Record<string, readonly [TagKind, string]>> = {
  issued: ['good', 'Issued'],
  unchanged: ['good', 'Unchanged'],
  replayed: ['good', 'Repeated'],
  failed: ['bad', 'Failed'],
};

const UNUSUAL = {
  none: 'none at all',
  half: 'less than half of what is usual',
  double: 'more than twice what is usual',
};

/** What came of a run, commissioner by commissioner, and what failed, in a sentence. */
export function RunResult({ run }: { readonly run: Run }) {
  const { commissioners, warnings = [], error } = run;
  return (
    <>
      {run.state === 'succeeded' && (
        <Banner kind="done">
          <p>The run is over, and nothing failed.</p>
        </Banner>
      )}
      <SummaryList
        rows={[
          ['State', <RunState state={run.state} />],
          ['Month', monthInWords(run.month)],
          ['Makes', runKind(run)],
          ['Records received up to', instantInWords(run.asAt)],
          error === undefined ? undefined : ['What failed', runFailure(error)],
        ]}
      />
      {(run.state === 'queued' || run.state === 'running') && (
        <p role="status">
          {run.steps.length === 0 ? 'No step is done yet.' : `${run.steps.length} steps are done so far.`}{' '}
          This page looks again by itself.
        </p>
      )}
      <Table
        caption="Commissioners"
        rows={commissioners}
        keyOf={({ commissioner }) => commissioner}
        empty="None is planned yet."
        columns={[
          { head: 'Commissioner', cell: ({ commissioner }) => codeInWords(commissioner) },
          {
            head: 'Outcome',
            cell: ({ status }) => {
              const [kind, words] = OUTCOMES[status ?? ''] ?? ['plain', 'Not done yet'];
              return <Tag kind={kind}>{words}</Tag>;
            },
          },
          {
            head: 'Details',
            cell: ({ revision, error: failure, notReproduced = [] }) =>
              failure !== undefined
                ? runFailure(failure)
                : revision === undefined
                  ? notReproduced.length === 0
                    ? 'None'
                    : `Not repeated, since people were erased: ${notReproduced.join(', ')}`
                  : `Revision ${revision}`,
          },
        ]}
      />
      {warnings.length > 0 && (
        <>
          <h2>Far from usual</h2>
          <ul>
            {warnings.map(({ commissioner, provider, type, found }) => (
              <li key={`${commissioner} ${provider} ${type}`}>
                {recordTypes[type]} of {codeInWords(provider)}
                {commissioner !== undefined && ` for ${codeInWords(commissioner)}`}: {UNUSUAL[found]}.
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
