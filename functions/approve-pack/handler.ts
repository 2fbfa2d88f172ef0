import * as z from 'zod';
import { issuesOf } from '../../shared/intake/issues.ts';
import { approvalSchema, releaseSchema } from '../../shared/deliver/approval-request.ts';
import { type Approving, approvePack } from '../../shared/deliver/approve-pack.ts';
import { findRevision } from '../../shared/deliver/find-revision.ts';
import { gateOf } from '../../shared/deliver/gate/gate-of.ts';
import { mayOpen } from '../../shared/deliver/may-open.ts';
import { namesPerson } from '../../shared/deliver/names-person.ts';
import { keepRefusedPacks } from '../../shared/deliver/refused-packs.ts';
import { releasePack } from '../../shared/deliver/release-pack.ts';
import { type Told, tellRelease } from '../../shared/deliver/tell-release.ts';
import { toldRelease } from '../../shared/deliver/told-release.ts';
import { withdrawApproval } from '../../shared/deliver/withdraw-approval.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import {
  type HttpAnswer,
  type HttpHandler,
  type HttpRequest,
  serveHttp,
} from '../../shared/platform/http.ts';
import type { Caller } from '../../shared/platform/caller.ts';
import type { World } from '../../shared/platform/world.ts';
import { monthSchema } from '../../shared/records/month.ts';
import type { Release } from '../../shared/store/releases.ts';
import type { approvePackEnv } from './env.ts';

/** Ids of people are those of the user pool. */
const subSchema = z.string().regex(/^[\w-]{1,80}$/);

const wantedSchema = z.coerce.number().int().min(1).max(9999);

/** Whose pack, and of which month. */
type At = { readonly commissioner: string; readonly month: string };

/**
 * `GET …/gate`, `POST` and `DELETE …/approvals`, `POST …/release`: how an issued revision comes to be released. Where
 * this fails nobody can approve or release; what is released stays open to its readers.
 */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET, SIGNING_KEY_ID, PORTAL_URL }: z.infer<typeof approvePackEnv>,
  world: Pick<World, 'table' | 'objects' | 'publicKeys' | 'mail' | 'log' | 'now' | 'newId'>,
): HttpHandler {
  const { log, now, newId, publicKeys, mail } = world;
  const table = { client: world.table, name: TABLE_NAME };
  const bucket = { client: world.objects, name: PACKS_BUCKET };
  const approving: Approving = { table, bucket, publicKeys, keyId: SIGNING_KEY_ID, now, newId };

  return serveHttp(
    log,
    async (request) => {
      const { route, caller, params } = request;
      const { commissioner = '', month = '' } = params;
      if (!mayOpen(caller, commissioner) || !monthSchema.safeParse(month).success) throw notFound();
      const at = { commissioner, month };
      if (route.path.endsWith('/gate')) return gate(at, request);
      if (route.path.endsWith('/release')) return release(at, request);
      return route.method === 'DELETE' ? withdraw(at, request) : approve(at, request);
    },
    [],
    keepRefusedPacks({ table, now, newId }),
  );

  async function gate(at: At, { query }: HttpRequest): Promise<HttpAnswer> {
    const revision = query['revision'] === undefined ? undefined : revisionOf(query['revision']);
    const { pack, isLatest, issued } = await findRevision(table, { ...at, revision });
    const found = await gateOf(approving, pack, issued);
    const { manifestSha256 } = pack;
    return {
      status: 200,
      body: { ...at, revision: pack.revision, manifestSha256, isLatest, ...found },
      headers: { 'cache-control': 'no-store' },
    };
  }

  async function approve(at: At, { caller, body }: HttpRequest): Promise<HttpAnswer> {
    const asked = read(approvalSchema, body, 'invalid-approval');
    if (asked.commentary !== undefined && (await namesPerson(table, asked.commentary))) {
      const message = 'leave out the reference of a person';
      throw refusal('invalid-approval', [{ field: 'commentary', code: 'personal-identifier', message }]);
    }
    const made = await approvePack(approving, caller, at, asked);
    log.info('pack approved', { ...at, revision: made.revision, sub: caller.sub });
    return { status: 201, body: told(made, caller.sub) };
  }

  async function withdraw(at: At, { caller, query }: HttpRequest): Promise<HttpAnswer> {
    const revision = revisionOf(query['revision']);
    const approver = approverOf(caller, query['sub']);
    const left = await withdrawApproval(approving, caller, { ...at, revision }, approver);
    log.info('approval withdrawn', { ...at, revision, sub: caller.sub, approver });
    return { status: 200, body: told(left, caller.sub) };
  }

  async function release(at: At, { caller, body }: HttpRequest): Promise<HttpAnswer> {
    const asked = read(releaseSchema, body, 'invalid-release');
    const released = await releasePack(approving, caller, at, asked);
    log.info('pack released', { ...at, revision: released.revision, sub: caller.sub });
    const telling = { table, mail, log, now, portal: PORTAL_URL };
    const message = inWords(await tellRelease(telling, released));
    return { status: 200, body: { ...told(released, caller.sub), message } };
  }
}

/** Whose approval is meant: an approver's own, or the one that an administrator names. */
function approverOf({ sub, scopes }: Caller, named: string | undefined): string {
  if (named === undefined && scopes.includes('packs/release')) return sub;
  if (named !== undefined && !scopes.includes('admin/all'))
    throw new AppError(
      403,
      'insufficient-scope',
      'Setting aside the approval of somebody needs the scope admin/all; leave sub out to take back your own.',
    );
  const approver = subSchema.safeParse(named).data;
  if (approver !== undefined) return approver;
  throw new AppError(
    400,
    'invalid-query',
    'Send sub as the id of the person whose approval is to be set aside.',
  );
}

function told(release: Release, sub: string) {
  const { commissioner, month, revision, manifestSha256 } = release;
  return { commissioner, month, revision, manifestSha256, ...toldRelease(release, sub) };
}

/** What became of the message, for whoever released. */
function inWords({ recipients, told }: Told) {
  const left = recipients - told;
  const detail =
    recipients === 0
      ? 'No message was sent: no address is registered for this commissioner.'
      : left === 0
        ? `A message was sent to each registered address (${recipients}).`
        : `A message was sent to ${told} of ${recipients} registered addresses; the others are being sent to, or are tried again every ten minutes.`;
  return { recipients, sent: told, detail };
}

function revisionOf(text: string | undefined): number {
  const revision = wantedSchema.safeParse(text);
  if (!revision.success)
    throw new AppError(400, 'invalid-query', 'Send revision as the number of the revision that is meant.');
  return revision.data;
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown, code: string): z.output<Schema> {
  const asked = schema.safeParse(body);
  if (asked.success) return asked.data;
  throw refusal(code, issuesOf(asked.error.issues, body));
}

function refusal(code: string, issues: AppError['issues']): AppError {
  return new AppError(422, code, 'It was refused and nothing was changed; see errors.', { issues });
}
