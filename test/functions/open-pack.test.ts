import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../functions/open-pack/handler.ts';
import { type Caller, toContext } from '../../shared/platform/caller.ts';
import { putItem } from '../../shared/store/dynamo.ts';
import { changeRelease } from '../../shared/store/releases.ts';
import { packSort, packsPartition } from '../../shared/store/table.ts';
import { anHttpEvent } from '../support/http-event.ts';
import { aTable } from '../support/table.ts';

let table: Awaited<ReturnType<typeof aTable>>;
beforeAll(async () => {
  table = await aTable();
  for (const revision of [1, 2, 3])
    await putItem(
      table.table,
      {
        ...{ PK: packsPartition('northshire'), SK: packSort('2026-10', revision), revision },
        ...{ commissioner: 'northshire', month: '2026-10', run: 'r', asAt: 'a', fingerprint: 'f' },
        ...{ records: 1, claimedAt: 'c', issuedAt: 'i', manifestSha256: 'm' },
        ...(revision < 3 && { files: revision === 1 ? ['pack.pdf'] : ['pack.pdf', 'pack.html'] }),
      },
      'absent',
    );
  for (const revision of [1, 2])
    await changeRelease(
      table.table,
      { commissioner: 'northshire', month: '2026-10', revision, manifestSha256: 'm' },
      () => ({ released: { id: 'x', at: '2026-11-06T09:00:00.000Z', sub: 'p', clientId: 'portal' } }),
    );
});
afterAll(() => table.close());

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function opened(scopes: Caller['scopes'], revision: string, name = 'pack.pdf') {
  let ids = 0;
  const open = createHandler(
    { TABLE_NAME: table.table.name, PACKS_BUCKET: 'packs' },
    {
      table: table.table.client,
      objects: new S3Client({ region: 'eu-west-2', credentials: { accessKeyId: 'a', secretAccessKey: 's' } }),
      log,
      now: () => new Date('2026-11-07T09:00:00Z'),
      newId: () => `${scopes.join()}${revision}${name}${(ids += 1)}`,
    },
  );
  const event = anHttpEvent({
    routeKey: 'GET /v1/packs/{commissioner}/{month}/files/{name}',
    caller: toContext({
      clientId: 'c',
      sub: 's',
      scopes,
      binding: { commissioner: 'northshire' },
      isPerson: false,
    }),
    pathParameters: { commissioner: 'northshire', month: '2026-10', name },
  });
  const answer = await open({ ...event, queryStringParameters: { revision } }, {
    awsRequestId: 'r',
  } as never);
  return [answer.statusCode, answer.headers?.['superseded-by']];
}

test('a commissioner is told of the newest revision that was released, and of none that was not', async () => {
  expect(await opened(['packs/read'], '1')).toEqual([302, 'r2']);
  expect(await opened(['packs/read'], '2')).toEqual([302, undefined]);
  expect(await opened(['packs/read'], '3')).toEqual([404, undefined]);
});

test('who may release is told of one that is still to be released', async () => {
  expect(await opened(['packs/release'], '2')).toEqual([302, 'r3']);
  expect(await opened(['packs/release'], '3')).toEqual([302, undefined]);
});

test('a revision has the files that it was issued with, and the first ones of all those of now', async () => {
  const answers = await Promise.all(
    ['1', '2', '3'].map((each) => opened(['packs/release'], each, 'pack.html')),
  );
  expect(answers.map(([status]) => status)).toEqual([404, 302, 302]);
});
