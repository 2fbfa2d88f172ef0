import { personTags } from '../shared/privacy/person-tags.ts';
import type { World } from '../shared/platform/world.ts';
import { readCodes } from '../shared/store/registries.ts';
import { finishBatches } from '../shared/submission/finish-batches.ts';
import { storeNames } from './stores.ts';

/** Stores what is left of the batches that the last process accepted whole, before anybody is answered. */
export async function healBatches(world: World, keyId: string): Promise<void> {
  const table = { client: world.table, name: storeNames.TABLE_NAME };
  const tagOf = personTags(world.macs, keyId);
  const providers = await readCodes(table, 'providers');
  const finished = await finishBatches({ table, tagOf, now: world.now }, providers, 0);
  if (finished.batches > 0) world.log.info('batches healed', finished);
}
