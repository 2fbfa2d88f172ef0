import * as z from 'zod';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { londonDate } from '../../shared/records/london.ts';
import { registries } from '../../shared/records/registries.ts';
import { readAwaited } from '../../shared/referrers/read-awaited.ts';
import { tellReferrer } from '../../shared/referrers/tell-referrer.ts';
import { readEntries } from '../../shared/store/registries.ts';
import type { tellReferrersEnv } from './env.ts';

/** How many referrers were told, and of how many reports. */
type Report = { readonly referrers: number; readonly reports: number };

/** Every night: tells each referrer that reports have become due, and nothing of whose they are. */
export function createHandler(
  { TABLE_NAME, TAG_KEY_ID, NOTICES_TOPIC_ARN }: z.infer<typeof tellReferrersEnv>,
  { table: client, macs, alerts, log, now }: Pick<World, 'table' | 'macs' | 'alerts' | 'log' | 'now'>,
): (payload: unknown) => Promise<Report> {
  const table = { client, name: TABLE_NAME };
  const telling = { table, alerts, topic: NOTICES_TOPIC_ARN, tagOf: personTags(macs, TAG_KEY_ID) };

  return serveTask(log, 'tell-referrers', z.unknown(), async () => {
    const today = londonDate(now().toISOString());
    const told: number[] = [];
    for (const { id, data } of await readEntries(table, 'referrers')) {
      const { name } = registries.referrers.parse(data);
      const awaited = await readAwaited(table, { referrer: id }, today);
      told.push(await tellReferrer(telling, { id, name }, awaited, today));
    }
    const referrers = told.filter((reports) => reports > 0).length;
    const reports = told.reduce((sum, count) => sum + count, 0);
    log.info('referrers told of reports due', { referrers, reports });
    return { referrers, reports };
  });
}
