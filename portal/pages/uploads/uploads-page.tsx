import type { Page } from '../page.ts';
import { SendFile } from './send-file.tsx';
import { UploadView } from './upload-view.tsx';

export const uploadsPage: Page = {
  path: 'send',
  name: 'Send a file',
  scopes: ['records/write'],
  parties: ['provider'],
  View: ({ rest: [id] }) => (id === undefined ? <SendFile /> : <UploadView key={id} id={id} />),
};
