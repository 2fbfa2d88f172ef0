import { useState } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Done } from '../../parts/done.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { instantInWords } from '../../words/instant-in-words.ts';
import type { Page } from '../page.ts';
import { UploadState } from './upload-state.tsx';
import { whatIn } from './what-in.ts';

export const failedUploadsPage: Page = {
  path: 'failed-uploads',
  name: 'Failed uploads',
  scopes: ['admin/all'],
  parties: ['operator'],
  View: FailedUploadsView,
};

/** The files that failed on our side, each to go on from where it stopped. */
function FailedUploadsView() {
  const { api } = useSession();
  const doing = useDoing();
  const [asked, again] = useAsked(() => api.listUploads(), []);
  const [done, setDone] = useState<string>();
  const replay = async (id: string) => {
    await api.replayUpload({ path: { id } });
    setDone(`The upload ${id} goes on from where it stopped. It is back on this list should it fail again.`);
    again();
  };
  return (
    <>
      <PageHead title="Failed uploads" />
      <p>
        Files that failed on our side, or were opened over an hour ago and did not end. What was taken in
        stays, and going on takes nothing twice.
      </p>
      <Done what={done} />
      <ErrorSummary message={doing.refused} />
      <Answered asked={asked}>
        {({ uploads }) => (
          <Table
            caption="The latest first"
            rows={uploads}
            keyOf={({ id }) => id}
            empty="No upload has failed."
            columns={[
              { head: 'Opened', cell: ({ openedAt }) => instantInWords(openedAt) },
              {
                head: 'Provider',
                cell: ({ provider }) => (provider === undefined ? 'Unknown' : codeInWords(provider)),
              },
              { head: 'File', cell: whatIn },
              { head: 'State', cell: ({ state }) => <UploadState state={state} /> },
              {
                head: 'What failed',
                cell: ({ failed }) =>
                  failed === undefined
                    ? 'Nothing is known; it stopped'
                    : `${instantInWords(failed.at)}, ${failed.name}`,
              },
              { head: 'Upload', cell: ({ id }) => <code>{id}</code> },
              {
                head: 'To do',
                cell: ({ id }) => (
                  <Action kind="link" doing={doing} act={() => replay(id)} of={`upload ${id}`}>
                    Let it go on
                  </Action>
                ),
              },
            ]}
          />
        )}
      </Answered>
    </>
  );
}
