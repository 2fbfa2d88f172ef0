import type * as z from 'zod';
import { type Caller, isOperator } from '../../shared/platform/caller.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import {
  type HttpAnswer,
  type HttpHandler,
  type HttpRequest,
  serveHttp,
} from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { openablePacks } from '../../shared/deliver/openable-packs.ts';
import { keepRefusedPacks } from '../../shared/deliver/refused-packs.ts';
import { signLink } from '../../shared/deliver/sign-link.ts';
import { toldRelease } from '../../shared/deliver/told-release.ts';
import { byWhom } from '../../shared/platform/by-whom.ts';
import { monthSchema } from '../../shared/records/month.ts';
import { askedDisposition, toldLink } from '../../shared/deliver/told-link.ts';
import { writeAudit } from '../../shared/store/audit.ts';
import type { KnownPack } from '../../shared/store/known-packs.ts';
import { disclosureFile, packFileNames, packFolder } from '../../shared/store/pack-files.ts';
import type { IssuedPack } from '../../shared/store/packs.ts';
import { readCodes } from '../../shared/store/registries.ts';
import type { openPackEnv } from './env.ts';

/** `GET /v1/packs`, one pack with its revisions, and a link to one of its files. */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET }: z.infer<typeof openPackEnv>,
  { table: client, objects, log, now, newId }: Pick<World, 'table' | 'objects' | 'log' | 'now' | 'newId'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };

  return serveHttp(
    log,
    async (request) => {
      const { caller, params, query } = request;
      const { commissioner, month, name } = params;
      if (commissioner === undefined || month === undefined) return list(caller, query['month']);
      const packs = await openablePacks(table, caller, commissioner, month);
      if (packs.length === 0) throw notFound();
      return name === undefined ? { status: 200, body: told(packs, caller) } : link(request, packs, name);
    },
    [],
    keepRefusedPacks({ table, now, newId }),
  );

  async function list(caller: Caller, month: string | undefined): Promise<HttpAnswer> {
    if (month !== undefined && !monthSchema.safeParse(month).success) {
      throw new AppError(400, 'invalid-month', 'Send a month as YYYY-MM.');
    }
    const codes =
      'commissioner' in caller.binding ? [caller.binding.commissioner] : await allCommissioners(caller);
    const packs = await Promise.all(codes.map((code) => openablePacks(table, caller, code, month)));
    const each = packs.flatMap((ofOne) => perMonth(ofOne).map((ofMonth) => told(ofMonth, caller)));
    return { status: 200, body: { packs: each } };
  }

  async function allCommissioners(caller: Caller): Promise<string[]> {
    if (!isOperator(caller)) return [];
    return readCodes(table, 'commissioners');
  }

  async function link(request: HttpRequest, packs: readonly IssuedPack[], name: string) {
    const { caller, query } = request;
    const wanted = query['revision'];
    const newest = packs.at(-1);
    const pack = wanted === undefined ? newest : packs.find(({ revision }) => String(revision) === wanted);
    if (pack === undefined) throw notFound();
    const key = keyOf(pack, name, isOperator(caller));
    if (key === undefined) throw notFound();
    const { commissioner, month, revision } = pack;
    const superseded = supersededBy(pack, newest);
    const note = superseded === undefined ? '' : `-superseded-by-r${superseded}`;
    const fileName = `${commissioner}-${month}-r${revision}${note}-${name}`;
    const url = await signLink(bucket, key, fileName, askedDisposition(request));
    const at = now().toISOString();
    await writeAudit(table, {
      ...{ id: newId(), at, ...byWhom(caller), action: 'link-issued' },
      ...{ commissioner, month, revision, file: name },
    });
    log.info('link issued', { clientId: caller.clientId, commissioner, month, revision, file: name });
    return toldLink(request, url, superseded);
  }
}

/** Where a file of a revision is; what was withheld is for the operator alone. */
function keyOf(
  { commissioner, month, revision, files = packFileNames }: IssuedPack,
  name: string,
  ofOperator: boolean,
): string | undefined {
  if (name === 'disclosure.json')
    return ofOperator ? disclosureFile(commissioner, month, revision) : undefined;
  const isFile = files.includes(name);
  return isFile ? `${packFolder(commissioner, month, revision)}/${name}` : undefined;
}

/** The newest revision that the caller may see, where it is not this one. */
function supersededBy({ revision }: IssuedPack, newest: IssuedPack | undefined): number | undefined {
  return newest === undefined || newest.revision === revision ? undefined : newest.revision;
}

/** The revisions of one commissioner, month by month. */
function perMonth(packs: readonly KnownPack[]): KnownPack[][] {
  return [...Map.groupBy(packs, ({ month }) => month).values()];
}

function told(packs: readonly KnownPack[], { sub }: Caller) {
  const [first] = packs;
  if (first === undefined)
    throw new AppError(500, 'no-revisions', 'A pack without revisions was to be told of.');
  const { commissioner, month } = first;
  const revisions = packs.map((pack) => {
    const { revision, asAt, issuedAt, release, records, fingerprint, manifestSha256 } = pack;
    const { files = packFileNames } = pack;
    const superseded = supersededBy(pack, packs.at(-1));
    return {
      revision,
      ...(superseded !== undefined && { supersededBy: superseded }),
      asAt,
      issuedAt,
      ...toldRelease(release, sub),
      records,
      inputFingerprint: fingerprint,
      manifestSha256,
      files,
    };
  });
  return { commissioner, month, revisions };
}
