import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnTrail, Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { named, namespaceOf } from '../stage.ts';
import { acknowledgeControls, ownPolicy } from './acknowledge.ts';
import { KeptLog } from './kept-log.ts';

type DataTrailProps = Pick<Config, 'keepLogs' | 'accessLogExpiry'> & {
  readonly tableArn: string;
  readonly packsArn: string;
  readonly accessLogs: Bucket;
};

/**
 * Who opened the files of packs, and who else than our own functions read or wrote the table. What functions ask of the
 * table is left out: the trail would hold the reference of every person, where no erasure can reach it (ADR 18).
 */
export class DataTrail extends Construct {
  constructor(scope: Construct, id: string, props: DataTrailProps) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const trailName = named(this, 'trail');
    const key = new Key(this, 'Key', {
      description: 'Encrypts the trail of who opened what',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
        actions: ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          StringEquals: { 'aws:SourceArn': `arn:aws:cloudtrail:${region}:${account}:trail/${trailName}` },
        },
      }),
    );
    const bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // @ts-expect-error The CDK's own bucket is not written for exactOptionalPropertyTypes.
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: 'trail/',
      lifecycleRules: [{ expiration: props.accessLogExpiry, noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledgeControls(bucket, {
      S3BucketReplicationEnabled: 'The same is in the log, and what matters of it was an alarm at once.',
    });
    const log = new KeptLog(this, 'Log', { of: 'trail', retention: props.keepLogs });
    const trail = new Trail(this, 'Trail', {
      trailName,
      // @ts-expect-error The CDK's own bucket is not written for exactOptionalPropertyTypes.
      bucket,
      encryptionKey: key,
      sendToCloudWatchLogs: true,
      cloudWatchLogGroup: log,
      enableFileValidation: true,
      // The account’s own trail has what is done to resources; this one has what is done to data.
      isMultiRegionTrail: false,
      includeGlobalServiceEvents: false,
    });
    acknowledgeControls(trail, { IAMNoInlinePolicy: ownPolicy });
    const ours = `arn:aws:sts::${account}:assumed-role/${named(this, '')}`;
    if (trail.node.defaultChild instanceof CfnTrail)
      trail.node.defaultChild.advancedEventSelectors = [
        selecting('Files of packs', 'AWS::S3::Object', `${props.packsArn}/`),
        selecting('The table, by others than our functions', 'AWS::DynamoDB::Table', props.tableArn, ours),
      ];
    new MetricFilter(this, 'OpenedByHand', {
      logGroup: log,
      metricNamespace: namespaceOf(this),
      metricName: 'OpenedByHand',
      filterPattern: FilterPattern.literal(`{ $.userIdentity.arn != "${ours}*" }`),
    });
  }
}

/** Data events of resources whose ARN begins so, but for those of callers whose ARN begins so. */
function selecting(
  name: string,
  type: string,
  arn: string,
  butNotBy?: string,
): CfnTrail.AdvancedEventSelectorProperty {
  return {
    name,
    fieldSelectors: [
      { field: 'eventCategory', equalTo: ['Data'] },
      { field: 'resources.type', equalTo: [type] },
      { field: 'resources.ARN', startsWith: [arn] },
      ...(butNotBy === undefined ? [] : [{ field: 'userIdentity.arn', notStartsWith: [butNotBy] }]),
    ],
  };
}
