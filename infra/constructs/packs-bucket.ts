import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import * as z from 'zod';
import { acknowledge, acknowledgeControls } from './acknowledge.ts';
import type { Binding } from './binding.ts';

type ObjectAction = 'GetObject' | 'PutObject';

/** Issued packs, the repeats of earlier runs beside them, finance's statements, and the ledger of erasures, which outlives the table. */
type Folder = 'packs' | 'replays' | 'disclosure' | 'finance' | 'erasures';

const keyActions = {
  GetObject: 'kms:Decrypt',
  PutObject: 'kms:GenerateDataKey',
} as const satisfies Record<ObjectAction, string>;

type PacksBucketProps = {
  readonly accessLogs: Bucket;
  /** How long nobody may delete or overwrite a file; undefined for no lock. */
  readonly lock: Duration | undefined;
};

/** Where packs are kept for good, and the key that encrypts them. */
export class PacksBucket extends Construct {
  readonly #bucket: Bucket;
  readonly #key: Key;

  constructor(scope: Construct, id: string, { accessLogs, lock }: PacksBucketProps) {
    super(scope, id);
    this.#key = new Key(this, 'Key', {
      description: 'Encrypts outcome packs',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.#key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // @ts-expect-error The CDK's own bucket is not written for exactOptionalPropertyTypes.
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'packs/',
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      removalPolicy: RemovalPolicy.RETAIN,
      ...(lock && { objectLockDefaultRetention: ObjectLockRetention.governance(lock) }),
    });
    acknowledgeControls(this.#bucket, {
      S3BucketReplicationEnabled:
        'Every version is kept, locked, in three places of one region; what is held of people is not to be in another.',
    });
  }

  get bucketArn(): string {
    return this.#bucket.bucketArn;
  }

  get bucketName(): string {
    return this.#bucket.bucketName;
  }

  /** Where browsers reach it. */
  get origin(): string {
    return `https://${this.#bucket.bucketRegionalDomainName}`;
  }

  /**
   * The bucket's name, with these actions on the files of these folders, and to list those of others.
   *
   * @example packs.allowing(['GetObject'], ['packs'])
   */
  allowing(
    actions: readonly ObjectAction[],
    folders: readonly Folder[],
    listed: readonly Folder[] = [],
  ): Binding {
    return {
      value: this.#bucket.bucketName,
      allow: (role) => {
        role.addToPolicy(
          new PolicyStatement({
            actions: actions.map((action) => `s3:${action}`),
            resources: folders.map((folder) => this.#bucket.arnForObjects(`${folder}/*`)),
          }),
        );
        role.addToPolicy(
          new PolicyStatement({
            actions: actions.map((action) => keyActions[action]),
            resources: [this.#key.keyArn],
            conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(this).region}.amazonaws.com` } },
          }),
        );
        if (listed.length > 0)
          role.addToPolicy(
            new PolicyStatement({
              actions: ['s3:ListBucket'],
              resources: [this.#bucket.bucketArn],
              conditions: { StringLike: { 's3:prefix': listed.map((folder) => `${folder}/*`) } },
            }),
          );
        for (const folder of folders)
          acknowledge(role, {
            [`AwsSolutions-IAM5[Resource::${this.#exportedArn()}/${folder}/*]`]:
              'Files are named by commissioner and month, or by erasure; the function decides who may have which.',
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
