import * as z from 'zod';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { londonDate } from '../../shared/records/london.ts';
import { issueStatement } from '../../shared/statements/issue-statement.ts';
import { makeStatements } from '../../shared/statements/make-statements.ts';
import { readAccount } from '../../shared/statements/read-account.ts';
import { tellOfBlocks } from '../../shared/statements/tell-of-blocks.ts';
import { usageOf } from '../../shared/statements/usage.ts';
import { addStep } from '../../shared/store/runs.ts';
import { statementFolder } from '../../shared/store/statement-files.ts';
import type { reconcileBlocksEnv } from './env.ts';

const payloadSchema = z.object({ runId: z.string(), asAt: z.string(), commissioner: z.string() });

/** What render-statements goes on with, or that there is nothing between this commissioner and anybody. */
type Reconciled = z.infer<typeof payloadSchema> &
  ({ readonly status: 'unchanged' } | { readonly status: 'computed'; readonly folders: readonly string[] });

/**
 * One commissioner's statements: reads placements, attendance, blocks and claims, draws every placement week, writes
 * down what each statement says and moved, and tells of the blocks that are past a point.
 */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET, TAG_KEY_ID, ALERTS_TOPIC_ARN }: z.infer<typeof reconcileBlocksEnv>,
  {
    table: client,
    objects,
    macs,
    alerts,
    log,
    meter,
    now,
  }: Pick<World, 'table' | 'objects' | 'macs' | 'alerts' | 'log' | 'meter' | 'now'>,
): (payload: unknown) => Promise<Reconciled> {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };
  const telling = { table, alerts, topic: ALERTS_TOPIC_ARN };
  const tagOf = personTags(macs, TAG_KEY_ID);

  return serveTask(log, 'reconcile-blocks', payloadSchema, async (job) => {
    const { runId, commissioner, asAt } = job;
    const today = londonDate(asAt);
    const account = await readAccount({ table, bucket, tagOf }, { commissioner, asAt });
    // What a run before this one wrote down and did not get to write out is written out now.
    const folders = account.incomplete.map(statementFolder);
    const used = account.providers.map((of) => ({ of, charges: usageOf(of, commissioner, today) }));
    for (const { of, charges } of used) {
      const { placementByTag } = of;
      const ledgers = makeStatements(account, of, { charges, today, madeAt: asAt });
      for (const ledger of ledgers)
        folders.push(await issueStatement(bucket, ledger, { placementByTag, today }));
    }
    let told = 0;
    for (const { of, charges } of used) told += await tellOfBlocks(telling, account, of, { charges, today });
    await addStep(table, runId, { step: 'reconciled', commissioner, at: now().toISOString() });
    log.info('blocks reconciled', { runId, commissioner, statements: folders.length, alerts: told });
    meter.count('BlocksCrossed', told);
    return folders.length === 0 ? { ...job, status: 'unchanged' } : { ...job, status: 'computed', folders };
  });
}
