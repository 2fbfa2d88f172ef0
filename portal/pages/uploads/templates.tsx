import { useSession } from '../../interface/session.ts';
import { saveFile } from '../../interface/save-file.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { recordTypeNames, recordTypes } from '../../words/record-types.ts';

/** Workbooks to fill in: with drop-downs, and a note on every column. */
export function Templates() {
  const { fetchFile } = useSession();
  const doing = useDoing();
  const save = async (name: string) => {
    saveFile(await fetchFile(`/v1/templates/${name}.xlsx`), `${name}.xlsx`);
  };
  return (
    <>
      <h2>Workbooks to fill in</h2>
      <p>Each has drop-downs and a note on every column. A saved workbook can be sent as it is.</p>
      <ErrorSummary message={doing.refused} />
      <p>
        <Action kind="other" doing={doing} act={() => save('all')}>
          Download one for everything
        </Action>
      </p>
      <ul>
        {recordTypeNames.map((name) => (
          <li key={name}>
            <Action kind="link" doing={doing} act={() => save(name)}>
              {recordTypes[name]} alone
            </Action>
          </li>
        ))}
      </ul>
    </>
  );
}
