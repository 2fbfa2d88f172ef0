import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { idProblems } from '../../shared/intake/id-problems.ts';
import { issuesOf } from '../../shared/intake/issues.ts';
import { byWhom } from '../../shared/platform/by-whom.ts';
import { type Binding, bindingSchema, type Caller } from '../../shared/platform/caller.ts';
import { createClients } from '../../shared/platform/clients.ts';
import { AppError, type FieldIssue, notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import { resourceServers, type Scope } from '../../shared/platform/routes.ts';
import type { World } from '../../shared/platform/world.ts';
import { writeAudit } from '../../shared/store/audit.ts';
import { readEntry } from '../../shared/store/registries.ts';
import type { manageClientsEnv } from './env.ts';

const scopeNames = Object.entries(resourceServers).flatMap(([server, names]) =>
  names.map((name) => `${server}/${name}`),
);

const isScope = (value: string): value is Scope => scopeNames.includes(value);

const settingsSchema = z.strictObject({
  scopes: z
    .array(z.string().refine(isScope, `not-allowed: send some of ${scopeNames.join(', ')}`))
    .min(1)
    .max(8),
  binding: bindingSchema,
});

type Settings = z.infer<typeof settingsSchema>;

/**
 * `PUT`, `GET` and `DELETE /v1/clients/{id}`, `POST …/secrets`: machines that may ask for tokens. Each change is in the
 * audit before it is made, and in the part of the provider whose records such a client may read.
 */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof manageClientsEnv>,
  {
    table: client,
    log,
    identities,
    now,
    newId,
  }: Pick<World, 'table' | 'log' | 'identities' | 'now' | 'newId'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const clients = createClients({ table: client, tableName: TABLE_NAME, identities });

  return serveHttp(log, async ({ route, params, body, caller }) => {
    const id = params['id'];
    if (id === undefined) return { status: 200, body: { clients: await clients.list() } };
    switch (route.method) {
      case 'PUT': {
        const settings = readSettings(id, body);
        await checkBinding(settings.binding);
        const existing = await clients.read(id);
        if (!isDeepStrictEqual({ scopes: existing?.scopes, binding: existing?.binding }, settings))
          await audit(caller, id, settings.binding, { action: 'client-sent', ...settings });
        const client = await clients.put(id, settings);
        return { status: client.secret === undefined ? 200 : 201, body: client };
      }
      case 'POST': {
        await auditExisting(caller, id, 'client-secret-renewed');
        const renewed = await clients.renew(id);
        if (renewed === undefined) throw notFound();
        return { status: 201, body: { id, ...renewed } };
      }
      case 'DELETE': {
        await auditExisting(caller, id, 'client-removed');
        if (!(await clients.remove(id))) throw notFound();
        return { status: 204 };
      }
      case 'GET': {
        const client = await clients.read(id);
        if (client === undefined) throw notFound();
        return { status: 200, body: client };
      }
    }
  });

  async function auditExisting(
    caller: Caller,
    id: string,
    action: 'client-secret-renewed' | 'client-removed',
  ) {
    const existing = await clients.read(id);
    if (existing === undefined) throw notFound();
    await audit(caller, id, existing.binding, { action });
  }

  async function audit(caller: Caller, machine: string, binding: Binding, deed: Deed): Promise<void> {
    await writeAudit(table, {
      ...{ id: newId(), at: now().toISOString(), ...byWhom(caller), machine, ...deed },
      ...('provider' in binding && { provider: binding.provider }),
    });
  }

  /** A token bound to nobody who is registered would see nothing, and seem to work. */
  async function checkBinding(binding: Binding): Promise<void> {
    for (const [kind, code] of Object.entries(binding)) {
      if (typeof code !== 'string' || (await readEntry(table, `${kind}s`, code))) continue;
      throw refusal([{ field: kind, code: `unknown-${kind}`, message: `register this ${kind} first` }]);
    }
  }
}

type Deed =
  | ({ readonly action: 'client-sent' } & Settings)
  | { readonly action: 'client-secret-renewed' | 'client-removed' };

/** To whom it is bound may be said under `binding` or beside the scopes. */
function readSettings(id: string, body: unknown): Settings {
  const { scopes, binding, ...flat } = z.looseObject({}).catch({}).parse(body);
  const sent = { scopes, binding: binding ?? flat, ...(binding !== undefined && flat) };
  const ofId = idProblems(id);
  const settings = settingsSchema.safeParse(sent);
  if (ofId.length > 0 || !settings.success) {
    throw refusal(issuesOf([...ofId, ...(settings.error?.issues ?? [])], sent).map(sayBinding));
  }
  if (settings.data.scopes.includes('admin/all') && !('operator' in settings.data.binding)) {
    throw refusal([{ field: 'scopes', code: 'not-allowed', message: 'admin/all is for the operator alone' }]);
  }
  return settings.data;
}

function sayBinding(issue: FieldIssue): FieldIssue {
  if (!issue.field.startsWith('binding') && issue.code !== 'invalid') return issue;
  const message =
    'bind it to exactly one: "provider", "commissioner" or "referrer" with its code, or "operator": true';
  return { field: 'binding', code: 'invalid-binding', message };
}

function refusal(issues: readonly FieldIssue[]): AppError {
  return new AppError(422, 'invalid-client', 'The client was refused and nothing was changed; see errors.', {
    issues,
  });
}
