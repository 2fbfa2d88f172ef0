import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { stageOf } from '../stage.ts';

type KeptLogProps = {
  /** What writes it, as the operator calls it. */
  readonly of: string;
  readonly retention: RetentionDays;
  /** Whether a service writes it in the system’s name, rather than a function. */
  readonly isDelivered?: boolean;
};

/** A log under a name that an operator can guess, encrypted with a key of its stack, and not kept for ever. */
export class KeptLog extends LogGroup {
  constructor(scope: Construct, id: string, { of, retention, isDelivered = false }: KeptLogProps) {
    super(scope, id, {
      logGroupName: `${isDelivered ? DELIVERED : ''}${folderOf(scope)}${of}`,
      retention,
      encryptionKey: keyOf(Stack.of(scope)),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}

/** Services may write to what is below this without one statement each in a policy of limited length. */
const DELIVERED = '/aws/vendedlogs';

const folderOf = (scope: Construct) => `/janus-outcomes/${stageOf(scope)}/`;

/** One key for all logs of a stack. */
function keyOf(stack: Stack): Key {
  const known = stack.node.tryFindChild('LogsKey');
  if (known instanceof Key) return known;
  const key = new Key(stack, 'LogsKey', {
    description: 'Encrypts logs, which hold ids and counts',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const logs = ['', DELIVERED].map(
    (prefix) => `arn:aws:logs:${stack.region}:${stack.account}:log-group:${prefix}${folderOf(stack)}*`,
  );
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logs } },
    }),
  );
  return key;
}
