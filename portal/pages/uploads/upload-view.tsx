import { useSession } from '../../interface/session.ts';
import { useWatched } from '../../interface/use-watched.ts';
import { Answered } from '../../parts/answered.tsx';
import { Back } from '../../parts/back.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { UploadResult } from './upload-result.tsx';

const EVERY_MS = 1000;

/** One upload, looked at again and again until it is worked through. */
export function UploadView({ id }: { readonly id: string }) {
  const { api } = useSession();
  const asked = useWatched(
    () => api.getUpload({ path: { id } }),
    [id],
    ({ state }) => state === 'waiting' || state === 'reading',
    EVERY_MS,
  );
  return (
    <>
      <Back to="send">Send a file</Back>
      <PageHead title="What became of the file" />
      <Answered asked={asked}>{(upload) => <UploadResult upload={upload} />}</Answered>
    </>
  );
}
