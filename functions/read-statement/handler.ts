import * as z from 'zod';
import { signLink } from '../../shared/deliver/sign-link.ts';
import { type Caller } from '../../shared/platform/caller.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import type { BlockRecord } from '../../shared/finance/block.ts';
import { londonDate } from '../../shared/records/london.ts';
import { ledgerSchema } from '../../shared/statements/ledger.ts';
import { providerLines } from '../../shared/statements/provider-lines.ts';
import { readAccount } from '../../shared/statements/read-account.ts';
import { writeAudit } from '../../shared/store/audit.ts';
import { readBlock } from '../../shared/store/blocks.ts';
import {
  listStatements,
  readLedgers,
  type StatementIssue,
  statementFolder,
} from '../../shared/store/statement-files.ts';
import type { readStatementEnv } from './env.ts';

const querySchema = z.strictObject({
  month: z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/),
  format: z.enum(['json', 'pdf', 'xlsx', 'csv']).default('json'),
});

/** The file of each format. */
const fileOf = { pdf: 'statement.pdf', xlsx: 'statement.xlsx', csv: 'invoice-lines.csv' } as const;

/**
 * `GET /v1/blocks/{id}/statement?month=`: what a month did to a block, the final statement once there is one. With
 * `format` a link to a file of the whole statement between the two. A provider is also told the lines behind it,
 * placement by placement, made as it asks and never kept.
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

  return serveHttp(log, async ({ caller, params, query }) => {
    const asked = querySchema.safeParse(query);
    if (!asked.success)
      throw new AppError(
        400,
        'invalid-query',
        'Send a month as YYYY-MM, and as format json, pdf, xlsx or csv.',
      );
    const { month, format } = asked.data;
    const block = await readBlock(table, params['id'] ?? '');
    if (block === undefined || !maySee(caller, block)) throw notFound();
    const issue = await latestOf(block, month);
    const [ledger] = (await readLedgers(bucket, [issue])).map((kept) => ledgerSchema.parse(kept));
    if (ledger === undefined) throw notFound();
    const { document } = ledger;
    const file = format === 'json' ? 'statement.json' : fileOf[format];
    const { clientId, sub } = caller;
    const { commissioner, provider } = issue;
    await writeAudit(table, {
      ...{ id: newId(), at: now().toISOString(), action: 'statement-read' },
      ...{ clientId, sub, commissioner, provider, month, state: document.state, file },
    });
    log.info('statement read', { clientId, commissioner, provider, month, file });
    const noStore = { 'cache-control': 'no-store' };
    if (format !== 'json') {
      const name = `${commissioner}-${provider}-${month}-${document.state}-${file}`;
      const url = await signLink(bucket, `${statementFolder(issue)}/${file}`, name);
      return { status: 302, headers: { location: url, ...noStore } };
    }
    const blocks = document.blocks.filter((line) => line.block === block.id);
    const lines = await linesFor(caller, block, month);
    return { status: 200, body: { ...document, blocks, ...lines }, headers: noStore };
  });

  /** The final statement, else the last provisional one. */
  async function latestOf({ data }: BlockRecord, month: string): Promise<StatementIssue> {
    const issues = (await listStatements(bucket, data.commissioner, month)).filter(
      ({ provider }) => provider === data.provider,
    );
    const latest = issues.find(({ provisionalOn }) => provisionalOn === undefined) ?? issues.at(-1);
    if (latest === undefined)
      throw notFound('There is no statement of this month yet; statements are made every night.');
    return latest;
  }

  async function linesFor({ binding }: Caller, { id, data }: BlockRecord, month: string) {
    if (!('provider' in binding)) return {};
    const asAt = now().toISOString();
    const account = await readAccount({ table, bucket, tagOf }, data.commissioner, asAt);
    const ofProvider = account.providers.find(({ provider }) => provider === binding.provider);
    if (ofProvider === undefined) return {};
    const lines = providerLines(ofProvider, data.commissioner, { today: londonDate(asAt), month });
    return { lines: lines.filter(({ account: of }) => of === id) };
  }
}

function maySee({ binding }: Caller, { data }: BlockRecord): boolean {
  if ('operator' in binding) return true;
  if ('provider' in binding) return binding.provider === data.provider;
  return 'commissioner' in binding && binding.commissioner === data.commissioner;
}
