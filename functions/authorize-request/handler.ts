import type {
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult,
} from 'aws-lambda';
import type * as z from 'zod';
import { type CallerContext, toContext } from '../../shared/platform/caller.ts';
import { findClient } from '../../shared/platform/find-client.ts';
import { placeOf } from '../../shared/platform/place-of-error.ts';
import { rightsOf } from '../../shared/platform/roles.ts';
import { type Claims, tokenVerifier } from '../../shared/platform/token-verifier.ts';
import type { World } from '../../shared/platform/world.ts';
import type { authorizeRequestEnv } from './env.ts';

type Authorized = APIGatewaySimpleAuthorizerWithContextResult<CallerContext>;

/** What a token that came from the sign-in page has, and one that was had from the pool itself has not. */
const SIGNED_IN = 'openid';

/**
 * The Lambda authorizer: who calls, to whom they are bound and what they may do. A person is known by the client they
 * signed in through, and has the rights of their groups; a machine has those of its own entry. Who is neither is
 * refused with the one error that API Gateway answers with 401; why is logged without anything of theirs.
 */
export function createHandler(
  { TABLE_NAME, ISSUER, JWKS_URI, PORTAL_CLIENT_ID }: z.infer<typeof authorizeRequestEnv>,
  { table: client, log }: Pick<World, 'table' | 'log'>,
): (event: Pick<APIGatewayRequestAuthorizerEventV2, 'headers'>) => Promise<Authorized> {
  const verify = tokenVerifier(ISSUER, JWKS_URI);
  const table = { client, name: TABLE_NAME };

  const refuse = (reason: string): never => {
    log.info('token refused', { name: reason });
    throw new Error('Unauthorized');
  };

  /** The scopes of a person's token say nothing: their groups do. */
  const personOf = ({ scope, 'cognito:groups': groups = [] }: Claims) => {
    if (!scope.split(' ').includes(SIGNED_IN)) return refuse('not-signed-in');
    const rights = rightsOf(groups);
    return 'refused' in rights ? refuse(rights.refused) : { ...rights, isPerson: true };
  };

  /** A machine's token is about itself. */
  const machineOf = async ({ client_id, sub, scope, 'cognito:groups': groups }: Claims) => {
    if (groups !== undefined || sub !== client_id) return refuse('person-of-another-client');
    const entry = await findClient(table, client_id).catch((error: unknown) => {
      // Else it would look like a refusal to whoever counts errors.
      log.error('client not read', placeOf(error));
      throw error;
    });
    if (entry === undefined) return refuse('unknown-client');
    const scopes = scope.split(' ').filter((each) => entry.scopes.includes(each));
    return { binding: entry.binding, scopes, isPerson: false };
  };

  return async ({ headers = {} }) => {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(headers['authorization'] ?? '')?.[1] ?? '';
    const claims = await verify(token).catch((error: unknown) => refuse(placeOf(error).name));
    const { client_id: clientId, sub } = claims;
    const rights = clientId === PORTAL_CLIENT_ID ? personOf(claims) : await machineOf(claims);
    return { isAuthorized: true, context: toContext({ clientId, sub, ...rights }) };
  };
}
