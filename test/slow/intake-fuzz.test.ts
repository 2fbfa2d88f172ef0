import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordTypeNames, typeNamed } from '../../shared/records/registry.ts';
import { arbitrarySent } from '../support/arbitrary-record.ts';
import { aCrowd } from '../support/crowd.ts';
import { type Answer, aSystem, type System, tokenFor } from '../support/system.ts';

/**
 * Anything may be sent: every answer is a success or a problem document, never a fault of ours; nothing that was
 * refused is there, and everything that was accepted is. What is read back and sent again is unchanged.
 */

let system: System;
beforeAll(async () => {
  system = await aSystem();
});
afterAll(() => system.stop());

/** What was accepted and not withdrawn since, as `type id`. */
const accepted = new Set<string>();
let number = 0;
const newId = () => `F-${(number += 1)}`;

type Result = { type?: string; id?: string; outcome: string };

function checkAnswer({ status, headers, body }: Answer): void {
  const kind = headers.get('content-type');
  if (status === 200 || status === 201) expect(kind).toBe('application/json');
  else {
    expect(status).toBeLessThan(500);
    expect(kind).toBe('application/problem+json');
    expect(body).toMatchObject({ status, code: expect.stringMatching(/^[a-z0-9-]+$/) as unknown });
  }
  // What is wrong is told without repeating it.
  expect(JSON.stringify(body)).not.toMatch(/Zebediah|9434765919/);
}

function note({ body }: Answer, commits: boolean): void {
  for (const { type, id, outcome } of (body['results'] ?? []) as Result[])
    if (commits && outcome !== 'rejected') accepted.add(`${type} ${id}`);
}

/** Everything that a provider has, with what it holds. */
async function everything(): Promise<Record<string, unknown>[]> {
  const records: Record<string, unknown>[] = [];
  for (const type of recordTypeNames) {
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const from = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const { body } = await system.provider('GET', `/v1/${typeNamed(type)!.collection}${from}`);
      records.push(...(body['records'] as Record<string, unknown>[]));
      cursor = body['cursor'] as string | undefined;
    }
  }
  return records;
}

async function checkStored(): Promise<void> {
  const stored = (await everything()).map(({ type, id }) => `${String(type)} ${String(id)}`);
  expect(stored.sort()).toEqual([...accepted].sort());
}

const many = { endOnFailure: true } as const;

test('batches of records, right and wrong, in JSON and in lines', { timeout: 600_000 }, async () => {
  const batch = fc.record({
    sent: fc.array(arbitrarySent, { minLength: 1, maxLength: 8 }),
    mode: fc.constantFrom('commit', 'commit', 'validate'),
    atomic: fc.constantFrom('none', 'none', 'all'),
    inLines: fc.boolean(),
    oddId: fc.constantFrom(undefined, undefined, undefined, '', '..', 'a b', 7, null),
  });
  await fc.assert(
    fc.asyncProperty(batch, async ({ sent, mode, atomic, inLines, oddId }) => {
      const records = sent.map(({ type, fields }, i) => ({
        ...(typeof fields === 'object' ? fields : { fields }),
        ...{ type, id: i === 0 && oddId !== undefined ? oddId : newId() },
      }));
      const answer = inLines
        ? await system.provider(
            'POST',
            `/v1/batches?mode=${mode}&atomic=${atomic}`,
            records.map((record) => JSON.stringify(record)).join('\n'),
            { 'content-type': 'application/x-ndjson' },
          )
        : await system.provider('POST', '/v1/batches', { mode, atomic, records });
      checkAnswer(answer);
      note(answer, mode === 'commit');
    }),
    { ...many, numRuns: 1_000 },
  );
  await checkStored();
  // Nearly every kind of record was sometimes right; a placement has so many fields that it may never be.
  const kinds = new Set([...accepted].map((name) => name.split(' ')[0]));
  expect(kinds.size).toBeGreaterThanOrEqual(recordTypeNames.length - 2);
});

test('single records, right and wrong, sent and withdrawn', { timeout: 600_000 }, async () => {
  const reason = fc.constantFrom('duplicate', 'entered-in-error', 'because', '');
  await fc.assert(
    fc.asyncProperty(arbitrarySent, fc.boolean(), reason, async ({ type, fields }, withdraws, because) => {
      const id = newId();
      const path = `/v1/${typeNamed(type)!.collection}/${id}`;
      const answer = await system.provider('PUT', path, JSON.stringify(fields));
      checkAnswer(answer);
      if (answer.status === 201) accepted.add(`${type} ${id}`);
      else expect((await system.provider('GET', path)).status).toBe(404);
      if (!withdraws) return;
      const withdrawn = await system.provider('DELETE', `${path}?reason=${because}`);
      checkAnswer(withdrawn);
      if (withdrawn.status === 200)
        expect((await system.provider('GET', path)).body['code']).toBe('withdrawn');
    }),
    { ...many, numRuns: 700 },
  );
  // Withdrawn ones are in the list as such.
  await checkStored();
});

test('bytes of any kind, as any kind of body', { timeout: 600_000 }, async () => {
  const record = '{"type":"lapse","id":"B-1","personRef":"SU-1","openedOn":"2026-01-05"';
  const csv = 'id,personRef,openedOn,source,substance,outcome\nB-2,SU-1,2026-01-05,test,alcohol,';
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: 'binary', maxLength: 40 }).map((text) => Buffer.from(text)),
    fc
      .constantFrom(
        '"',
        '\n',
        '\r\n',
        ',',
        ';',
        '\uFEFF',
        '[',
        '{',
        '}',
        '\\u0000',
        '\u0000',
        '""',
        '\t',
        '-1e999',
      )
      .map((text) => Buffer.from(text)),
    fc
      .constantFrom(record, csv, '{"records":[', 'id;personRef;openedOn\n', '{"__proto__":{}}')
      .map((text) => Buffer.from(text)),
  );
  const kinds = [
    'application/json',
    'application/x-ndjson',
    'text/csv',
    'text/plain',
    'text/csv; charset=utf-16',
  ];
  const queries = [
    '',
    '?type=lapse',
    '?type=lapse&mode=validate',
    '?type=review&atomic=all',
    '?mode=x',
    '?type=%00',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 6 }),
      fc.constantFrom(...kinds),
      fc.constantFrom(...queries),
      fc.option(fc.string({ unit: 'grapheme-ascii', maxLength: 12 }), { nil: undefined }),
      async (pieces, kind, query, key) => {
        const response = await fetch(`${system.baseUrl}/v1/batches${query}`, {
          method: 'POST',
          headers: {
            ...{ authorization: `Bearer ${await token()}`, 'content-type': kind },
            ...(key !== undefined && { 'idempotency-key': key }),
          },
          body: Buffer.concat(pieces),
        });
        const body = (await response.json()) as Record<string, unknown>;
        const answer = { status: response.status, headers: response.headers, body };
        checkAnswer(answer);
        if (response.headers.get('idempotent-replayed') === null) note(answer, body['mode'] === 'commit');
      },
    ),
    { ...many, numRuns: 1_500 },
  );
  await checkStored();
});

test('what was accepted is unchanged when it is read back and sent again, every kind of record', async () => {
  const crowd = aCrowd(1, 30, 1);
  const people = crowd.people.flatMap(({ records }) => records);
  const sent = [...people, ...crowd.unattached, ...crowd.reflections].map(({ type, id, data }, i) => ({
    ...data,
    ...{ type, id: `${id.slice(0, 50)}-${i}` },
  }));
  for (let i = 0; i < sent.length; i += 1000) {
    const answer = await system.provider('POST', '/v1/batches', { records: sent.slice(i, i + 1000) });
    note(answer, true);
  }
  await checkStored();
  const standing = (await everything()).filter(({ withdrawn }) => withdrawn === undefined);
  expect(new Set(standing.map(({ type }) => type))).toEqual(new Set(recordTypeNames));
  const again = standing.map(({ version: _, recordedAt: __, ...record }) => record);
  for (let i = 0; i < again.length; i += 1000) {
    const part = again.slice(i, i + 1000);
    const { body } = await system.provider('POST', '/v1/batches', { records: part });
    expect(body['counts']).toEqual({ created: 0, amended: 0, unchanged: part.length, rejected: 0 });
  }
});

let fetched: Promise<string> | undefined;
function token(): Promise<string> {
  const { id, secret } = system.clients.find(({ scopes }) =>
    scopes.some((scope) => scope === 'records/write'),
  )!;
  fetched ??= tokenFor(system.tokenUrl, { id, secret });
  return fetched;
}
