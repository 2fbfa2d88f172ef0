import { finishErasures } from '../shared/privacy/finish-erasures.ts';
import { personTags } from '../shared/privacy/person-tags.ts';
import { replayErasures } from '../shared/privacy/replay-erasures.ts';
import type { World } from '../shared/platform/world.ts';
import { readErasureLedger } from '../shared/store/erasure-ledger.ts';
import { readEntries } from '../shared/store/registries.ts';
import { storeNames } from './stores.ts';

/**
 * Brings erasures to their end that the last process left: those it had begun, and, where it did not end by itself,
 * whatever a writer of its had written that an erasure had overtaken. On AWS the nightly sweep does the first, and
 * `npm run replay-erasures` the second.
 */
export async function healErasures(world: World, keyId: string, endedByItself: boolean): Promise<void> {
  const table = { client: world.table, name: storeNames.TABLE_NAME };
  const bucket = { client: world.objects, name: storeNames.PACKS_BUCKET };
  const tagOf = personTags(world.macs, keyId);
  const providers = (await readEntries(table, 'providers')).map(({ id }) => id);
  const finished = await finishErasures({ table, bucket, tagOf, now: world.now }, providers, 0);
  const replayed = endedByItself
    ? undefined
    : await replayErasures(table, tagOf, await readErasureLedger(bucket));
  if (finished > 0 || (replayed?.people ?? 0) > 0)
    world.log.info('erasures healed', { finished, people: replayed?.people ?? 0 });
}
