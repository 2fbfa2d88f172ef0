import type * as z from 'zod';
import { providerOf } from '../../shared/platform/caller.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { londonDate } from '../../shared/records/london.ts';
import { readAwaited } from '../../shared/referrers/read-awaited.ts';
import { readCodes } from '../../shared/store/registries.ts';
import type { listDueReportsEnv } from './env.ts';

/**
 * `GET /v1/referrer-reports/due`: the reports that are due and were not issued since, a referrer's own or those on a
 * provider's people for all registered referrers.
 */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof listDueReportsEnv>,
  { table: client, log, now }: Pick<World, 'table' | 'log' | 'now'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(log, async ({ caller }) => {
    const today = londonDate(now().toISOString());
    const reports = [];
    if ('referrer' in caller.binding) {
      reports.push(...(await readAwaited(table, { referrer: caller.binding.referrer }, today)));
    } else {
      const provider = providerOf(caller);
      for (const referrer of await readCodes(table, 'referrers'))
        reports.push(...(await readAwaited(table, { referrer, provider }, today)));
      reports.sort((a, b) => (a.dueBy < b.dueBy ? -1 : a.dueBy > b.dueBy ? 1 : 0));
    }
    return { status: 200, body: { reports }, headers: { 'cache-control': 'no-store' } };
  });
}
