import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { idProblems } from '../../shared/intake/id-problems.ts';
import { issuesOf } from '../../shared/intake/issues.ts';
import { measures } from '../../shared/outcomes/measures/registry.ts';
import { byWhom } from '../../shared/platform/by-whom.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { isRegistry, registries } from '../../shared/records/registries.ts';
import { writeAudit } from '../../shared/store/audit.ts';
import { type Entry, putEntry, readEntries, readEntry } from '../../shared/store/registries.ts';
import type { manageRegistryEnv } from './env.ts';

const measureIds: readonly string[] = measures.map(({ id }) => id);

/**
 * `PUT` and `GET` of commissioners, providers, referrers and targets: the operator's registries. Which fields are changed
 * is in the audit before they are, without what is in them: it may be somebody's address.
 */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof manageRegistryEnv>,
  { table: client, log, now, newId }: Pick<World, 'table' | 'log' | 'now' | 'newId'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(log, async ({ route, params, body, caller }) => {
    const registry = route.path.split('/')[2] ?? '';
    if (!isRegistry(registry)) throw notFound();
    const id = params['id'];
    if (id === undefined)
      return { status: 200, body: { [registry]: (await readEntries(table, registry)).map(told) } };
    if (route.method === 'GET') {
      const entry = await readEntry(table, registry, id);
      if (entry === undefined) throw notFound();
      return { status: 200, body: told(entry) };
    }
    const data = readEntryData(registries[registry], id, body);
    if (
      'commissioner' in data &&
      (await readEntry(table, 'commissioners', data.commissioner)) === undefined
    ) {
      const message = 'register this commissioner first';
      throw refusal([{ field: 'commissioner', code: 'unknown-commissioner', message }]);
    }
    if ('measure' in data && !measureIds.includes(data.measure)) {
      const message = 'send the id of a measure';
      throw refusal([{ field: 'measure', code: 'not-allowed', message, allowed: measureIds }]);
    }
    const outcome = await putEntry(table, registry, id, data, now(), (former) =>
      writeAudit(table, {
        ...{ id: newId(), at: now().toISOString(), ...byWhom(caller) },
        ...{ action: 'registry-changed', registry, entry: id, fields: changedFields(former, data) },
      }),
    );
    return { status: outcome === 'created' ? 201 : 200, body: { id, outcome } };
  });
}

function readEntryData<Schema extends z.ZodType>(
  schema: Schema,
  id: string,
  body: unknown,
): z.output<Schema> {
  const ofId = idProblems(id);
  const entry = schema.safeParse(body);
  if (ofId.length === 0 && entry.success) return entry.data;
  throw refusal(issuesOf([...ofId, ...(entry.error?.issues ?? [])], body));
}

/** The fields that one has and the other has not, or otherwise. */
function changedFields(former: Entry['data'] = {}, next: Entry['data']): string[] {
  const names = new Set([...Object.keys(former), ...Object.keys(next)]);
  return [...names].filter((name) => !isDeepStrictEqual(former[name], next[name])).sort();
}

function told({ id, data }: Entry) {
  return { id, ...data };
}

function refusal(issues: AppError['issues']): AppError {
  return new AppError(422, 'invalid-entry', 'The entry was refused and nothing was changed; see errors.', {
    issues,
  });
}
