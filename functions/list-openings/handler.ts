import * as z from 'zod';
import { openablePacks } from '../../shared/deliver/openable-packs.ts';
import { keepRefusedPacks } from '../../shared/deliver/refused-packs.ts';
import { nameClients } from '../../shared/platform/client-names.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { monthSchema } from '../../shared/records/month.ts';
import { readOpenings } from '../../shared/store/audit.ts';
import type { listOpeningsEnv } from './env.ts';

const cursorSchema = z
  .string()
  .regex(/^20\d\d-[\dT:.-]{1,24}Z#[\w-]{1,80}$/)
  .optional();

/**
 * `GET …/openings`: who was given a link to which file of a pack, and when; of the revisions that the caller may see.
 * Where this fails nothing else does.
 */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof listOpeningsEnv>,
  { table: client, log, now, newId }: Pick<World, 'table' | 'log' | 'now' | 'newId'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(
    log,
    async ({ caller, params, query }) => {
      const { commissioner = '', month = '' } = params;
      if (!monthSchema.safeParse(month).success) throw notFound();
      const packs = await openablePacks(table, caller, commissioner, month);
      if (packs.length === 0) throw notFound();
      const cursor = cursorSchema.safeParse(query['cursor']);
      if (!cursor.success)
        throw new AppError(400, 'invalid-query', 'Send cursor as the page before gave it, or leave it out.');
      const seen = new Set(packs.map(({ revision }) => revision));
      const { openings, ...more } = await readOpenings(
        table,
        { commissioner, month },
        ({ revision }) => seen.has(revision),
        cursor.data,
      );
      const nameOf = await nameClients(
        table,
        openings.map(({ person, clientId }) => (person === true ? undefined : clientId)),
      );
      return {
        status: 200,
        body: {
          commissioner,
          month,
          openings: openings.map(({ at, revision, file, person, sub, clientId }) => ({
            ...{ at, revision, file },
            ...(person === true ? { person: sub } : clientId !== undefined && { client: nameOf(clientId) }),
          })),
          ...more,
        },
      };
    },
    [],
    keepRefusedPacks({ table, now, newId }),
  );
}
