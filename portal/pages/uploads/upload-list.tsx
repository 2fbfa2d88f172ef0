import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { Table } from '../../parts/table.tsx';
import { instantInWords } from '../../words/instant-in-words.ts';
import { UploadState } from './upload-state.tsx';
import { whatIn } from './what-in.ts';

/** A provider's files, the latest first. */
export function UploadList() {
  const { api } = useSession();
  const [asked] = useAsked(() => api.listUploads(), []);
  return (
    <>
      <h2>Files you sent</h2>
      <Answered asked={asked}>
        {({ uploads, cursor }) => (
          <>
            <Table
              caption="The latest first"
              rows={uploads}
              keyOf={({ id }) => id}
              empty="No file has been sent yet."
              columns={[
                {
                  head: 'Opened',
                  cell: ({ id, openedAt }) => <a href={`#/send/${id}`}>{instantInWords(openedAt)}</a>,
                },
                { head: 'File', cell: whatIn },
                { head: 'Asked for', cell: ({ mode }) => (mode === 'validate' ? 'A trial' : 'To send it') },
                { head: 'State', cell: ({ state }) => <UploadState state={state} /> },
              ]}
            />
            {cursor !== undefined && <p class="small">These are the latest; there were more before.</p>}
          </>
        )}
      </Answered>
    </>
  );
}
