import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import { openapi } from '../../shared/description/openapi.ts';
import { documentJsonSchema } from '../../shared/outcomes/document-json-schema.ts';
import type { World } from '../../shared/platform/world.ts';
import type { readPublishedEnv } from './env.ts';

const MINUTES_FRESH = 60;

/**
 * What anybody may have, without a token: the public key that packs are checked by, the JSON schema of the outcome
 * document, and the description of the interface.
 */
export function createHandler(
  { SIGNING_KEY_ID }: z.infer<typeof readPublishedEnv>,
  { publicKeys }: Pick<World, 'publicKeys'>,
): (event: Pick<APIGatewayProxyEventV2, 'routeKey'>) => Promise<APIGatewayProxyStructuredResultV2> {
  // Asked for once in a process: nobody pays for a call to KMS with each request of no matter whom.
  let publicKey: string | undefined;
  let description: string | undefined;
  return async ({ routeKey }) => {
    if (routeKey === 'GET /openapi.json')
      return published('application/json', (description ??= JSON.stringify(openapi())));
    if (routeKey !== 'GET /signing-key.pem')
      return published('application/schema+json', `${JSON.stringify(documentJsonSchema(), null, 2)}\n`);
    publicKey ??= await publicKeys.publicKey(SIGNING_KEY_ID);
    return published('application/x-pem-file', publicKey);
  };
}

const published = (type: string, body: string) => ({
  statusCode: 200,
  headers: { 'content-type': type, 'cache-control': `public, max-age=${MINUTES_FRESH * 60}` },
  body,
});
