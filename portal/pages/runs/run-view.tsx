import { useSession } from '../../interface/session.ts';
import { useWatched } from '../../interface/use-watched.ts';
import { Answered } from '../../parts/answered.tsx';
import { Back } from '../../parts/back.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { RunResult } from './run-result.tsx';

const EVERY_MS = 2000;

/** One run, looked at again and again until it is over. */
export function RunView({ id }: { readonly id: string }) {
  const { api } = useSession();
  const asked = useWatched(
    () => api.getRun({ path: { id } }),
    [id],
    ({ state }) => state === 'queued' || state === 'running',
    EVERY_MS,
  );
  return (
    <>
      <Back to="runs">All runs</Back>
      <PageHead title="Run" />
      <Answered asked={asked}>{(run) => <RunResult run={run} />}</Answered>
    </>
  );
}
