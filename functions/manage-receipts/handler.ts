import type * as z from 'zod';
import { issuesOf } from '../../shared/intake/issues.ts';
import { providerOf, senderOf } from '../../shared/platform/caller.ts';
import { nameClients } from '../../shared/platform/client-names.ts';
import { AppError } from '../../shared/platform/errors.ts';
import { type HttpHandler, type HttpRequest, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { askedMonth } from '../../shared/receiving/asked-month.ts';
import { hasRecords, readReceipts } from '../../shared/receiving/read-receipts.ts';
import { nothingToSendSchema } from '../../shared/receiving/receipts-request.ts';
import { declareNothing, readDeclarations, takeBackNothing } from '../../shared/store/receipts.ts';
import type { manageReceiptsEnv } from './env.ts';

/**
 * `GET /v1/receipts?month=`: what arrived of a provider's records, by type, and by when it had to. `PUT
 * /v1/receipts/{month}`: that there is nothing of a type to send for it, or that there is after all.
 */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof manageReceiptsEnv>,
  { table: client, log, now }: Pick<World, 'table' | 'log' | 'now'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(log, async (request) => {
    const provider = providerOf(request.caller);
    const instant = now().toISOString();
    if (request.route.method === 'PUT') return declare(provider, instant, request);
    const month = askedMonth(request.query['month'], instant);
    const { receipts, ...rest } = await readReceipts(table, { provider, month }, instant);
    const nameOf = await nameClients(
      table,
      receipts.map(({ declaration }) => declaration?.client),
    );
    const told = receipts.map(({ declaration, ...receipt }) => ({
      ...receipt,
      ...(declaration && {
        declaration: { declaredAt: declaration.declaredAt, client: nameOf(declaration.client) },
      }),
    }));
    return { status: 200, body: { ...rest, receipts: told } };
  });

  async function declare(provider: string, instant: string, { params, body, caller }: HttpRequest) {
    const month = askedMonth(params['month'], instant);
    const sent = nothingToSendSchema.safeParse(body);
    if (!sent.success) {
      const issues = issuesOf(sent.error.issues, body);
      throw new AppError(422, 'invalid-declaration', 'Send type and nothingToSend.', { issues });
    }
    const { type, nothingToSend } = sent.data;
    const place = { provider, month };
    if (!nothingToSend) await takeBackNothing(table, place, type);
    else {
      if (await hasRecords(table, provider, { month, type })) throw recordsExist();
      await declareNothing(table, place, { type, declaredAt: instant, client: senderOf(caller) });
    }
    const declared = (await readDeclarations(table, place)).find((one) => one.type === type);
    const declaredAt = declared?.declaredAt;
    return { status: 200, body: { month, type, nothingToSend, ...(declaredAt && { declaredAt }) } };
  }
}

function recordsExist(): AppError {
  return new AppError(
    409,
    'records-exist',
    'Records of this type for this month have arrived; withdraw them first if they were sent by mistake.',
  );
}
