import {
  AddUserPoolClientSecretCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolClientSecretCommand,
  ListUserPoolClientSecretsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { GenerateMacCommand, GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { cognitoIdentities } from '../../shared/platform/cognito-identities.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { kmsPublicKeys } from '../../shared/platform/kms-public-keys.ts';
import { kmsSigner } from '../../shared/platform/kms-signer.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { sfnMachines } from '../../shared/platform/sfn-machines.ts';

const cognito = mockClient(CognitoIdentityProviderClient);
const kms = mockClient(KMSClient);
const sfn = mockClient(SFNClient);
beforeEach(() => {
  cognito.reset();
  kms.reset();
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
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
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

test('tags of people are made by one call to KMS in a process, which is repeated after a failure', async () => {
  kms
    .on(GenerateMacCommand)
    .rejectsOnce(new Error('throttled'))
    .resolves({ Mac: new Uint8Array(32).fill(7) });
  const tagOf = personTags(kmsMacs({ region: 'eu-west-2' }), 'arn:key');
  await expect(tagOf({ provider: 'janus', personRef: 'SU-1' })).rejects.toThrow('throttled');
  const tags = await Promise.all(
    ['SU-1', 'SU-2', 'SU-1'].map((personRef) => tagOf({ provider: 'janus', personRef })),
  );
  // printf 'janus\\0SU-1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07, its first 16 bytes in letters a to p
  expect(tags[0]).toBe('amdglnameecblmkbnaneabhafglaeohf');
  expect(tags[2]).toBe(tags[0]);
  expect(tags[1]).not.toBe(tags[0]);
  expect(kms.commandCalls(GenerateMacCommand)).toHaveLength(2);
  expect(kms.commandCalls(GenerateMacCommand)[1]?.args[0].input).toMatchObject({
    KeyId: 'arn:key',
    MacAlgorithm: 'HMAC_SHA_256',
  });
});

test('KMS signs the digest of a message of any length, by RSASSA-PKCS1-v1_5 with SHA-256', async () => {
  kms.on(SignCommand).resolves({ Signature: new Uint8Array(256).fill(9) });
  const message = Buffer.alloc(5_000, 'a');
  const signature = await kmsSigner({ region: 'eu-west-2' }).sign('arn:key', message);
  expect(signature).toHaveLength(256);
  expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toEqual({
    KeyId: 'arn:key',
    SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
    MessageType: 'DIGEST',
    Message: createHash('sha256').update(message).digest(),
  });
});

test('the public key of KMS, in DER, is told as PEM', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  kms.on(GetPublicKeyCommand).resolves({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }) });
  const pem = await kmsPublicKeys({ region: 'eu-west-2' }).publicKey('arn:key');
  expect(pem).toBe(publicKey.export({ format: 'pem', type: 'spki' }));
  expect(kms.commandCalls(GetPublicKeyCommand)[0]?.args[0].input).toEqual({ KeyId: 'arn:key' });
});
