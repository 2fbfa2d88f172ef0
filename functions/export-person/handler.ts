import type * as z from 'zod';
import { providerOf } from '../../shared/platform/caller.ts';
import { AppError } from '../../shared/platform/errors.ts';
import {
  type HttpAnswer,
  type HttpHandler,
  type HttpRequest,
  serveHttp,
} from '../../shared/platform/http.ts';
import { MOST_FILE_BYTES, privatePdf } from '../../shared/platform/private-pdf.ts';
import type { World } from '../../shared/platform/world.ts';
import { erasedError, nothingHeld } from '../../shared/privacy/erased.ts';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { type SubjectAccess, subjectAccess } from '../../shared/privacy/subject-access.ts';
import { type AuditEntry, writeAudit } from '../../shared/store/audit.ts';
import { isNothing, readHoldings } from '../../shared/store/holdings.ts';
import type { exportPersonEnv } from './env.ts';

/**
 * `GET /v1/people/{personRef}/access`: everything held on a person, as JSON, or with `Accept: application/pdf` or
 * `?format=pdf` as a document to read. That it was asked for is kept before anything is handed over, and is in it.
 */
export function createHandler(
  { TABLE_NAME, TAG_KEY_ID }: z.infer<typeof exportPersonEnv>,
  { table: client, macs, log, now, newId }: Pick<World, 'table' | 'macs' | 'log' | 'now' | 'newId'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const tagOf = personTags(macs, TAG_KEY_ID);

  return serveHttp(log, async (request) => {
    const { caller, params } = request;
    const person = { provider: providerOf(caller), personRef: params['personRef'] ?? '' };
    const format = formatOf(request);
    const written = [{ personRef: person.personRef, names: [] }];
    const guard = erasureGuard(table, tagOf, person.provider);
    refuseErased(await guard.erasedOf(written));
    if (isNothing(await readHoldings(table, person))) throw nothingHeld();

    const { clientId, sub } = caller;
    const at = now().toISOString();
    const entry: AuditEntry = { id: newId(), at, action: 'subject-access', clientId, sub, ...person, format };
    const { result: access, erased } = await guard.watch(written, async () => {
      await writeAudit(table, entry);
      return subjectAccess(table, person, at);
    });
    refuseErased(erased);
    if (access === undefined) throw nothingHeld();
    log.info('subject access', { provider: person.provider, format, records: access.records.length });
    return answer(access, format);
  });
}

function refuseErased(erased: ReadonlyMap<string, string>): void {
  for (const erasure of erased.values()) throw erasedError(erasure);
}

function formatOf({ query, headers }: HttpRequest): 'json' | 'pdf' {
  const asked = query['format'];
  if (asked === 'json' || asked === 'pdf') return asked;
  if (asked !== undefined) throw new AppError(400, 'invalid-format', 'Send format as json or pdf.');
  return headers['accept']?.includes('application/pdf') === true ? 'pdf' : 'json';
}

async function answer(access: SubjectAccess, format: 'json' | 'pdf'): Promise<HttpAnswer> {
  if (format === 'pdf') {
    const { writeAccessPdf } = await import('../../shared/render/access-pdf.ts');
    return privatePdf(await writeAccessPdf(access), 'subject-access.pdf', tooLarge);
  }
  if (JSON.stringify(access).length > MOST_FILE_BYTES) throw tooLarge();
  return { status: 200, body: access, headers: { 'cache-control': 'no-store' } };
}

function tooLarge(): AppError {
  const detail =
    'More is held on this person than one answer can carry; read the records by their kinds and histories instead.';
  return new AppError(413, 'too-large', detail);
}
