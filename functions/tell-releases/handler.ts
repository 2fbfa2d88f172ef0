import * as z from 'zod';
import { auditDeeds } from '../../shared/deliver/audit-deeds.ts';
import { tellRelease } from '../../shared/deliver/tell-release.ts';
import { placeOf } from '../../shared/platform/place-of-error.ts';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { readUntold } from '../../shared/store/releases.ts';
import type { tellReleasesEnv } from './env.ts';

/** What came of a sweep. */
type Swept = { readonly releases: number; readonly failed: number };

/** So many releases are looked at each time; what is left waits for the next, ahead of what was tried now. */
const MOST_AT_A_TIME = 10;

/** Whoever releases tells at once: what is younger may be under way. */
const UNDER_WAY_MS = 60_000;

/**
 * Every ten minutes: sends the message of a release to whom a crash or an error left untold, and completes its audit.
 * Where this fails a release stands and its readers may not have been told of it: they still find it by signing in.
 */
export function createHandler(
  { TABLE_NAME, PORTAL_URL }: z.infer<typeof tellReleasesEnv>,
  { table: client, mail, log, now }: Pick<World, 'table' | 'mail' | 'log' | 'now'>,
): (payload: unknown) => Promise<Swept> {
  const table = { client, name: TABLE_NAME };
  const telling = { table, mail, log, now, portal: PORTAL_URL };

  return serveTask(log, 'tell-releases', z.unknown(), async () => {
    const untold = await readUntold(table, MOST_AT_A_TIME);
    const due = untold.filter(
      ({ released }) => released !== undefined && now().getTime() - Date.parse(released.at) > UNDER_WAY_MS,
    );
    let failed = 0;
    for (const release of due) {
      const { commissioner, month } = release;
      try {
        await auditDeeds(table, release);
        await tellRelease(telling, release);
      } catch (error) {
        // One that cannot be told holds up no other.
        failed += 1;
        log.error('release not told', { commissioner, month, ...placeOf(error) });
      }
    }
    if (due.length > 0) log.warn('releases told late', { releases: due.length, failed });
    return { releases: due.length, failed };
  });
}
