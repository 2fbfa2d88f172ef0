import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { DataStack } from '../../infra/stacks/data-stack.ts';
import { tableIndexes, tableKeys } from '../../shared/store/table.ts';
import { resources, synthesized, theOnly } from './synthesized.ts';

type BucketPolicy = { Bucket: { Ref: string }; PolicyDocument: { Statement: unknown[] } };

const { data } = synthesized();
const prod = synthesized('prod').data;

describe('the table', () => {
  const table = theOnly(data, 'AWS::DynamoDB::GlobalTable');
  const keySchema = ({ partition, sort }: { partition: string; sort: string }) => [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];

  it('has the keys of the store', () => {
    expect(table.Properties['KeySchema']).toEqual(keySchema(tableKeys));
  });

  it('has the indexes of the store, each with every attribute', () => {
    expect(table.Properties['GlobalSecondaryIndexes']).toEqual(
      Object.values(tableIndexes).map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: 'ALL' },
      })),
    );
  });

  it('is paid on demand, encrypted with our own key, recoverable and protected from deletion', () => {
    data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      Replicas: [
        {
          Region: 'eu-west-2',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: {
            KMSMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RecordsKey'), 'Arn'] },
          },
        },
      ],
    });
  });
});

describe('a table that was restored', () => {
  const restored = synthesized('dev', { restoredTable: 'records-of-yesterday' });

  it('is what every function uses, and the one before is kept', () => {
    for (const template of [restored.pipeline, restored.api]) {
      const functions = resources<{ Environment: { Variables: Record<string, unknown> } }>(
        template,
        'AWS::Lambda::Function',
      );
      const tables = functions.map(({ Properties }) => Properties.Environment.Variables['TABLE_NAME']);
      expect(new Set(tables.filter((table) => table !== undefined))).toEqual(
        new Set(['records-of-yesterday']),
      );
      const text = JSON.stringify(template.toJSON());
      expect(text).toContain(':table/records-of-yesterday');
      // Nothing is imported that another deployment would have to let go of first.
      expect(text).not.toContain('RecordsTable');
    }
    expect(theOnly(restored.data, 'AWS::DynamoDB::GlobalTable').DeletionPolicy).toBe('Retain');
  });
});

describe('the packs bucket', () => {
  it('keeps every version, encrypted with our own key, and logs who fetched what', () => {
    data.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: { 'Fn::GetAtt': [Match.stringLikeRegexp('^PacksKey'), 'Arn'] },
            },
          },
        ],
      },
      LoggingConfiguration: { DestinationBucketName: { Ref: Match.stringLikeRegexp('^AccessLogs') } },
    });
  });

  it('is locked for six years in prod and not at all in dev', () => {
    prod.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 2196 } } },
    });
    expect(JSON.stringify(data.toJSON())).not.toContain('ObjectLock');
  });
});

describe('copies of the table', () => {
  it('are made every night in prod and kept for 35 days, which nobody can change or undo after a week', () => {
    prod.hasResourceProperties('AWS::Backup::BackupVault', {
      BackupVaultName: 'janus-outcomes-prod-backups',
      EncryptionKeyArn: { 'Fn::GetAtt': ['BackupsKeyC696F888', 'Arn'] },
      LockConfiguration: { MinRetentionDays: 34, MaxRetentionDays: 35, ChangeableForDays: 7 },
    });
    prod.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          {
            ScheduleExpression: 'cron(0 1 * * ? *)',
            Lifecycle: { DeleteAfterDays: 35 },
            RuleName: 'nightly',
          },
        ],
      },
    });
    prod.hasResourceProperties('AWS::Backup::BackupSelection', {
      BackupSelection: { Resources: [{ 'Fn::GetAtt': ['RecordsTableC9B7A30B', 'Arn'] }] },
    });
    expect(theOnly(prod, 'AWS::Backup::BackupVault')).toMatchObject({
      id: 'BackupsVault1F11AFCC',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('are none in dev, where nothing would be missed', () => {
    data.resourceCountIs('AWS::Backup::BackupVault', 0);
  });
});

describe('the trail', () => {
  type Selector = { Field: string; Equals?: unknown[]; StartsWith?: unknown[]; NotStartsWith?: unknown[] };
  const trail = theOnly<{ AdvancedEventSelectors: { FieldSelectors: Selector[] }[] }>(
    prod,
    'AWS::CloudTrail::Trail',
  ).Properties;
  const [packs, table] = trail.AdvancedEventSelectors.map(
    ({ FieldSelectors }) => new Map(FieldSelectors.map((each) => [each.Field, each])),
  );

  it('has who opened which file of packs', () => {
    expect(packs?.get('resources.type')?.Equals).toEqual(['AWS::S3::Object']);
    expect(JSON.stringify(packs?.get('resources.ARN')?.StartsWith)).toContain('PacksBucketD74B7A78');
    expect(packs?.has('userIdentity.arn')).toBe(false);
  });

  it('has who else than our own functions asked the table, and nothing of what these did: it would name people', () => {
    expect(table?.get('resources.type')?.Equals).toEqual(['AWS::DynamoDB::Table']);
    expect(JSON.stringify(table?.get('resources.ARN')?.StartsWith)).toContain('RecordsTableC9B7A30B');
    expect(JSON.stringify(table?.get('userIdentity.arn')?.NotStartsWith)).toContain(
      ':assumed-role/janus-outcomes-prod-',
    );
  });

  it('is encrypted, proves that no file of it was changed, and goes to a log at once', () => {
    expect(trail).toMatchObject({
      EnableLogFileValidation: true,
      KMSKeyId: { 'Fn::GetAtt': ['TrailKey31F874A3', 'Arn'] },
      CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': [expect.stringMatching(/^TrailLog/), 'Arn'] },
    });
  });
});

describe('buckets', () => {
  it.each(resources(prod, 'AWS::S3::Bucket'))(
    'keep versions, but for what was uploaded: $id',
    ({ id, Properties }) => {
      const versions = id.startsWith('Uploads') ? undefined : { Status: 'Enabled' };
      expect(Properties['VersioningConfiguration']).toEqual(versions);
    },
  );
});

describe.each([
  ['dev', data],
  ['prod', prod],
])('the data stack of %s', (stage, template) => {
  it.each(resources(template, 'AWS::S3::Bucket'))('blocks public access to $id', ({ Properties }) => {
    expect(Properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  });

  it.each(resources(template, 'AWS::S3::Bucket'))('refuses plain HTTP to $id', ({ id }) => {
    const policy = resources<BucketPolicy>(template, 'AWS::S3::BucketPolicy').find(
      ({ Properties }) => Properties.Bucket.Ref === id,
    );
    expect(policy?.Properties.PolicyDocument.Statement).toContainEqual({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: [{ 'Fn::GetAtt': [id, 'Arn'] }, { 'Fn::Join': ['', [{ 'Fn::GetAtt': [id, 'Arn'] }, '/*']] }],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  const kept = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::KMS::Key'];
  it.each(kept.flatMap((type) => resources(template, type)))('keeps $id whatever happens', (resource) => {
    expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('keeps the logical ids by which what is stored is found again', () => {
    expect(kept.flatMap((type) => resources(template, type)).map(({ id }) => id)).toEqual([
      'RecordsTableC9B7A30B',
      'AccessLogs8B620ECA',
      'PacksBucketD74B7A78',
      'UploadsBucketC4B27CC7',
      'TrailBucket6C1E344E',
      'RecordsKey99747094',
      'TagsKey03F01EF9',
      'SigningKey70710D41',
      'PacksKey36531A2C',
      'UploadsKeyEAFA4DCE',
      ...(stage === 'prod' ? ['BackupsKeyC696F888'] : []),
      'TrailKey31F874A3',
      'LogsKeyA6AB43B2',
    ]);
  });

  it('keeps uploads no longer than it takes to read them, and what was wrong with them for three months', () => {
    data.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          { Prefix: 'files/', ExpirationInDays: 14, Status: 'Enabled' },
          { Prefix: 'work/', ExpirationInDays: 14, Status: 'Enabled' },
          { Prefix: 'errors/', ExpirationInDays: 90, Status: 'Enabled' },
        ]),
      },
    });
  });

  const keysFor = (usage?: string) =>
    resources(template, 'AWS::KMS::Key').filter(({ Properties }) => Properties['KeyUsage'] === usage);

  it.each(keysFor())('rotates $id, which encrypts', ({ Properties }) => {
    expect(Properties['EnableKeyRotation']).toBe(true);
  });

  it('has one key that makes tags, which KMS cannot rotate', () => {
    expect(keysFor('GENERATE_VERIFY_MAC')).toMatchObject([
      { id: 'TagsKey03F01EF9', Properties: { KeySpec: 'HMAC_256' } },
    ]);
  });

  it('has one key that signs, which KMS cannot rotate either', () => {
    expect(keysFor('SIGN_VERIFY')).toMatchObject([
      { id: 'SigningKey70710D41', Properties: { KeySpec: 'RSA_2048' } },
    ]);
  });
});

describe('the bucket of uploads', () => {
  const origin = 'https://portal.example';
  const corsOf = (portalOrigin: string | undefined) => {
    const config = { ...stages.dev, portalOrigin };
    const stack = new DataStack(new App(), 'Data', {
      config,
      restoredTable: undefined,
      env: { region: 'eu-west-2' },
    });
    return resources(Template.fromStack(stack), 'AWS::S3::Bucket').flatMap(({ id, Properties }) =>
      'CorsConfiguration' in Properties ? [[id, Properties['CorsConfiguration']]] : [],
    );
  };

  it('takes files from the page of the portal, which reads there what was wrong with them, and from no other page', () => {
    expect(corsOf(origin)).toEqual([
      [
        expect.stringMatching(/^Uploads/),
        { CorsRules: [{ AllowedMethods: ['POST', 'GET'], AllowedOrigins: [origin], MaxAge: 3600 }] },
      ],
    ]);
  });

  it('takes none from any page as long as it is not known where the portal is', () => {
    expect(corsOf(undefined)).toEqual([]);
  });
});
