import { CfnResource, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import * as z from 'zod';
import { acknowledge, acknowledgeControls } from './acknowledge.ts';
import type { Binding } from './binding.ts';

/** What was sent, what it is worked through with, and what was wrong with its rows. */
type Folder = 'files' | 'work' | 'errors';

const HOUR_SECONDS = 3600;

type Action = 'GetObject' | 'PutObject' | 'DeleteObject' | 'ListBucket';

const keyActions = { GetObject: 'kms:Decrypt', PutObject: 'kms:GenerateDataKey' } as const;

/** Files go as soon as they are worked through; this is for those that nobody came back to. */
const EXPIRY = { files: 14, work: 14, errors: 90 } as const satisfies Record<Folder, number>;

type UploadsBucketProps = {
  readonly accessLogs: Bucket;
  /** Of the page that people send files by; from no page where there is none. */
  readonly portalOrigin: string | undefined;
};

/** Where files are uploaded to, and the key that encrypts them. It says by EventBridge what comes in. */
export class UploadsBucket extends Construct {
  readonly #bucket: Bucket;
  readonly #key: Key;

  constructor(scope: Construct, id: string, { accessLogs, portalOrigin }: UploadsBucketProps) {
    super(scope, id);
    this.#key = new Key(this, 'Key', {
      description: 'Encrypts uploaded files',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.#key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // @ts-expect-error The CDK's own bucket is not written for exactOptionalPropertyTypes.
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'uploads/',
      lifecycleRules: [
        ...Object.entries(EXPIRY).map(([folder, days]) => ({
          prefix: `${folder}/`,
          expiration: Duration.days(days),
        })),
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      ...(portalOrigin !== undefined && {
        cors: [
          {
            allowedOrigins: [portalOrigin],
            allowedMethods: [HttpMethods.POST, HttpMethods.GET],
            maxAge: HOUR_SECONDS,
          },
        ],
      }),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledgeControls(this.#bucket, {
      S3BucketReplicationEnabled: 'What was uploaded is to be gone once it is taken in, not to be twice.',
      S3BucketVersioningEnabled:
        'What was uploaded is to be gone once it is taken in: a version that stays would keep an erased person.',
    });
    // By the bucket's own property: the CDK would set a function of its own to work for it.
    if (CfnResource.isCfnResource(this.#bucket.node.defaultChild))
      this.#bucket.node.defaultChild.addPropertyOverride(
        'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
        true,
      );
  }

  get bucketName(): string {
    return this.#bucket.bucketName;
  }

  /** Where browsers reach it. */
  get origin(): string {
    return `https://${this.#bucket.bucketRegionalDomainName}`;
  }

  /**
   * The bucket's name, with each action on the files of its folders.
   *
   * @example uploads.allowing({ PutObject: ['files'] })
   */
  allowing(allowed: Readonly<Partial<Record<Action, readonly Folder[]>>>): Binding {
    return {
      value: this.#bucket.bucketName,
      allow: (role) => {
        const { ListBucket: listed, ...onObjects } = allowed;
        for (const [action, folders] of Object.entries(onObjects))
          role.addToPolicy(
            new PolicyStatement({
              actions: [`s3:${action}`],
              resources: folders.map((folder) => this.#bucket.arnForObjects(`${folder}/*`)),
            }),
          );
        const forKey = Object.entries(keyActions).flatMap(([action, keyAction]) =>
          action in onObjects ? [keyAction] : [],
        );
        role.addToPolicy(
          new PolicyStatement({
            actions: forKey,
            resources: [this.#key.keyArn],
            conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(this).region}.amazonaws.com` } },
          }),
        );
        if (listed !== undefined)
          role.addToPolicy(
            new PolicyStatement({
              actions: ['s3:ListBucket'],
              resources: [this.#bucket.bucketArn],
              conditions: { StringLike: { 's3:prefix': listed.map((folder) => `${folder}/*`) } },
            }),
          );
        for (const folder of new Set(Object.values(onObjects).flat()))
          acknowledge(role, {
            [`AwsSolutions-IAM5[Resource::${this.#exportedArn()}/${folder}/*]`]:
              'Files are named by provider and upload; the function decides who may have which.',
          });
      },
    };
  }

  /** The name under which other stacks see the bucket's ARN. */
  #exportedArn(): string {
    const stack = Stack.of(this);
    return z
      .object({ 'Fn::ImportValue': z.string() })
      .parse(stack.resolve(stack.exportValue(this.#bucket.bucketArn)))['Fn::ImportValue'];
  }
}
