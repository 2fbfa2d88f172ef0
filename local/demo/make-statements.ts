import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ApiClient, apiClient } from '../api-client.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { demoBlocks, demoClaims } from './demo-finance.ts';
import type { demoRecords } from './demo-records.ts';
import type { DemoClients } from './register.ts';

const FILES = { pdf: 'statement.pdf', xlsx: 'statement.xlsx', csv: 'invoice-lines.csv' } as const;

/** Sends the demonstration's blocks and claims, each by its provider's finance. */
export async function submitFinance(
  where: { readonly baseUrl: string; readonly tokenUrl: string },
  clients: ReadonlyMap<string, DemoClients>,
  demo: ReturnType<typeof demoRecords>,
): Promise<void> {
  const blocks = demoBlocks();
  for (const [provider, { finance }] of clients) {
    const client = apiClient(where, finance);
    for (const { id, data } of blocks) if (data.provider === provider) await client.putBlock(id, data);
    for (const { id, data } of demoClaims(demo, blocks))
      if (data.provider === provider) await client.putClaim(id, data);
  }
}

/** Runs the statements as every night does. */
export async function runStatements(
  operator: Pick<ApiClient, 'startStatementRun' | 'waitForRun'>,
): Promise<void> {
  const { state } = await operator.waitForRun(await operator.startStatementRun());
  if (state === 'failed') throw new Error('the run of the statements failed');
}

/**
 * Saves every file of every statement that a client may read under `folder/<commissioner>/<month>/<state>/<provider>/`.
 *
 * @returns those folders, oldest month first
 */
export async function downloadStatements(
  finance: Pick<ApiClient, 'listStatements' | 'downloadStatement'>,
  folder: string,
): Promise<string[]> {
  return inParallel(4, await finance.listStatements(), async (statement) => {
    const { commissioner, provider, month, state } = statement;
    const into = path.join(folder, commissioner, month, state, provider);
    await mkdir(into, { recursive: true });
    for (const format of ['pdf', 'xlsx', 'csv'] as const)
      await writeFile(path.join(into, FILES[format]), await finance.downloadStatement(statement, format));
    return into;
  });
}
