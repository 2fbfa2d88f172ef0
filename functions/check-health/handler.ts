import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Says that the interface answers. */
export function createHandler(): () => Promise<APIGatewayProxyStructuredResultV2> {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return () => Promise.resolve({ statusCode: 200, headers, body: JSON.stringify({ status: 'ok' }) });
}
