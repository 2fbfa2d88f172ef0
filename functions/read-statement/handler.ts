import * as z from 'zod';
import { signLink } from '../../shared/deliver/sign-link.ts';
import { askedDisposition, toldLink } from '../../shared/deliver/told-link.ts';
import type { Caller } from '../../shared/platform/caller.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { isOwn, type Parties, type Party, partyOf } from '../../shared/platform/finance-party.ts';
import {
  type HttpAnswer,
  type HttpHandler,
  type HttpRequest,
  serveHttp,
} from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { monthSchema } from '../../shared/records/month.ts';
import { londonDate } from '../../shared/records/london.ts';
import { latestStatements } from '../../shared/statements/latest-statements.ts';
import { type Ledger, ledgerSchema } from '../../shared/statements/ledger.ts';
import { adjustedLines, providerLines } from '../../shared/statements/provider-lines.ts';
import { readAccount } from '../../shared/statements/read-account.ts';
import { writeAudit } from '../../shared/store/audit.ts';
import { readBlock } from '../../shared/store/blocks.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { readCodes } from '../../shared/store/registries.ts';
import {
  listStatements,
  readLedgers,
  type StatementIssue,
  statementFolder,
} from '../../shared/store/statement-files.ts';
import type { readStatementEnv } from './env.ts';

const AT_ONCE = 8;

const formatSchema = z.enum(['json', 'pdf', 'xlsx', 'csv']);

/** The file of each format. */
const fileOf = { pdf: 'statement.pdf', xlsx: 'statement.xlsx', csv: 'invoice-lines.csv' } as const;

const NO_STORE = { 'cache-control': 'no-store' };

/** What is asked for: a month between two, all of it or what it did to one block. */
type Wanted = Parties & { readonly month: string; readonly block?: string };

/**
 * `GET /v1/statements`: the statements of a party; `GET /v1/statements/{commissioner}/{provider}/{month}`: one of
 * them, the final one once there is one; `GET /v1/blocks/{id}/statement?month=`: what it says of a block. With `format`
 * a link to a file of the whole statement. A provider is also told the lines behind it, placement by placement, made
 * as it asks and never kept.
 */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET, TAG_KEY_ID }: z.infer<typeof readStatementEnv>,
  {
    table: client,
    objects,
    macs,
    log,
    now,
    newId,
  }: Pick<World, 'table' | 'objects' | 'macs' | 'log' | 'now' | 'newId'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };
  const tagOf = personTags(macs, TAG_KEY_ID);

  return serveHttp(log, async (request) => {
    const { route, caller, params, query } = request;
    const party = partyOf(caller);
    if (route.path === '/v1/statements') return list(party, query['month']);
    const wanted = await wantedOf(party, params, query['month']);
    const format = formatSchema.default('json').safeParse(query['format']);
    if (!format.success) throw new AppError(400, 'invalid-format', 'Send as format json, pdf, xlsx or csv.');
    const issue = await latestOf(wanted);
    return format.data === 'json'
      ? tell(caller, party, wanted, issue)
      : link(request, party, issue, format.data);
  });

  async function list(party: Party, asked: string | undefined): Promise<HttpAnswer> {
    const month = asked === undefined ? undefined : monthOf(asked);
    const codes = 'commissioner' in party ? [party.commissioner] : await readCodes(table, 'commissioners');
    const listed = await inParallel(AT_ONCE, codes, (code) => listStatements(bucket, code, month));
    const statements = latestStatements(listed.flat()).filter((statement) => isOwn(party, statement));
    return { status: 200, body: { statements: statements.map(told) }, headers: NO_STORE };
  }

  async function wantedOf(
    party: Party,
    { id, commissioner, provider, month: named }: HttpRequest['params'],
    asked: string | undefined,
  ): Promise<Wanted> {
    const month = monthOf(named ?? asked);
    if (commissioner !== undefined && provider !== undefined) {
      if (!isOwn(party, { commissioner, provider })) throw notFound();
      return { commissioner, provider, month };
    }
    const block = await readBlock(table, id ?? '');
    if (block === undefined || !isOwn(party, block.data)) throw notFound();
    return { commissioner: block.data.commissioner, provider: block.data.provider, month, block: block.id };
  }

  async function latestOf({ commissioner, provider, month }: Wanted): Promise<StatementIssue> {
    const latest = latestStatements(await listStatements(bucket, commissioner, month)).find(
      (statement) => statement.provider === provider,
    );
    if (latest === undefined)
      throw notFound('There is no statement of this month yet; statements are made every night.');
    return latest;
  }

  async function tell(
    caller: Caller,
    party: Party,
    { block, ...wanted }: Wanted,
    issue: StatementIssue,
  ): Promise<HttpAnswer> {
    const [kept] = await readLedgers(bucket, [issue]);
    const ledger = ledgerSchema.parse(kept);
    const { document } = ledger;
    const behind = 'provider' in party ? await behindIt(wanted, ledger) : undefined;
    await audit(caller, party, issue, 'statement.json');
    const isOfIt = ({ account }: { readonly account: string }) => block === undefined || account === block;
    const blocks = document.blocks.filter((line) => isOfIt({ account: line.block }));
    const lines = behind && {
      linesAsAt: behind.asAt,
      lines: behind.lines.filter(isOfIt),
      adjusted: behind.adjusted.filter(isOfIt),
    };
    const reconciliation = document.reconciliation.filter(isOfIt);
    const claims = document.claims.filter(isOfIt);
    const body = { ...document, blocks, reconciliation, claims, ...lines };
    return { status: 200, body, headers: NO_STORE };
  }

  async function link(
    request: HttpRequest,
    party: Party,
    issue: StatementIssue,
    format: keyof typeof fileOf,
  ): Promise<HttpAnswer> {
    const { commissioner, provider, month } = issue;
    const file = fileOf[format];
    const url = await signLink(
      bucket,
      `${statementFolder(issue)}/${file}`,
      `${commissioner}-${provider}-${month}-${stateOf(issue)}-${file}`,
      askedDisposition(request),
    );
    await audit(request.caller, party, issue, file);
    return toldLink(request, url);
  }

  async function audit(
    { clientId, sub }: Caller,
    party: Party,
    issue: StatementIssue,
    file: string,
  ): Promise<void> {
    const { commissioner, provider, month } = issue;
    await writeAudit(table, {
      ...{ id: newId(), at: now().toISOString(), action: 'statement-read' },
      ...{ clientId, sub, commissioner, provider, month, state: stateOf(issue), file, by: nameOf(party) },
    });
    log.info('statement read', { clientId, commissioner, provider, month, file });
  }

  /** The placements behind it: those of the month as they are known now, those adjusted as they were issued. */
  async function behindIt({ commissioner, provider, month }: Omit<Wanted, 'block'>, ledger: Ledger) {
    const asAt = now().toISOString();
    const account = await readAccount({ table, bucket, tagOf }, { commissioner, asAt, provider });
    const own = account.providers.find((of) => of.provider === provider);
    if (own === undefined) return { asAt, lines: [], adjusted: [] };
    const lines = providerLines(own, commissioner, { today: londonDate(asAt), month });
    return { asAt, lines, adjusted: adjustedLines(ledger, own) };
  }
}

function monthOf(asked: string | undefined): string {
  const month = monthSchema.safeParse(asked);
  if (!month.success) throw new AppError(400, 'invalid-month', 'Send a month as YYYY-MM.');
  return month.data;
}

function told(statement: StatementIssue) {
  const { commissioner, provider, month, provisionalOn } = statement;
  return {
    ...{ commissioner, provider, month, state: stateOf(statement) },
    ...(provisionalOn !== undefined && { provisionalOn }),
    formats: formatSchema.options,
  };
}

const stateOf = ({ provisionalOn }: StatementIssue) =>
  provisionalOn === undefined ? 'final' : 'provisional';

function nameOf(party: Party) {
  if ('provider' in party) return 'provider';
  return 'commissioner' in party ? 'commissioner' : 'operator';
}
