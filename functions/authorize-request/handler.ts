import type {
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult,
} from 'aws-lambda';
import type * as z from 'zod';
import { type CallerContext, toContext } from '../../shared/platform/caller.ts';
import { findClient } from '../../shared/platform/find-client.ts';
import { placeOf } from '../../shared/platform/place-of-error.ts';
import { tokenVerifier } from '../../shared/platform/token-verifier.ts';
import type { World } from '../../shared/platform/world.ts';
import type { authorizeRequestEnv } from './env.ts';

type Authorized = APIGatewaySimpleAuthorizerWithContextResult<CallerContext>;

/**
 * The Lambda authorizer: who calls, to whom they are bound and what they may do. What it does not know it refuses
 * with the one error that API Gateway answers with 401.
 */
export function createHandler(
  { TABLE_NAME, ISSUER, JWKS_URI }: z.infer<typeof authorizeRequestEnv>,
  { table: client, log }: Pick<World, 'table' | 'log'>,
): (event: Pick<APIGatewayRequestAuthorizerEventV2, 'headers'>) => Promise<Authorized> {
  const verify = tokenVerifier(ISSUER, JWKS_URI);
  const table = { client, name: TABLE_NAME };
  return async ({ headers = {} }) => {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(headers['authorization'] ?? '')?.[1] ?? '';
    const claims = await verify(token).catch((error: unknown) => {
      log.info('token refused', { name: placeOf(error).name });
      throw new Error('Unauthorized');
    });
    const entry = await findClient(table, claims.client_id);
    if (entry === undefined) throw new Error('Unauthorized');
    const scopes = claims.scope.split(' ').filter((scope) => entry.scopes.includes(scope));
    const { client_id: clientId, sub } = claims;
    return { isAuthorized: true, context: toContext({ clientId, sub, scopes, binding: entry.binding }) };
  };
}
