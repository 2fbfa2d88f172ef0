import { apiClient } from '../api-client.ts';
import { submitInBatches } from './batches.ts';
import type { Submitted } from './batches.ts';
import type { demoRecords } from './demo-records.ts';
import type { DemoClients } from './register.ts';
import type { Progress } from './progress.ts';

/** Submits each provider's records under its own token: placements before what hangs on them. */
export async function submitDemo(
  where: { readonly baseUrl: string; readonly tokenUrl: string },
  clients: ReadonlyMap<string, DemoClients>,
  demo: ReturnType<typeof demoRecords>,
  progress: Progress,
): Promise<Submitted> {
  const parts: Submitted[] = [];
  for (const { provider, records } of demo) {
    const own = clients.get(provider.code);
    if (own === undefined) throw new Error(`${provider.name} has no client to submit with`);
    const client = apiClient(where, own.records);
    const placements = records.filter(({ type }) => type === 'placement');
    const others = records.filter(({ type }) => type !== 'placement');
    for (const part of [placements, others])
      parts.push(await submitInBatches(client, part, (sent) => progress.advance(sent)));
  }
  return {
    accepted: parts.reduce((sum, { accepted }) => sum + accepted, 0),
    refused: parts.reduce((sum, { refused }) => sum + refused, 0),
    firstRefusal: parts.find(({ firstRefusal }) => firstRefusal !== undefined)?.firstRefusal,
  };
}
