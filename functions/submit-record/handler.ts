import type * as z from 'zod';
import { providerOf, senderOf } from '../../shared/platform/caller.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import {
  type HttpAnswer,
  type HttpHandler,
  type HttpRequest,
  serveHttp,
} from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { refusedAsErased } from '../../shared/privacy/erased.ts';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { typeOfCollection } from '../../shared/records/registry.ts';
import type { Stored } from '../../shared/store/put-record.ts';
import { withdrawalReasonSchema } from '../../shared/store/record-item.ts';
import { etagOf, expectedVersion } from '../../shared/submission/version-headers.ts';
import { affectedBy } from '../../shared/submission/late/affected-by.ts';
import type { AffectedPack } from '../../shared/submission/late/affected-packs.ts';
import { knownCommissioners } from '../../shared/submission/known-commissioners.ts';
import { countOutcomes } from '../../shared/submission/count-outcomes.ts';
import { submitRecords } from '../../shared/submission/submit-records.ts';
import { withdraw } from '../../shared/submission/withdraw.ts';
import type { submitRecordEnv } from './env.ts';

/** `PUT` and `DELETE /v1/{collection}/{id}`: one record sent, amended or withdrawn. */
export function createHandler(
  { TABLE_NAME, TAG_KEY_ID }: z.infer<typeof submitRecordEnv>,
  { table: client, log, meter, now, macs }: Pick<World, 'table' | 'log' | 'meter' | 'now' | 'macs'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const tagOf = personTags(macs, TAG_KEY_ID);
  const isCommissioner = knownCommissioners(table);

  return serveHttp(log, async (request) => {
    const { caller, params, headers, route } = request;
    const recordType = typeOfCollection(params['collection'] ?? '');
    if (recordType === undefined) throw notFound();
    const provider = providerOf(caller);
    const erasures = erasureGuard(table, tagOf, provider);
    const change = {
      provider,
      client: senderOf(caller),
      now,
      ifVersion: expectedVersion(headers),
    };
    const { type } = recordType;
    const id = params['id'] ?? '';
    if (route.method === 'DELETE') return remove(request, type, id);

    const submission = { table, isCommissioner, erasures, change, mode: 'commit' } as const;
    const [result] = await submitRecords(submission, [{ type, id, value: request.body }]);
    countOutcomes(meter, result === undefined ? [] : [result]);
    if (result === undefined || result.outcome === 'rejected') throw refusal(result?.issues ?? []);
    const { outcome, version } = result;
    const told = { type, id, outcome, version, ...(await lateness(result)) };
    return answer(outcome === 'created' ? 201 : 200, told);

    async function lateness({ late }: Pick<Stored, 'late'>) {
      if (late === undefined) return {};
      const affects = await affectedBy(table, provider, [{ late }]);
      return { late: true, affects: affects.map(({ records: _, ...pack }) => pack) };
    }

    async function remove({ query }: HttpRequest, type: string, id: string): Promise<HttpAnswer> {
      const reason = withdrawalReasonSchema.safeParse(query['reason']);
      if (!reason.success) throw reasonNeeded();
      const withdrawal = { type, id, reason: reason.data };
      const withdrawn = await withdraw({ table, erasures, change }, withdrawal);
      if (withdrawn === 'absent') throw notFound();
      const { version } = withdrawn;
      return answer(200, { type, id, outcome: 'withdrawn', version, ...(await lateness(withdrawn)) });
    }
  });
}

type Outcome = {
  readonly type: string;
  readonly id: string;
  readonly outcome: string;
  readonly version: number;
  /** It changes a month that was issued before it came, and may move figures of these packs. */
  readonly late?: boolean;
  readonly affects?: readonly Omit<AffectedPack, 'records'>[];
};

function answer(status: number, body: Outcome): HttpAnswer {
  return { status, body, headers: { etag: etagOf(body.version) } };
}

function refusal(issues: AppError['issues']): AppError {
  const erased = refusedAsErased(issues);
  if (erased !== undefined) return erased;
  const [first] = issues;
  if (first?.code === 'id-in-use' || first?.code === 'busy')
    return new AppError(409, first.code, first.message);
  return new AppError(422, 'invalid-record', 'The record was refused and nothing was stored; see errors.', {
    issues,
  });
}

function reasonNeeded(): AppError {
  const allowed = withdrawalReasonSchema.options;
  const issues = [{ field: 'reason', code: 'not-allowed', message: 'say why, as ?reason=', allowed }];
  return new AppError(422, 'reason-needed', 'A withdrawal needs its reason; nothing was withdrawn.', {
    issues,
  });
}
