import * as z from 'zod';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { enforceRetention, type Removed } from '../../shared/privacy/enforce-retention.ts';
import { finishErasures } from '../../shared/privacy/finish-erasures.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { readCodes } from '../../shared/store/registries.ts';
import type { enforceRetentionEnv } from './env.ts';

/** What a night's work removed: by provider, and how many erasures it finished. */
type Report = { readonly removed: Readonly<Record<string, Removed>>; readonly erasuresFinished: number };

/** Every night: finishes erasures that were cut short, then removes what has been kept long enough. */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET, TAG_KEY_ID }: z.infer<typeof enforceRetentionEnv>,
  world: Pick<World, 'table' | 'objects' | 'macs' | 'log' | 'now' | 'newId'>,
): (payload: unknown) => Promise<Report> {
  const { log, now, newId } = world;
  const table = { client: world.table, name: TABLE_NAME };
  const bucket = { client: world.objects, name: PACKS_BUCKET };
  const tagOf = personTags(world.macs, TAG_KEY_ID);

  return serveTask(log, 'enforce-retention', z.unknown(), async () => {
    const [providers, commissioners] = await Promise.all([
      readCodes(table, 'providers'),
      readCodes(table, 'commissioners'),
    ]);
    const [finished] = await Promise.allSettled([finishErasures({ table, bucket, tagOf, now }, providers)]);
    const removed = await enforceRetention({ table, tagOf, now, newId, providers, commissioners });
    for (const [provider, { people, records }] of removed)
      log.info('records removed by their age', { provider, people, ...records });
    if (finished.status === 'rejected') throw finished.reason;
    const erasuresFinished = finished.value;
    log.info('retention enforced', { providers: removed.size, erasuresFinished });
    return { removed: Object.fromEntries(removed), erasuresFinished };
  });
}
