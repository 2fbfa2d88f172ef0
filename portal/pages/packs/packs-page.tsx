import type { Page } from '../page.ts';
import { PackList } from './pack-list.tsx';
import { PackView } from './pack-view.tsx';

export const packsPage: Page = {
  path: 'packs',
  name: 'Packs',
  scopes: ['packs/read'],
  parties: ['commissioner', 'operator'],
  View: ({ rest: [commissioner, month, revision] }) =>
    commissioner === undefined || month === undefined ? (
      <PackList />
    ) : (
      <PackView
        key={`${commissioner}/${month}`}
        commissioner={commissioner}
        month={month}
        revision={revision}
      />
    ),
};
