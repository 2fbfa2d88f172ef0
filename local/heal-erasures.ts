import { personTags } from '../shared/privacy/person-tags.ts';
import { upholdErasures } from '../shared/privacy/uphold-erasures.ts';
import type { World } from '../shared/platform/world.ts';
import { readErasureLedger } from '../shared/store/erasure-ledger.ts';
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
  const { finished, people } = await upholdErasures({ table, bucket, tagOf, now: world.now }, async () =>
    endedByItself ? [] : readErasureLedger(bucket),
  );
  if (finished > 0 || people > 0) world.log.info('erasures healed', { finished, people });
}
