import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { createHandler } from '../functions/submit-batch/handler.ts';
import { lambdaContext } from '../local/gateway/lambda-context.ts';
import { openStores, storeNames } from '../local/stores.ts';
import { readDeployment } from '../local/template/deployment.ts';
import { synthesizeTemplates } from '../local/template/synthesize-templates.ts';
import { readRecord } from '../shared/intake/read-record.ts';
import { toContext } from '../shared/platform/caller.ts';
import type { HttpEvent } from '../shared/platform/http.ts';
import { type Item, putItem, type Table } from '../shared/store/dynamo.ts';
import { inParallel } from '../shared/store/in-parallel.ts';
import { pointerItem, recordItem } from '../shared/store/record-item.ts';
import { putEntry } from '../shared/store/registries.ts';
import type { Comparison } from './compare.ts';

const ROWS = 20_000;
const BATCH = 1_000;
const ROWS_OF_PERSON = 20;
/** As many as a batch has under way. */
const AT_ONCE = 16;
const BATCH_WRITE = 25;

/**
 * 20,000 rows committed in batches of a thousand, each against nothing but the conditional writes of as many items at
 * the same concurrency, and against unconditional writes of 25 at a time.
 */
export async function* intake(): AsyncGenerator<Comparison> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-bench-'));
  const { table: tableKeys } = readDeployment(await synthesizeTemplates());
  const fail = (error: unknown) => console.error(error);
  const stores = await openStores({ folder, tableKeys, objectsPort: 0, onError: fail });
  const table = { client: stores.table, name: storeNames.TABLE_NAME };
  try {
    await putEntry(table, 'commissioners', 'northshire', { name: 'Northshire' }, new Date());
    const submit = submitting(table);
    const floor = (rows: readonly Row[]) =>
      inParallel(AT_ONCE, rows, async (row) => {
        const { pointer, item } = itemsOf('floor', row);
        await putItem(table, pointer, 'absent');
        await putItem(table, item, 'absent');
      });
    const batchWrite = async (rows: readonly Row[]) => {
      const items = rows.flatMap((row) => Object.values(itemsOf('written', row)));
      const groups = Array.from({ length: Math.ceil(items.length / BATCH_WRITE) }, (_, i) =>
        items.slice(i * BATCH_WRITE, (i + 1) * BATCH_WRITE),
      );
      await inParallel(AT_ONCE, groups, (group) =>
        table.client.send(
          new BatchWriteCommand({
            RequestItems: { [table.name]: group.map((Item) => ({ PutRequest: { Item } })) },
          }),
        ),
      );
    };
    const works = [submit, floor, batchWrite] as const;
    const times: number[][] = [];
    for (let batch = -1; batch < ROWS / BATCH; batch += 1) {
      const rows = rowsOf(batch);
      const round: number[] = [];
      // In another order each time, so that no place in it is anybody's.
      for (const i of [0, 1, 2].map((place) => (place + batch + 1) % 3))
        round[i] = await timeOf(() => works[i]?.(rows));
      if (batch >= 0) times.push(round);
    }
    const [ours = NaN, alone = NaN, written = NaN] = [0, 1, 2].map((i) =>
      times.reduce((sum, round) => sum + (round[i] ?? NaN), 0),
    );
    const perSecond = (ms: number) => `${Math.round((ROWS / ms) * 1000).toLocaleString('en-GB')} rows/s`;
    yield {
      what: 'intake, 20,000 rows in batches',
      rival: 'the same conditional writes alone',
      ratios: times.map(([own = NaN, floorTime = NaN]) => own / floorTime),
      note: `${perSecond(ours)} against ${perSecond(alone)}`,
    };
    yield {
      what: 'intake, 20,000 rows in batches',
      rival: 'BatchWriteItem, without conditions',
      ratios: times.map(([own = NaN, , writeTime = NaN]) => own / writeTime),
      note: perSecond(written),
    };
  } finally {
    await stores.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Row = { readonly type: string; readonly id: string; readonly value: object };

/** A thousand rows of fifty people: a placement each, and what was recorded of them. */
function rowsOf(batch: number): Row[] {
  return Array.from({ length: BATCH }, (_, i): Row => {
    const personRef = `SU-${batch + 1}-${Math.floor(i / ROWS_OF_PERSON)}`;
    const id = `${batch + 1}-${i}`;
    const day = String((i % ROWS_OF_PERSON) + 6).padStart(2, '0');
    if (i % ROWS_OF_PERSON === 0) return { type: 'placement', id, value: { ...placement, personRef } };
    if (i % 4 === 1)
      return { type: 'test', id, value: { ...test, personRef, collectedAt: `2026-01-${day}T09:00:00Z` } };
    return { type: 'session', id, value: { ...session, personRef, startsAt: `2026-01-${day}T10:00:00Z` } };
  });
}

const placement = {
  ...{ commissioner: 'northshire', service: 'day-programme', funding: 'spot', goal: 'abstinence' },
  ...{ referredOn: '2026-01-02', startsOn: '2026-01-05', plannedEndOn: '2026-03-30', sex: 'female' },
  ...{ substances: ['alcohol'], ageBand: '35-44' },
};
const session = { kind: 'group', attendance: 'attended', workers: ['W-1'], topics: ['cravings'] };
const test = {
  ...{ matrix: 'urine', reason: 'random', status: 'provided' },
  results: [{ substance: 'alcohol', result: 'negative' }],
};

/** The function itself, called as the gateway calls it. */
function submitting(table: Table) {
  const quiet = () => undefined;
  const handler = createHandler(
    { TABLE_NAME: table.name, TAG_KEY_ID: 'bench' },
    {
      table: table.client,
      log: { info: quiet, warn: quiet, error: console.error },
      now: () => new Date(),
      newId: () => randomUUID(),
      macs: { mac: (_, message) => Promise.resolve(createHmac('sha256', 'bench').update(message).digest()) },
    },
  );
  const caller = {
    clientId: 'c',
    sub: 's',
    scopes: ['records/write'],
    binding: { provider: 'janus' },
    isPerson: false,
  };
  return async (rows: readonly Row[]) => {
    const records = rows.map(({ type, id, value }) => ({ type, id, ...value }));
    const { statusCode, body } = await handler(
      eventOf(JSON.stringify({ records }), toContext(caller)),
      lambdaContext('submit-batch', 29_000),
    );
    if (statusCode !== 200 || body?.includes(`"created":${BATCH}`) !== true)
      throw new Error('a batch was not taken in');
  };
}

function eventOf(body: string, authorizer: unknown): HttpEvent {
  const http = { method: 'POST', path: '/v1/batches', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' };
  return {
    ...{ version: '2.0', routeKey: 'POST /v1/batches', rawPath: '/v1/batches', rawQueryString: '' },
    ...{ headers: { 'content-type': 'application/json' }, body, isBase64Encoded: false },
    requestContext: {
      ...{ accountId: '', apiId: '', domainName: '', domainPrefix: '', http, requestId: '' },
      ...{ routeKey: 'POST /v1/batches', stage: '$default', time: '', timeEpoch: 0 },
      authorizer: { lambda: authorizer },
    },
  };
}

/** What is stored of a row: the record and the pointer to it. */
function itemsOf(provider: string, { type, id, value }: Row): { item: Item; pointer: Item } {
  const { record } = readRecord(type, id, value);
  if (record === undefined) throw new Error('the benchmark made a record that is none');
  const stamp = { version: 1, recordedAt: new Date().toISOString(), client: 'c' };
  const item = recordItem(provider, record, stamp);
  return { item, pointer: pointerItem(item, 0) };
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
