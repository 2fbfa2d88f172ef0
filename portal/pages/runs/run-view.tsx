import { useEffect } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { Back } from '../../parts/back.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { RunResult } from './run-result.tsx';

const EVERY_MS = 2000;

/** One run, looked at again and again until it is over. */
export function RunView({ id }: { readonly id: string }) {
  const { api } = useSession();
  const [asked, again] = useAsked(() => api.getRun({ path: { id } }), [id]);
  const isUnderWay =
    asked.state === 'answered' && (asked.answer.state === 'queued' || asked.answer.state === 'running');
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(again, EVERY_MS);
    return () => clearTimeout(timer);
  }, [asked, isUnderWay, again]);
  return (
    <>
      <Back to="runs">All runs</Back>
      <PageHead title="Run" />
      <Answered asked={asked}>{(run) => <RunResult run={run} />}</Answered>
    </>
  );
}
