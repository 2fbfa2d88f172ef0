import {
  AddUserPoolClientSecretCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolClientSecretCommand,
  ListUserPoolClientSecretsCommand,
  ResourceNotFoundException,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Scope } from './routes.ts';
import type { Identities } from './world.ts';

const TOKEN_MINUTES = 60;

/** Machine clients in a Cognito user pool, for the client credentials grant. */
export function cognitoIdentities(
  UserPoolId: string,
  client = new CognitoIdentityProviderClient(),
): Identities {
  return {
    create: async (name, scopes) => {
      const { UserPoolClient } = await client.send(
        new CreateUserPoolClientCommand({ UserPoolId, GenerateSecret: true, ...settings(name, scopes) }),
      );
      const { ClientId: clientId, ClientSecret: secret } = UserPoolClient ?? {};
      if (clientId === undefined || secret === undefined)
        throw new Error('the pool answered without a client');
      return { clientId, secret };
    },
    update: async (ClientId, name, scopes) => {
      await client.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ...settings(name, scopes) }));
    },
    renew: async (ClientId) => {
      const pool = { UserPoolId, ClientId };
      const { ClientSecrets: old = [] } = await client.send(new ListUserPoolClientSecretsCommand(pool));
      // A client has two secrets at most: room first, then the new one, then the last of the old ones.
      const [first, ...rest] = old.map(({ ClientSecretId }) => ClientSecretId);
      for (const ClientSecretId of rest) {
        await client.send(new DeleteUserPoolClientSecretCommand({ ...pool, ClientSecretId }));
      }
      const { ClientSecretDescriptor } = await client.send(new AddUserPoolClientSecretCommand(pool));
      if (first !== undefined) {
        await client.send(new DeleteUserPoolClientSecretCommand({ ...pool, ClientSecretId: first }));
      }
      const secret = ClientSecretDescriptor?.ClientSecretValue;
      if (secret === undefined) throw new Error('the pool answered without a secret');
      return { secret };
    },
    remove: async (ClientId) => {
      try {
        await client.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}

/** An update replaces all settings of a client, so both calls send the same ones. */
function settings(ClientName: string, scopes: readonly Scope[]) {
  return {
    ClientName,
    AllowedOAuthFlows: ['client_credentials' as const],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: [...scopes],
    // What is left out would let people's passwords be tried with a machine's secret, and tell who is registered.
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH' as const],
    PreventUserExistenceErrors: 'ENABLED' as const,
    AccessTokenValidity: TOKEN_MINUTES,
    TokenValidityUnits: { AccessToken: 'minutes' as const },
  };
}
