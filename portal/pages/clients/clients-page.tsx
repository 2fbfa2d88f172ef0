import type { Page } from '../page.ts';
import { ClientList } from './client-list.tsx';

export const clientsPage: Page = {
  path: 'clients',
  name: 'Clients',
  scopes: ['admin/all'],
  parties: ['operator'],
  View: ClientList,
};
