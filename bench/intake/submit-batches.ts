import { createHmac, randomUUID } from 'node:crypto';
import { createHandler } from '../../functions/submit-batch/handler.ts';
import { lambdaContext } from '../../local/gateway/lambda-context.ts';
import { toContext } from '../../shared/platform/caller.ts';
import type { HttpEvent } from '../../shared/platform/http.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import type { Row } from './sent-rows.ts';

/** The function itself, called as the gateway calls it. */
export function submitBatches(table: Table) {
  const quiet = () => undefined;
  const handler = createHandler(
    { TABLE_NAME: table.name, TAG_KEY_ID: 'bench' },
    {
      table: table.client,
      log: { info: quiet, warn: quiet, error: console.error },
      meter: { count: quiet },
      now: () => new Date(),
      newId: () => randomUUID(),
      macs: { mac: (_, message) => Promise.resolve(createHmac('sha256', 'bench').update(message).digest()) },
    },
  );
  const binding = { provider: 'janus' };
  const caller = { clientId: 'c', sub: 's', scopes: ['records/write'], binding, isPerson: false };
  return async (rows: readonly Row[]) => {
    const records = rows.map(({ type, id, value }) => ({ type, id, ...value }));
    const { statusCode, body } = await handler(
      eventOf(JSON.stringify({ records }), toContext(caller)),
      lambdaContext('submit-batch', 29_000),
    );
    if (statusCode !== 200 || body?.includes(`"created":${rows.length}`) !== true)
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
