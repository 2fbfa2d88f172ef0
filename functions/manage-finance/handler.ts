import * as z from 'zod';
import { type Caller, senderOf } from '../../shared/platform/caller.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { isOwn, type Party, partyOf } from '../../shared/platform/finance-party.ts';
import { type HttpAnswer, type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { type BlockEntry, readBlock } from '../../shared/store/blocks.ts';
import { type ClaimEntry, readClaim } from '../../shared/store/claims.ts';
import { auditChange } from '../../shared/submission/audit-change.ts';
import { blocksOf, claimsOf } from '../../shared/submission/finance-lists.ts';
import { submitBlock } from '../../shared/submission/submit-block.ts';
import { submitClaim } from '../../shared/submission/submit-claim.ts';
import { etagOf, expectedVersion } from '../../shared/submission/version-headers.ts';
import { withdrawFinance } from '../../shared/submission/withdraw-finance.ts';
import type { manageFinanceEnv } from './env.ts';

const monthSchema = z.string().regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/);

type Answer = { readonly id: string; readonly version: number; readonly outcome?: string };

/**
 * `PUT`, `GET` and `DELETE /v1/blocks/{id}` and `/v1/claims/{id}`, and their lists: what was bought in advance, and what
 * is claimed.
 */
export function createHandler(
  { TABLE_NAME, TAG_KEY_ID }: z.infer<typeof manageFinanceEnv>,
  { table: client, log, now, macs }: Pick<World, 'table' | 'log' | 'now' | 'macs'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const tagOf = personTags(macs, TAG_KEY_ID);

  return serveHttp(log, async ({ route, caller, params, query, headers, body }) => {
    const party = partyOf(caller);
    const isBlocks = route.path.startsWith('/v1/blocks');
    const id = params['id'];
    if (id === undefined) return isBlocks ? listBlocks(party) : listClaims(party, query['month']);
    if (route.method === 'GET')
      return tell(party, await (isBlocks ? readBlock(table, id) : readClaim(table, id)));

    const ifVersion = expectedVersion(headers);
    const submission = { table, party, tagOf, change: { client: senderOf(caller), now, ifVersion } };
    if (!isBlocks && 'commissioner' in party) throw providersOwn();
    if (route.method === 'DELETE') {
      const { version } = await withdrawFinance(submission, isBlocks ? 'block' : 'claim', id);
      await audit(caller, isBlocks, id);
      return answer(200, { id, outcome: 'withdrawn', version });
    }
    const result = await (isBlocks ? submitBlock : submitClaim)(submission, id, body);
    await audit(caller, isBlocks, id);
    return answer(result.outcome === 'created' ? 201 : 200, { id, ...result });
  });

  async function audit(caller: Caller, isBlocks: boolean, id: string): Promise<void> {
    const entry = await (isBlocks ? readBlock(table, id) : readClaim(table, id));
    if (entry !== undefined) await auditChange(table, isBlocks ? 'block' : 'claim', entry, caller);
  }

  async function listBlocks(party: Party): Promise<HttpAnswer> {
    return { status: 200, body: { blocks: (await blocksOf(table, party)).map(told) } };
  }

  /** Without their lines, which are read by id: a month of them would be too much for one answer. */
  async function listClaims(party: Party, asked: string | undefined): Promise<HttpAnswer> {
    const month = monthSchema.safeParse(asked);
    if (!month.success)
      throw new AppError(400, 'invalid-month', 'Send the month of the claims as ?month=YYYY-MM.');
    const claims = (await claimsOf(table, party, month.data))
      .map(told)
      .map(({ lines: _, ...claim }) => claim);
    return { status: 200, body: { month: month.data, claims } };
  }
}

function providersOwn(): AppError {
  return new AppError(
    403,
    'providers-own-word',
    'A claim is what its provider says: a commissioner reads it, and asks the provider to amend or withdraw it.',
  );
}

/** What is told of one entry, with the tag of its version. */
function answer(status: number, body: Answer): HttpAnswer {
  return { status, body, headers: { etag: etagOf(body.version) } };
}

function tell(party: Party, entry: BlockEntry | ClaimEntry | undefined): HttpAnswer {
  if (entry === undefined || !isOwn(party, entry.data)) throw notFound();
  if (entry.withdrawn === true)
    throw new AppError(404, 'withdrawn', 'This was withdrawn; it may be sent again under the same id.');
  return answer(200, told(entry));
}

/** What was sent, with its id, its version and when it was received. */
function told<Entry extends BlockEntry | ClaimEntry>({ id, version, recordedAt, data }: Entry) {
  const sent: Entry['data'] = data;
  return { id, version, recordedAt, ...sent };
}
