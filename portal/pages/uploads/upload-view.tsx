import { useEffect } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { Back } from '../../parts/back.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { UploadResult } from './upload-result.tsx';

const EVERY_MS = 1000;

/** One upload, looked at again and again until it is worked through. */
export function UploadView({ id }: { readonly id: string }) {
  const { api } = useSession();
  const [asked, again] = useAsked(() => api.getUpload({ path: { id } }), [id]);
  const isUnderWay =
    asked.state === 'answered' && (asked.answer.state === 'waiting' || asked.answer.state === 'reading');
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(again, EVERY_MS);
    return () => clearTimeout(timer);
  }, [asked, isUnderWay, again]);
  return (
    <>
      <Back to="send">Send a file</Back>
      <PageHead title="What became of the file" />
      <Answered asked={asked}>{(upload) => <UploadResult upload={upload} />}</Answered>
    </>
  );
}
