import { createHandler as approvePack } from '../../functions/approve-pack/handler.ts';
import { createHandler as tellReleases } from '../../functions/tell-releases/handler.ts';
import { type Caller, toContext } from '../../shared/platform/caller.ts';
import type { World } from '../../shared/platform/world.ts';
import { readAudit } from '../../shared/store/audit.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { anHttpEvent } from './http-event.ts';
import { packKey } from './an-issued-pack.ts';
import { anObjectFolder } from './object-folder.ts';
import { aTable } from './table.ts';

type Answered = { readonly status: number; readonly body: Record<string, unknown> };
export type Person = Partial<Caller>;

const portal = 'https://outcomes.example/portal';

/** A table and a bucket in which packs are approved and released, by people who need not sign in. */
export async function anApproval() {
  const { table, close } = await aTable();
  const files = new Map<string, Uint8Array>();
  const sent: { to: string; subject: string; text: string }[] = [];
  const refusing = new Set<string>();
  const logged: string[] = [];
  let clock = Date.parse('2026-11-06T09:00:00Z');
  let ids = 0;
  let meanwhile: (() => Promise<void>) | undefined;
  const log: World['log'] = {
    info: () => undefined,
    warn: () => undefined,
    error: (message) => void logged.push(message),
  };
  const worldOn = (client: Table['client']) => ({
    table: client,
    objects: anObjectFolder(files).client,
    publicKeys: { publicKey: () => Promise.resolve(packKey) },
    mail: {
      send: async (message: (typeof sent)[number]) => {
        await meanwhile?.();
        if (refusing.has(message.to)) throw new Error('refused');
        sent.push(message);
      },
    },
    log,
    now: () => new Date((clock += 1)),
    newId: () => `id${(ids += 1)}`,
  });
  const env = { TABLE_NAME: table.name, PORTAL_URL: portal, MAIL_FROM: 'packs@example.org' };
  const path = '/v1/packs/{commissioner}/{month}';

  /** Asks as somebody who may release for the commissioner, unless it is stated. */
  const ask =
    (who: Person, of: Table = table) =>
    async (
      what: `${string} ${string}`,
      named: { commissioner: string; month: string },
      more: { body?: unknown; query?: Record<string, string> } = {},
    ): Promise<Answered> => {
      const [method = '', end = ''] = what.split(' ');
      const handler = approvePack({ ...env, PACKS_BUCKET: 'packs', SIGNING_KEY_ID: 'k' }, worldOn(of.client));
      const caller: Caller = {
        ...{ clientId: 'portal', sub: 'somebody', scopes: ['packs/read', 'packs/release'], isPerson: true },
        ...{ binding: { commissioner: named.commissioner }, ...who },
      };
      const { commissioner, month } = named;
      const event = anHttpEvent({
        routeKey: `${method} ${path}/${end}`,
        caller: toContext(caller),
        pathParameters: { commissioner, month },
        ...(more.query && { queryStringParameters: more.query }),
        ...(more.body !== undefined && { body: JSON.stringify(more.body) }),
      });
      const { statusCode = 0, body = '{}' } = await handler(event, { awsRequestId: 'r' } as never);
      return { status: statusCode, body: JSON.parse(body) as Record<string, unknown> };
    };

  const entries = async (commissioner: string) => {
    const ofMonths = await Promise.all(['2026-11', '2026-12'].map((month) => readAudit(table, month, {})));
    return ofMonths
      .flatMap(({ entries: ofMonth }) => ofMonth.toReversed())
      .filter(
        (entry) =>
          ('commissioner' in entry && entry.commissioner === commissioner) ||
          ('asked' in entry && entry.asked.commissioner === commissioner),
      );
  };

  return {
    table,
    files,
    sent,
    refusing,
    logged,
    close,
    ask,
    register: (commissioner: string, notify?: readonly string[]) =>
      putEntry(
        table,
        'commissioners',
        commissioner,
        { name: 'Northshire Council', disclosure: 'lt5', ...(notify && { notify }) },
        new Date(),
      ),
    sweep: (of: Table = table) => tellReleases(env, worldOn(of.client))({}),
    pass: (ms: number) => (clock += ms),
    /** What else happens while a message is sent. */
    onSend: (act: typeof meanwhile) => void (meanwhile = act),
    /** Nothing was sent, refused or logged so far. */
    begin: () => {
      sent.length = 0;
      logged.length = 0;
      refusing.clear();
    },
    entries,
    /** What the audit has of a commissioner's packs, oldest first: the action and why it was refused. */
    audited: async (commissioner: string) =>
      (await entries(commissioner)).map((entry) =>
        'code' in entry ? [entry.action, entry.code] : [entry.action],
      ),
  };
}

export type Approval = Awaited<ReturnType<typeof anApproval>>;
