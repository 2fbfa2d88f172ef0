import { useState } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { Back } from '../../parts/back.tsx';
import { Done } from '../../parts/done.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import type { PackAt } from '../packs/at.ts';
import { ReadPack } from '../packs/read-pack.tsx';
import { Approvals } from './approvals.tsx';
import { GateTable } from './gate-table.tsx';

/** The latest revision of a month on its way to its readers: what the machine checked, the pack itself, what people say. */
export function ApproveRevision({ at }: { readonly at: PackAt }) {
  const { api } = useSession();
  const [asked, again] = useAsked(async () => {
    const { revisions } = await api.getPack({ path: at });
    const revision = revisions.at(-1);
    if (revision === undefined) return undefined;
    const query = { revision: String(revision.revision) };
    return { revision, gate: await api.getGate({ path: at, query }) };
  }, [at.commissioner, at.month]);
  const [done, setDone] = useState<string>();
  const look = () => {
    setDone(undefined);
    again();
  };
  const tell = (what: string) => {
    setDone(what);
    again();
  };
  return (
    <>
      <Back to="approve">All packs that wait</Back>
      <PageHead
        title={monthInWords(at.month)}
        caption={`Approve the outcome pack of ${codeInWords(at.commissioner)}`}
      />
      <Done what={done} />
      <Answered asked={asked}>
        {(answer) =>
          answer === undefined ? (
            <p>No revision of this month has been issued.</p>
          ) : (
            <>
              <GateTable gate={answer.gate} revision={answer.revision} />
              <ReadPack key={answer.revision.revision} at={at} revision={answer.revision.revision} />
              <Approvals at={at} revision={answer.revision} gate={answer.gate} onDone={tell} onLook={look} />
            </>
          )
        }
      </Answered>
    </>
  );
}
