import {
  AddUserPoolClientSecretCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolClientSecretCommand,
  ListUserPoolClientSecretsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { cognitoIdentities } from '../../shared/platform/cognito-identities.ts';
import { sfnMachines } from '../../shared/platform/sfn-machines.ts';

const cognito = mockClient(CognitoIdentityProviderClient);
const sfn = mockClient(SFNClient);
beforeEach(() => {
  cognito.reset();
  sfn.reset();
});

const identities = () =>
  cognitoIdentities('pool', new CognitoIdentityProviderClient({ region: 'eu-west-2' }));

test('a machine client is made for the client credentials grant alone', async () => {
  cognito
    .on(CreateUserPoolClientCommand)
    .resolves({ UserPoolClient: { ClientId: 'id', ClientSecret: 'secret' } });
  expect(await identities().create('janus', ['records/write'])).toEqual({ clientId: 'id', secret: 'secret' });
  expect(cognito.commandCalls(CreateUserPoolClientCommand)[0]?.args[0].input).toMatchObject({
    UserPoolId: 'pool',
    GenerateSecret: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['records/write'],
  });
});

test('a new secret leaves no old one behind', async () => {
  cognito
    .on(ListUserPoolClientSecretsCommand)
    .resolves({ ClientSecrets: [{ ClientSecretId: 'old-1' }, { ClientSecretId: 'old-2' }] })
    .on(AddUserPoolClientSecretCommand)
    .resolves({ ClientSecretDescriptor: { ClientSecretId: 'new', ClientSecretValue: 'value' } })
    .on(DeleteUserPoolClientSecretCommand)
    .resolves({});
  expect(await identities().renew('id')).toEqual({ secret: 'value' });
  const deleted = cognito
    .commandCalls(DeleteUserPoolClientSecretCommand)
    .map(({ args }) => args[0].input.ClientSecretId);
  expect(deleted.sort()).toEqual(['old-1', 'old-2']);
});

test('removing a client that is gone is no error', async () => {
  cognito
    .on(DeleteUserPoolClientCommand)
    .rejects(new ResourceNotFoundException({ message: '', $metadata: {} }));
  await expect(identities().remove('id')).resolves.toBeUndefined();
});

test('a machine is started under the run’s id, and a second start of the same is no error', async () => {
  sfn
    .on(StartExecutionCommand)
    .resolvesOnce({})
    .rejects(new ExecutionAlreadyExists({ message: '', $metadata: {} }));
  const machines = sfnMachines(new SFNClient({ region: 'eu-west-2' }));
  await machines.start('arn', 'run-1', { trigger: 'hand' });
  await machines.start('arn', 'run-1', { trigger: 'hand' });
  expect(sfn.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
    stateMachineArn: 'arn',
    name: 'run-1',
    input: '{"trigger":"hand"}',
  });
});
