import type { Upload } from '../../../examples/typescript/janus-client.ts';
import { Banner } from '../../parts/banner.tsx';
import { Progress } from '../../parts/progress.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { count } from '../../words/count.ts';
import { instantInWords } from '../../words/instant-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import { passedOver } from '../../words/passed-over.ts';
import { recordTypeNames, recordTypes } from '../../words/record-types.ts';
import { RowErrors } from './row-errors.tsx';
import { UploadState } from './upload-state.tsx';
import { whatIn } from './what-in.ts';

/** Where an upload is, what became of its rows, and what is wrong with those that were left out. */
export function UploadResult({ upload }: { readonly upload: Upload }) {
  const { mode, state, counts, rows, rowsRead, types, problem, affects = [] } = upload;
  const { sheetsPassedOver = [] } = upload;
  const isTrial = mode === 'validate';
  return (
    <>
      {state === 'done' && <Outcome upload={upload} />}
      <SummaryList
        rows={[
          ['State', <UploadState state={state} />],
          ['File', whatIn(upload)],
          ['Asked for', isTrial ? 'A trial: nothing is kept' : 'To send it: what is right is kept'],
          ['Opened', instantInWords(upload.openedAt)],
        ]}
      />
      {(state === 'waiting' || state === 'reading') && (
        <Progress
          label={state === 'waiting' ? 'Waiting for the file' : 'Reading'}
          done={rowsRead}
          of={rows}
          text={
            rows === undefined
              ? 'The file is being looked through.'
              : `${count(rowsRead, 'row')} of ${rows.toLocaleString('en-GB')}`
          }
        />
      )}
      {problem !== undefined && <Problem problem={problem} />}
      {rowsRead > 0 && (
        <Table
          caption={isTrial ? 'What would become of the rows' : 'What became of the rows'}
          rows={recordTypeNames.flatMap((type) => {
            const of = types[type];
            return of === undefined ? [] : [{ type, of }];
          })}
          keyOf={({ type }) => type}
          empty="No row has been read yet."
          columns={[
            { head: 'Kind', cell: ({ type }) => recordTypes[type] },
            { head: 'New', cell: ({ of }) => of.created.toLocaleString('en-GB'), numeric: true },
            { head: 'Changed', cell: ({ of }) => of.amended.toLocaleString('en-GB'), numeric: true },
            { head: 'As before', cell: ({ of }) => of.unchanged.toLocaleString('en-GB'), numeric: true },
            { head: 'Left out', cell: ({ of }) => of.rejected.toLocaleString('en-GB'), numeric: true },
          ]}
        />
      )}
      {sheetsPassedOver.length > 0 && (
        <p>
          {passedOver(sheetsPassedOver)} Where it holds records, name it as in the workbook to fill in, and
          send the file again.
        </p>
      )}
      {affects.length > 0 && (
        <>
          <h2>Packs that were issued before</h2>
          <p>
            Some rows are of months whose packs stand already. Those stay as they are until the operator runs
            the month again.
          </p>
          <ul>
            {affects.map(({ commissioner, month, revision }) => (
              <li key={`${commissioner}/${month}`}>
                {monthInWords(month)} of {codeInWords(commissioner)}, revision {revision}
              </li>
            ))}
          </ul>
        </>
      )}
      {state === 'done' && counts.rejected > 0 && <RowErrors id={upload.id} />}
    </>
  );
}

function Outcome({ upload: { mode, counts } }: { readonly upload: Upload }) {
  const good = counts.created + counts.amended + counts.unchanged;
  const left = counts.rejected === 0 ? '' : ` ${count(counts.rejected, 'row')} cannot be taken; see below.`;
  return (
    <Banner kind={counts.rejected === 0 ? 'done' : 'important'}>
      {mode === 'validate' ? (
        <p>
          {count(good, 'row')} would be taken.{left} Nothing was kept: <a href="#/send">send the file</a> when
          you are content.
        </p>
      ) : (
        <p>
          {count(good, 'row')} taken.{left}
        </p>
      )}
    </Banner>
  );
}

function Problem({ problem }: { readonly problem: NonNullable<Upload['problem']> }) {
  return (
    <div class="summary" role="alert">
      <h2>The file was not taken</h2>
      <p>{problem.detail}</p>
      {problem.errors !== undefined && (
        <ul>
          {problem.errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <code>{field}</code>: {message}
            </li>
          ))}
        </ul>
      )}
      <p class="small">Code: {problem.code}</p>
    </div>
  );
}
