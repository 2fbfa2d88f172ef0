import type * as z from 'zod';
import { createHash } from 'node:crypto';
import { codeSchema } from '../../shared/records/fields.ts';
import { typeNamed } from '../../shared/records/registry.ts';
import type { Entry } from '../../shared/intake/entry.ts';
import type { FieldIssue } from '../../shared/platform/errors.ts';
import { type Batch, batchMedia, readBatch } from '../../shared/intake/read-batch.ts';
import { providerOf, senderOf } from '../../shared/platform/caller.ts';
import {
  type HttpAnswer,
  type HttpHandler,
  type HttpRequest,
  serveHttp,
} from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { answeredOnce } from '../../shared/submission/answered-once.ts';
import { affectedBy } from '../../shared/submission/late/affected-by.ts';
import { knownCommissioners } from '../../shared/submission/known-commissioners.ts';
import type { Submitted } from '../../shared/submission/store-records.ts';
import { countOutcomes } from '../../shared/submission/count-outcomes.ts';
import { submitRecords } from '../../shared/submission/submit-records.ts';
import type { submitBatchEnv } from './env.ts';

const MOST_ANSWER = 4 * 1024 * 1024;

/** `POST /v1/batches`: up to 1,000 records at once, each with its own outcome. */
export function createHandler(
  { TABLE_NAME, TAG_KEY_ID }: z.infer<typeof submitBatchEnv>,
  {
    table: client,
    log,
    meter,
    now,
    newId,
    macs,
  }: Pick<World, 'table' | 'log' | 'meter' | 'now' | 'newId' | 'macs'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const tagOf = personTags(macs, TAG_KEY_ID);
  const isCommissioner = knownCommissioners(table);

  const store = async (
    provider: string,
    client: string,
    { mode, atomic, entries }: Batch,
    content: string,
  ) => {
    const batchId = newId();
    const change = { provider, client, now };
    const erasures = erasureGuard(table, tagOf, provider);
    const whole = atomic === 'all' ? { batchId, content } : undefined;
    const submitted = await submitRecords({ table, isCommissioner, erasures, change, mode, whole }, entries);
    const counts = countsOf(submitted);
    if (mode === 'commit') countOutcomes(meter, submitted);
    log.info('batch taken in', { batchId, provider, mode, ...counts });
    const affects = await affectedBy(table, provider, submitted);
    const results = toldOf(entries, submitted);
    return fitting({ batchId, mode, counts, ...(affects.length > 0 && { affects }), results });
  };

  const answer = async ({ caller, headers, ...sent }: HttpRequest): Promise<HttpAnswer> => {
    const provider = providerOf(caller);
    const client = senderOf(caller);
    const batch = await readBatch(sent);
    const { media, bytes } = sent.sent;
    const asked = JSON.stringify([media, batch.mode, batch.atomic, sent.query['type'] ?? '']);
    const request = { provider, client, key: headers['idempotency-key'], content: [asked, bytes] };
    const content = createHash('sha256').update(asked).update(bytes).digest('hex');
    const { body, isRepeated } = await answeredOnce({ table, now, newId }, request, () =>
      store(provider, client, batch, content),
    );
    return { status: 200, body, ...(isRepeated && { headers: { 'idempotent-replayed': 'true' } }) };
  };
  return serveHttp(log, answer, batchMedia);
}

type Told = {
  readonly index: number;
  /** The line or row of the sender's, where they count them. */
  readonly row?: number;
  readonly type?: string;
  readonly id?: string;
  readonly outcome: Submitted['outcome'];
  readonly version?: number;
  /** It changes a month that was issued before it came. */
  readonly late?: true;
  readonly errors?: readonly FieldIssue[];
};

/** Each result under its index; kind and id are repeated only where they are a kind and an id. */
function toldOf(entries: readonly Entry[], submitted: readonly Submitted[]): Told[] {
  return submitted.map((result, index) => {
    const { type = '', id, row } = entries[index] ?? {};
    const code = codeSchema.safeParse(id);
    return {
      index,
      ...(row !== undefined && { row }),
      ...(typeNamed(type) !== undefined && { type }),
      ...(code.success && { id: code.data }),
      outcome: result.outcome,
      ...(result.outcome === 'rejected'
        ? { errors: result.issues }
        : { version: result.version, ...(result.late && { late: true }) }),
    };
  });
}

type Answer = { readonly results: readonly Told[]; readonly [field: string]: unknown };

/** A function's answer is 6 MB at most: where many records have many problems, the lists of allowed values go. */
function fitting(body: Answer): Answer {
  if (JSON.stringify(body).length < MOST_ANSWER) return body;
  const results = body.results.map((told) => ({
    ...told,
    ...(told.errors && { errors: told.errors.map(({ field, code, message }) => ({ field, code, message })) }),
  }));
  return { ...body, results };
}

function countsOf(submitted: readonly Submitted[]) {
  const counts = { created: 0, amended: 0, unchanged: 0, rejected: 0 };
  for (const { outcome } of submitted) counts[outcome] += 1;
  return counts;
}
