import type { Page } from '../page.ts';
import { RunList } from './run-list.tsx';
import { RunView } from './run-view.tsx';

export const runsPage: Page = {
  path: 'runs',
  name: 'Runs',
  scopes: ['admin/all'],
  parties: ['operator'],
  View: ({ rest: [id] }) => (id === undefined ? <RunList /> : <RunView key={id} id={id} />),
};
