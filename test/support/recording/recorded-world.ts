import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { KMSClient } from '@aws-sdk/client-kms';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { createPublicKey } from 'node:crypto';
import { stages } from '../../../infra/config.ts';
import { cognitoIdentities } from '../../../shared/platform/cognito-identities.ts';
import { kmsMacs } from '../../../shared/platform/kms-macs.ts';
import { kmsPublicKeys } from '../../../shared/platform/kms-public-keys.ts';
import { kmsSigner } from '../../../shared/platform/kms-signer.ts';
import type { Scope } from '../../../shared/platform/routes.ts';
import { sesMail } from '../../../shared/platform/ses-mail.ts';
import { sfnMachines } from '../../../shared/platform/sfn-machines.ts';
import { snsAlerts } from '../../../shared/platform/sns-alerts.ts';
import type { World } from '../../../shared/platform/world.ts';
import { aroundCalls, type Around } from './around-calls.ts';
import type { OnCall, RecordedCall } from './recorded-call.ts';

/** What the commands that are answered here are asked with. */
type Asked = {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly input: string;
  readonly ClientId: string;
  readonly ClientName: string;
  readonly AllowedOAuthScopes: readonly Scope[];
};

const region = { region: 'eu-west-2' };

/**
 * The world of this machine as a function reaches it, every call of the SDK told: those to the table and the buckets as
 * they are made, and for all else the adapters that run on AWS, whose calls are answered by what stands in for the
 * service here.
 *
 * @param before done before each call, which fails of what this throws, and is then not told
 */
export const recordedWorld =
  (onCall: OnCall, before: (call: RecordedCall) => Promise<void>) =>
  (folder: string, world: World): World => {
    const recorded: Around = async ({ command, input }, go) => {
      await before({ folder, command, input });
      try {
        const output = await go();
        onCall({ folder, command, input });
        return output;
      } catch (error) {
        onCall({ folder, command, input, error: error instanceof Error ? error.name : 'Error' });
        throw error;
      }
    };
    /** A client whose calls are told, and answered by another. */
    const answered = <Client extends object>(
      client: Client,
      answer: (command: string, input: Asked) => Promise<unknown>,
    ): Client =>
      aroundCalls(client, (call) =>
        recorded(call, () => answer(call.command, call.input as unknown as Asked)),
      );

    return {
      ...world,
      table: aroundCalls(world.table, recorded),
      objects: aroundCalls(world.objects, recorded),
      machines: sfnMachines(
        answered(new SFNClient(region), async (_, { stateMachineArn, name, input }) => {
          await world.machines.start(stateMachineArn, name, JSON.parse(input) as Record<string, unknown>);
          return {};
        }),
      ),
      identities: cognitoIdentities(
        'pool',
        answered(new CognitoIdentityProviderClient(region), (command, input) =>
          poolAnswers(world.identities, command, input),
        ),
      ),
      macs: {
        mac: (keyId, message) =>
          kmsMacs(
            region,
            answered(new KMSClient(region), async () => ({ Mac: await world.macs.mac(keyId, message) })),
          ).mac(keyId, message),
      },
      signer: {
        sign: (keyId, message) =>
          kmsSigner(
            region,
            answered(new KMSClient(region), async () => ({
              Signature: await world.signer.sign(keyId, message),
            })),
          ).sign(keyId, message),
      },
      publicKeys: {
        publicKey: (keyId) =>
          kmsPublicKeys(
            region,
            answered(new KMSClient(region), async () => ({
              PublicKey: createPublicKey(await world.publicKeys.publicKey(keyId)).export({
                format: 'der',
                type: 'spki',
              }),
            })),
          ).publicKey(keyId),
      },
      alerts: {
        publish: (topic, alert) =>
          snsAlerts(
            answered(new SNSClient(region), async () => {
              await world.alerts.publish(topic, alert);
              return {};
            }),
          ).publish(topic, alert),
      },
      mail: {
        send: (message) =>
          sesMail(
            stages.dev.mailFrom,
            answered(new SESv2Client(region), async () => {
              await world.mail.send(message);
              return {};
            }),
          ).send(message),
      },
    };
  };

/** What a pool of clients would answer; of a client's secrets only the newest is there, and two older ones it once had. */
async function poolAnswers(
  identities: World['identities'],
  command: string,
  { ClientId, ClientName, AllowedOAuthScopes: scopes }: Asked,
): Promise<unknown> {
  switch (command) {
    case 'CreateUserPoolClientCommand': {
      const { clientId, secret } = await identities.create(ClientName, scopes);
      return { UserPoolClient: { ClientId: clientId, ClientSecret: secret } };
    }
    case 'UpdateUserPoolClientCommand':
      return identities.update(ClientId, ClientName, scopes).then(() => ({}));
    case 'DeleteUserPoolClientCommand':
      return identities.remove(ClientId).then(() => ({}));
    case 'ListUserPoolClientSecretsCommand':
      return { ClientSecrets: [{ ClientSecretId: 'older' }, { ClientSecretId: 'oldest' }] };
    case 'AddUserPoolClientSecretCommand': {
      const { secret } = await identities.renew(ClientId);
      return { ClientSecretDescriptor: { ClientSecretValue: secret } };
    }
    case 'DeleteUserPoolClientSecretCommand':
      return {};
    default:
      throw new Error(`${command} is not answered here`);
  }
}
