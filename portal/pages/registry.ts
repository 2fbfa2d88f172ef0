import { approvePage } from './approve/approve-page.tsx';
import { clientsPage } from './clients/clients-page.tsx';
import { blocksPage } from './finance/blocks-page.tsx';
import { statementsPage } from './finance/statements-page.tsx';
import { packsPage } from './packs/packs-page.tsx';
import type { Page } from './page.ts';
import { qualityPage } from './quality/quality-page.tsx';
import { receiptsPage } from './receipts/receipts-page.tsx';
import { registriesPage } from './registries/registries-page.tsx';
import { reportsPage } from './reports/reports-page.tsx';
import { runsPage } from './runs/runs-page.tsx';
import { failedUploadsPage } from './uploads/failed-uploads-page.tsx';
import { uploadsPage } from './uploads/uploads-page.tsx';

/** Every page, in the order in which they are offered. The first one that somebody sees is where they begin. */
export const pages: readonly Page[] = [
  approvePage,
  packsPage,
  uploadsPage,
  receiptsPage,
  qualityPage,
  blocksPage,
  statementsPage,
  reportsPage,
  runsPage,
  failedUploadsPage,
  clientsPage,
  registriesPage,
];
