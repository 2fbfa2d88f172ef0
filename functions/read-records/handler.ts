import * as z from 'zod';
import { providerOf } from '../../shared/platform/caller.ts';
import { nameClients } from '../../shared/platform/client-names.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { typeOfCollection } from '../../shared/records/registry.ts';
import { readChanges, readRecord } from '../../shared/store/read-records.ts';
import { readVersions } from '../../shared/store/read-versions.ts';
import type { RecordItem } from '../../shared/store/record-item.ts';
import { historyOf } from '../../shared/privacy/history.ts';
import { etagOf } from '../../shared/submission/version-headers.ts';
import type { readRecordsEnv } from './env.ts';

const sinceSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional();

/** `GET /v1/{collection}/{id}`, `…/history` and `GET /v1/{collection}?changedSince=&cursor=`: a provider's own records. */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof readRecordsEnv>,
  { table: client, log }: Pick<World, 'table' | 'log'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(log, async ({ route, caller, params, query }) => {
    const provider = providerOf(caller);
    const recordType = typeOfCollection(params['collection'] ?? '');
    if (recordType === undefined) throw notFound();
    const { type } = recordType;
    if (params['id'] === undefined) {
      const { records, cursor } = await readChanges(table, provider, type, {
        since: since(query),
        cursor: cursorOf(query),
      });
      return { status: 200, body: { records: records.map(told), ...(cursor !== undefined && { cursor }) } };
    }
    if (route.path.endsWith('/history')) {
      const versions = await readVersions(table, provider, type, params['id']);
      if (versions.length === 0) throw notFound();
      const nameOf = await nameClients(
        table,
        versions.map(({ client }) => client),
      );
      return { status: 200, body: { type, id: params['id'], versions: historyOf(versions, nameOf) } };
    }
    const record = await readRecord(table, provider, type, params['id']);
    if (record === undefined) throw notFound();
    if (record.withdrawn !== undefined) {
      throw new AppError(
        404,
        'withdrawn',
        'This record was withdrawn; it may be sent again under the same id.',
      );
    }
    return { status: 200, body: told(record), headers: { etag: etagOf(record.version) } };
  });
}

/** A record as it was sent, with its kind, id, version and when it was received; of a withdrawn one only why. */
function told({ type, id, version, recordedAt, withdrawn, data }: RecordItem) {
  return { type, id, version, recordedAt, ...(withdrawn === undefined ? data : { withdrawn }) };
}

function since(query: Readonly<Record<string, string | undefined>>): string {
  const parsed = sinceSchema.safeParse(query['changedSince']);
  if (!parsed.success) {
    throw new AppError(
      400,
      'invalid-instant',
      'Send changedSince as a date or as an instant with its offset.',
    );
  }
  return parsed.data === undefined ? '' : new Date(parsed.data).toISOString();
}

/** A cursor is an instant, a kind and an id, as a page before gave it. */
function cursorOf(query: Readonly<Record<string, string | undefined>>): string | undefined {
  const cursor = query['cursor'];
  if (cursor === undefined || /^20\d\d-[\dT:.-]{1,24}Z#[a-z]{1,20}#[\w.-]{1,64}$/.test(cursor)) return cursor;
  throw new AppError(
    400,
    'invalid-cursor',
    'Send the cursor of the page before, or leave it out to begin anew.',
  );
}
