import type { Page } from '../page.ts';
import { ApproveRevision } from './approve-revision.tsx';
import { WaitingPacks } from './waiting-packs.tsx';

export const approvePage: Page = {
  path: 'approve',
  name: 'Approve and release',
  scopes: ['packs/release'],
  parties: ['commissioner', 'operator'],
  View: ({ rest: [commissioner, month] }) =>
    commissioner === undefined || month === undefined ? (
      <WaitingPacks />
    ) : (
      <ApproveRevision key={`${commissioner}/${month}`} at={{ commissioner, month }} />
    ),
};
