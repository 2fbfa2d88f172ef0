import * as z from 'zod';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { readCodes } from '../../shared/store/registries.ts';
import { finishBatches, type Finished } from '../../shared/submission/finish-batches.ts';
import type { finishBatchesEnv } from './env.ts';

/** Every few minutes: stores what is left of the batches that were accepted whole and cut short by a crash. */
export function createHandler(
  { TABLE_NAME, TAG_KEY_ID }: z.infer<typeof finishBatchesEnv>,
  { table: client, macs, log, now }: Pick<World, 'table' | 'macs' | 'log' | 'now'>,
): (payload: unknown) => Promise<Finished> {
  const table = { client, name: TABLE_NAME };
  const tagOf = personTags(macs, TAG_KEY_ID);

  return serveTask(log, 'finish-batches', z.unknown(), async () => {
    const finished = await finishBatches({ table, tagOf, now }, await readCodes(table, 'providers'));
    if (finished.batches > 0) log.warn('batches finished that were cut short', finished);
    return finished;
  });
}
