import { useSession } from '../../interface/session.ts';
import { saveLinked } from '../../interface/save-linked.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Table } from '../../parts/table.tsx';
import { packFiles } from '../../words/pack-files.ts';
import type { PackAt } from './at.ts';
import type { Revision } from './revision.ts';

type PackFilesProps = { readonly at: PackAt; readonly revision: Revision };

/** The files of a revision, each with what it is for; a link to one is made when it is asked for. */
export function PackFiles({ at, revision }: PackFilesProps) {
  const { api } = useSession();
  const doing = useDoing();
  const save = async (name: string) => {
    const query = { revision: String(revision.revision), disposition: 'attachment' } as const;
    saveLinked((await api.getPackFile({ path: { ...at, name }, query })).url);
  };
  return (
    <section aria-label="Download">
      <h2>Download</h2>
      <ErrorSummary message={doing.refused} />
      <Table
        caption={`Files of revision ${revision.revision}`}
        rows={packFiles.filter(([name]) => revision.files.includes(name))}
        keyOf={([name]) => name}
        empty="There are no files."
        columns={[
          {
            head: 'File',
            cell: ([name]) => (
              <Action kind="link" doing={doing} act={() => save(name)}>
                <span class="hidden">Download </span>
                {name}
              </Action>
            ),
          },
          { head: 'What it is', cell: ([, what]) => what },
        ]}
      />
    </section>
  );
}
