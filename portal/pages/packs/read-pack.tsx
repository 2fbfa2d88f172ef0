import { useState } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { monthInWords } from '../../words/month-in-words.ts';
import type { PackAt } from './at.ts';

type ReadPackProps = { readonly at: PackAt; readonly revision: number };

/**
 * The pack to read within the page. Its link is made when it is asked for; the frame lets it run the script that puts
 * its tables in order, and nothing that reaches out of the frame.
 */
export function ReadPack({ at, revision }: ReadPackProps) {
  const { api } = useSession();
  const doing = useDoing();
  const [url, setUrl] = useState<string>();
  const open = async () => {
    const path = { ...at, name: 'pack.html' };
    setUrl((await api.getPackFile({ path, query: { revision: String(revision) } })).url);
  };
  return (
    <section class="on-screen" aria-label="Read the pack">
      <h2>Read the pack</h2>
      <ErrorSummary message={doing.refused} />
      {url === undefined ? (
        <Action doing={doing} act={open}>
          Read it here
        </Action>
      ) : (
        <>
          <button type="button" class="other" onClick={() => setUrl(undefined)}>
            Close the pack
          </button>
          <iframe
            class="pack"
            title={`Outcome pack of ${monthInWords(at.month)}, revision ${revision}`}
            sandbox="allow-scripts"
            src={url}
          />
        </>
      )}
    </section>
  );
}
