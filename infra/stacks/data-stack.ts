import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { DataTrail } from '../constructs/data-trail.ts';
import { acknowledgeControls } from '../constructs/acknowledge.ts';
import { PacksBucket } from '../constructs/packs-bucket.ts';
import { RecordsTable } from '../constructs/records-table.ts';
import { SigningKey } from '../constructs/signing-key.ts';
import { TableBackups } from '../constructs/table-backups.ts';
import { TagKey } from '../constructs/tag-key.ts';
import { UploadsBucket } from '../constructs/uploads-bucket.ts';

type DataStackProps = StackProps & { readonly config: Config; readonly restoredTable: string | undefined };

/** Everything that must outlive a deployment: the table, the packs, what was uploaded, the keys of tags and of signatures, and the log of who fetched packs. */
export class DataStack extends Stack {
  readonly table: RecordsTable;
  readonly packs: PacksBucket;
  readonly uploads: UploadsBucket;
  readonly tagKey: TagKey;
  readonly signingKey: SigningKey;
  readonly backups: TableBackups | undefined;

  constructor(scope: Construct, id: string, { config, restoredTable, ...props }: DataStackProps) {
    super(scope, id, props);
    this.table = new RecordsTable(this, 'Records', restoredTable);
    this.tagKey = new TagKey(this, 'Tags');
    this.signingKey = new SigningKey(this, 'Signing');
    const accessLogs = new Bucket(this, 'AccessLogs', {
      // S3 delivers access logs to buckets under its own key only.
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      versioned: true,
      lifecycleRules: [
        { expiration: config.accessLogExpiry, noncurrentVersionExpiration: Duration.days(30) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledgeControls(accessLogs, {
      S3BucketReplicationEnabled: 'It says who asked for which file, and is read after the event alone.',
      S3DefaultEncryptionKMS: 'S3 delivers access logs to no bucket under a key of our own.',
    });
    this.packs = new PacksBucket(this, 'Packs', { accessLogs, lock: config.packLock });
    this.uploads = new UploadsBucket(this, 'Uploads', { accessLogs, portalOrigin: config.portalOrigin });
    const { tableArn } = this.table;
    this.backups = config.backups && new TableBackups(this, 'Backups', { tableArn, backups: config.backups });
    new DataTrail(this, 'Trail', { ...config, tableArn, packsArn: this.packs.bucketArn, accessLogs });

    const outputs = {
      TableName: [this.table.tableName, 'The table of records'],
      TableKeyArn: [this.table.keyArn, 'The key that encrypts it'],
      PacksBucketName: [this.packs.bucketName, 'Packs, and the ledger of erasures'],
      TagKeyArn: [this.tagKey.keyArn, 'The key that the tags of erased people are made with'],
      SigningKeyArn: [this.signingKey.keyArn, 'The key that packs and statements are signed with'],
    } as const;
    for (const [name, [value, description]] of Object.entries(outputs))
      new CfnOutput(this, name, { value, description });
  }
}
