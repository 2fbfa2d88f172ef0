import { useSession } from '../../interface/session.ts';
import { saveFile } from '../../interface/save-file.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { Answered } from '../../parts/answered.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Table } from '../../parts/table.tsx';
import { readErrors } from './read-errors.ts';

const MOST_SHOWN = 200;

/** What is wrong with the rows of an upload, row by row; the whole list as a file. */
export function RowErrors({ id }: { readonly id: string }) {
  const { api } = useSession();
  const doing = useDoing();
  const fetchErrors = async () => {
    const { url } = await api.getUploadErrors({ path: { id } });
    const response = await fetch(url);
    if (!response.ok) throw new Error('The list of what is wrong could not be fetched. Try again.');
    return response.blob();
  };
  const [asked] = useAsked(async () => {
    // Each line is some hundred bytes; the first of them are enough to show.
    const text = await (await fetchErrors()).slice(0, MOST_SHOWN * 1000).text();
    return readErrors(text, MOST_SHOWN);
  }, [id]);
  return (
    <>
      <h2>What is wrong, row by row</h2>
      <p>Rows are counted as in your file: the first row of data is row 2.</p>
      <ErrorSummary message={doing.refused} />
      <Action kind="other" doing={doing} act={async () => saveFile(await fetchErrors(), 'errors.csv')}>
        Download the whole list (CSV)
      </Action>
      <Answered asked={asked}>
        {(errors) => (
          <Table
            caption={errors.length < MOST_SHOWN ? 'Rows that were left out' : `The first ${MOST_SHOWN}`}
            rows={errors}
            keyOf={(error) => Object.values(error).join(' ')}
            empty="There is nothing in the list."
            columns={[
              { head: 'Row', cell: ({ sheet, row }) => `${sheet}, row ${row}` },
              { head: 'Column', cell: ({ column }) => <code>{column}</code> },
              {
                head: 'What is wrong',
                cell: ({ message, allowed }) =>
                  allowed === '' ? message : `${message}. Allowed: ${allowed}`,
              },
              { head: 'Code', cell: ({ problem }) => <code>{problem}</code> },
            ]}
          />
        )}
      </Answered>
    </>
  );
}
