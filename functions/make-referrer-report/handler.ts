import type * as z from 'zod';
import type { Caller } from '../../shared/platform/caller.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, type HttpRequest, serveHttp } from '../../shared/platform/http.ts';
import { privatePdf } from '../../shared/platform/private-pdf.ts';
import type { World } from '../../shared/platform/world.ts';
import { erasedError } from '../../shared/privacy/erased.ts';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { codeSchema } from '../../shared/records/fields.ts';
import { londonDate } from '../../shared/records/london.ts';
import { type AskedReport, readReport } from '../../shared/referrers/read-report.ts';
import { writeReferrerPdf } from '../../shared/render/referrer-pdf.ts';
import { type AuditEntry, writeAudit } from '../../shared/store/audit.ts';
import type { makeReferrerReportEnv } from './env.ts';

/**
 * `GET /v1/people/{personRef}/report`: a written report on one placement for its referrer, made as it is asked for and
 * kept nowhere. The referrer asks for it, or the provider, to hand it to them. That it was issued, and to whom, is kept
 * before it is handed over, and not where it could not be made.
 */
export function createHandler(
  { TABLE_NAME, TAG_KEY_ID }: z.infer<typeof makeReferrerReportEnv>,
  { table: client, macs, log, now, newId }: Pick<World, 'table' | 'macs' | 'log' | 'now' | 'newId'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const tagOf = personTags(macs, TAG_KEY_ID);

  return serveHttp(log, async (request) => {
    const { caller } = request;
    const asked = askedOf(request);
    const { person } = asked;
    const written = [{ personRef: person.personRef, names: [] }];
    const guard = erasureGuard(table, tagOf, person.provider);
    refuseErased(await guard.erasedOf(written), caller);
    const at = now().toISOString();
    const report = await readReport(table, asked, londonDate(at));
    const file = await writeReferrerPdf({ ...report, madeAt: at });
    const answer = privatePdf(file, 'referrer-report.pdf', tooLarge);

    const { clientId, sub } = caller;
    const recipient = report.recipient.code;
    const entry: AuditEntry = {
      ...{ id: newId(), at, action: 'report-issued', clientId, sub, ...person },
      ...{ placement: report.facts.id, recipient },
    };
    const { erased } = await guard.watch(written, () => writeAudit(table, entry));
    refuseErased(erased, caller);
    log.info('referrer report made', { provider: person.provider, recipient });
    return answer;
  });
}

/** A referrer says whose reference it is and is shown their own placements; a provider asks for its own people. */
function askedOf({ caller: { binding }, params, query }: HttpRequest): AskedReport {
  const { provider, placement } = query;
  for (const code of [provider, placement])
    if (code !== undefined && !codeSchema.safeParse(code).success) throw notFound();
  const personRef = params['personRef'] ?? '';
  if ('referrer' in binding) {
    if (provider === undefined) throw providerRequired();
    return { person: { provider, personRef }, placement, referrer: binding.referrer };
  }
  const isOwn = 'provider' in binding && (provider === undefined || provider === binding.provider);
  if (!isOwn) throw notFound();
  return { person: { provider: binding.provider, personRef }, placement };
}

/** That somebody was erased is told to their provider; to a referrer they are absent. */
function refuseErased(erased: ReadonlyMap<string, string>, { binding }: Caller): void {
  for (const erasure of erased.values()) throw 'provider' in binding ? erasedError(erasure) : notFound();
}

function providerRequired(): AppError {
  const detail =
    'Say whose reference it is with ?provider= and its code: each provider has references of its own.';
  return new AppError(400, 'provider-required', detail);
}

function tooLarge(): AppError {
  const detail = 'More is recorded of this placement than one report can carry; ask the provider for it.';
  return new AppError(413, 'too-large', detail);
}
