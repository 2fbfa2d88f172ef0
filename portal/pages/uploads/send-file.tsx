import { PageHead } from '../../parts/page-head.tsx';
import { SendForm } from './send-form.tsx';
import { Templates } from './templates.tsx';
import { UploadList } from './upload-list.tsx';

/** Everything about files: to send one, what became of earlier ones, workbooks to fill in. */
export const SendFile = () => (
  <>
    <PageHead title="Send a file" />
    <p>
      Try a file first: every row is checked and nothing is kept. Sending the same file twice changes nothing.
    </p>
    <SendForm />
    <UploadList />
    <Templates />
  </>
);
