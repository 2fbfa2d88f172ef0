import * as z from 'zod';
import { isOperator, providerOf } from '../../shared/platform/caller.ts';
import { nameClients } from '../../shared/platform/client-names.ts';
import { AppError } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { londonDate } from '../../shared/records/london.ts';
import { monthSchema } from '../../shared/records/month.ts';
import { type AuditEntry, readAudit } from '../../shared/store/audit.ts';
import type { readAuditEnv } from './env.ts';

const askedSchema = z.object({
  month: monthSchema.optional(),
  cursor: z
    .string()
    .regex(/^20\d\d-[\dT:.-]{1,24}Z#[\w-]{1,80}$/)
    .optional(),
});

/** `GET /v1/audit?month=&cursor=`: who read, erased and removed what; all of it, or a provider's own part. */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof readAuditEnv>,
  { table: client, log, now }: Pick<World, 'table' | 'log' | 'now'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(log, async ({ caller, query }) => {
    const asked = askedSchema.safeParse(query);
    if (!asked.success) {
      const detail = 'Send month as YYYY-MM, and cursor as the page before gave it, or leave either out.';
      throw new AppError(400, 'invalid-query', detail);
    }
    const { month = londonDate(now().toISOString()).slice(0, 7), cursor: before } = asked.data;
    const seesAll = isOperator(caller) && caller.scopes.includes('admin/all');
    const provider = seesAll ? undefined : providerOf(caller);
    const { entries, cursor } = await readAudit(table, month, { provider, before });
    const nameOf = await nameClients(
      table,
      entries.map(({ clientId }) => clientId),
    );
    const told = entries.map(({ clientId, ...entry }) => ({
      ...(seesAll ? withoutReference(entry) : entry),
      ...(clientId !== undefined && { client: nameOf(clientId) }),
    }));
    return { status: 200, body: { month, entries: told, ...(cursor !== undefined && { cursor }) } };
  });
}

/** The operator keeps the system running without touching what identifies a person. */
function withoutReference(entry: Omit<AuditEntry, 'clientId'>) {
  return Object.fromEntries(
    Object.entries(entry).filter(([field]) => field !== 'personRef' && field !== 'placement'),
  );
}
