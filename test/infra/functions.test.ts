import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { allowedActions } from './allowed-actions.ts';
import { callsOf } from './calls-of.ts';
import { resources, synthesized, type Resource } from './synthesized.ts';

type LambdaProperties = {
  Environment: { Variables: Record<string, unknown> };
  Role: { 'Fn::GetAtt': [string, string] };
  Timeout: number;
  Layers?: unknown[];
};

const { pipeline, api } = synthesized();
const functions = [pipeline, api].flatMap((template) =>
  resources<LambdaProperties>(template, 'AWS::Lambda::Function').map((resource) => ({
    folder: String(resource.Metadata?.['janus:function']),
    template,
    resource,
  })),
);

const readKey = ['kms:Decrypt', 'kms:DescribeKey'];
const writeKey = [
  ...readKey,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
const table = (...actions: string[]) => actions.map((action) => `dynamodb:${action} on RecordsTable`);
const tableKey = (actions: string[]) => actions.map((action) => `${action} on RecordsKey`);

const tags = ['kms:GenerateMac on TagsKey'];
const signs = ['kms:Sign on SigningKey', 'kms:GetPublicKey on SigningKey'];
const writesOnPeople = [
  ...table('DeleteItem', 'GetItem', 'PutItem', 'Query'),
  'dynamodb:Query on RecordsTable/index/GSI3',
  ...tableKey(writeKey),
  ...tags,
];
const submits = [...writesOnPeople, 'dynamodb:Query on RecordsTable/index/GSI1'];
const keepsLedger = ['s3:PutObject on PacksBucket/erasures/*', 'kms:GenerateDataKey on PacksKey'];

const sendsMail = ['ses:SendEmail on arn:aws:ses:eu-west-2:AWS::AccountId:identity/dev.example.org'];

/** What each function may do besides writing its own log and traces. */
const mayDo: Record<string, string[]> = {
  'approve-pack': [
    ...table('GetItem', 'PutItem', 'Query'),
    ...tableKey(writeKey),
    's3:GetObject on PacksBucket/disclosure/*',
    's3:GetObject on PacksBucket/packs/*',
    's3:ListBucket on PacksBucket under packs/*',
    's3:ListBucket on PacksBucket under disclosure/*',
    'kms:Decrypt on PacksKey',
    'kms:GetPublicKey on SigningKey',
    ...sendsMail,
  ],
  'authorize-request': [...table('GetItem'), ...tableKey(readKey)],
  'check-health': [],
  'compute-outcomes': [
    ...table('GetItem', 'PutItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI1',
    'dynamodb:Query on RecordsTable/index/GSI3',
    ...tableKey(writeKey),
    ...tags,
    's3:GetObject on PacksBucket/packs/*',
    's3:ListBucket on PacksBucket under packs/*',
    's3:PutObject on PacksBucket/disclosure/*',
    's3:PutObject on PacksBucket/packs/*',
    's3:PutObject on PacksBucket/replays/*',
    'kms:Decrypt on PacksKey',
    'kms:GenerateDataKey on PacksKey',
  ],
  'enforce-retention': [
    ...writesOnPeople,
    'dynamodb:Query on RecordsTable/index/GSI1',
    'dynamodb:Query on RecordsTable/index/GSI2',
    ...keepsLedger,
  ],
  'erase-person': [...writesOnPeople, ...keepsLedger],
  'export-person': writesOnPeople,
  'finish-batches': submits,
  'finish-run': [...table('GetItem', 'PutItem', 'Query'), ...tableKey(writeKey)],
  'list-due-reports': [...table('Query'), 'dynamodb:Query on RecordsTable/index/GSI3', ...tableKey(readKey)],
  'list-openings': [
    ...table('GetItem', 'PutItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI3',
    ...tableKey(writeKey),
  ],
  'make-referrer-report': writesOnPeople,
  'lift-erasure': [...table('GetItem', 'PutItem', 'Query'), ...tableKey(writeKey), ...keepsLedger],
  'manage-clients': [
    ...table('DeleteItem', 'GetItem', 'PutItem', 'Query'),
    ...tableKey(writeKey),
    'cognito-idp:AddUserPoolClientSecret on TokensPool',
    'cognito-idp:CreateUserPoolClient on TokensPool',
    'cognito-idp:DeleteUserPoolClient on TokensPool',
    'cognito-idp:DeleteUserPoolClientSecret on TokensPool',
    'cognito-idp:ListUserPoolClientSecrets on TokensPool',
    'cognito-idp:UpdateUserPoolClient on TokensPool',
  ],
  'manage-finance': [...writesOnPeople, 'dynamodb:Query on RecordsTable/index/GSI1'],
  'manage-receipts': [
    ...table('DeleteItem', 'GetItem', 'PutItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI2',
    ...tableKey(writeKey),
  ],
  'manage-registry': [...table('GetItem', 'PutItem', 'Query'), ...tableKey(writeKey)],
  'open-pack': [
    ...table('PutItem', 'Query'),
    ...tableKey(writeKey),
    's3:GetObject on PacksBucket/disclosure/*',
    's3:GetObject on PacksBucket/packs/*',
    'kms:Decrypt on PacksKey',
  ],
  'open-upload': [
    ...table('PutItem'),
    ...tableKey(writeKey),
    's3:PutObject on UploadsBucket/files/*',
    'kms:GenerateDataKey on UploadsKey',
  ],
  'plan-statements': [...table('GetItem', 'PutItem', 'Query'), ...tableKey(writeKey)],
  'reconcile-blocks': [
    ...table('GetItem', 'PutItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI1',
    ...tableKey(writeKey),
    ...tags,
    's3:ListBucket on PacksBucket under finance/*',
    's3:GetObject on PacksBucket/finance/*',
    's3:PutObject on PacksBucket/finance/*',
    'kms:Decrypt on PacksKey',
    'kms:GenerateDataKey on PacksKey',
    'sns:Publish on AlertsTopic',
  ],
  'render-statements': [
    ...table('PutItem'),
    ...tableKey(writeKey),
    's3:GetObject on PacksBucket/finance/*',
    's3:PutObject on PacksBucket/finance/*',
    'kms:Decrypt on PacksKey',
    'kms:GenerateDataKey on PacksKey',
    ...signs,
  ],
  'read-statement': [
    ...table('GetItem', 'PutItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI1',
    ...tableKey(writeKey),
    ...tags,
    's3:ListBucket on PacksBucket under finance/*',
    's3:GetObject on PacksBucket/finance/*',
    'kms:Decrypt on PacksKey',
  ],
  'plan-month': [...table('GetItem', 'PutItem', 'Query'), ...tableKey(writeKey)],
  'process-upload': [
    ...writesOnPeople,
    'dynamodb:Query on RecordsTable/index/GSI1',
    's3:GetObject on UploadsBucket/errors/*',
    's3:GetObject on UploadsBucket/files/*',
    's3:GetObject on UploadsBucket/work/*',
    's3:PutObject on UploadsBucket/errors/*',
    's3:PutObject on UploadsBucket/work/*',
    's3:DeleteObject on UploadsBucket/files/*',
    's3:DeleteObject on UploadsBucket/work/*',
    's3:ListBucket on UploadsBucket under files/*',
    's3:ListBucket on UploadsBucket under work/*',
    's3:ListBucket on UploadsBucket under errors/*',
    'kms:Decrypt on UploadsKey',
    'kms:GenerateDataKey on UploadsKey',
    ...[
      'ChangeMessageVisibility',
      'DeleteMessage',
      'GetQueueAttributes',
      'GetQueueUrl',
      'ReceiveMessage',
    ].map((action) => `sqs:${action} on UploadedQueue`),
  ],
  'read-audit': [
    ...table('GetItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI3',
    ...tableKey(readKey),
  ],
  'read-caller': [],
  'read-published': ['kms:GetPublicKey on SigningKey'],
  'read-quality': [
    ...table('Query'),
    'dynamodb:Query on RecordsTable/index/GSI1',
    'dynamodb:Query on RecordsTable/index/GSI2',
    ...tableKey(readKey),
  ],
  'read-records': [
    ...table('GetItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI2',
    ...tableKey(readKey),
  ],
  'read-run': [
    ...table('GetItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI3',
    ...tableKey(readKey),
  ],
  'read-template': [],
  'show-docs': [],
  'show-portal': [],
  'read-upload': [
    ...table('GetItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI1',
    'dynamodb:Query on RecordsTable/index/GSI3',
    ...tableKey(readKey),
    's3:GetObject on UploadsBucket/errors/*',
    's3:ListBucket on UploadsBucket under files/*',
    'kms:Decrypt on UploadsKey',
  ],
  'render-pack': [
    ...table('GetItem', 'PutItem', 'Query'),
    ...tableKey(writeKey),
    's3:GetObject on PacksBucket/packs/*',
    's3:GetObject on PacksBucket/replays/*',
    's3:PutObject on PacksBucket/packs/*',
    's3:PutObject on PacksBucket/replays/*',
    'kms:Decrypt on PacksKey',
    'kms:GenerateDataKey on PacksKey',
    ...signs,
  ],
  'replay-upload': [
    ...table('GetItem', 'PutItem'),
    ...tableKey(writeKey),
    's3:ListBucket on UploadsBucket under files/*',
    's3:PutObject on UploadsBucket/work/*',
    'kms:GenerateDataKey on UploadsKey',
  ],
  'start-run': [
    ...table('GetItem', 'PutItem'),
    ...tableKey(writeKey),
    'states:StartExecution on MonthRunMachine',
    'states:StartExecution on StatementRunMachine',
  ],
  'tell-releases': [
    ...table('GetItem', 'PutItem'),
    'dynamodb:Query on RecordsTable/index/GSI3',
    ...tableKey(writeKey),
    ...sendsMail,
  ],
  'tell-referrers': [
    ...table('GetItem', 'PutItem', 'Query'),
    'dynamodb:Query on RecordsTable/index/GSI3',
    ...tableKey(writeKey),
    ...tags,
    'sns:Publish on NoticesTopic',
  ],
  'watch-progress': [...table('Query'), 'dynamodb:Query on RecordsTable/index/GSI2', ...tableKey(readKey)],
  'submit-batch': submits,
  'submit-record': submits,
};

describe('functions', () => {
  it('are one for each folder of functions/', () => {
    expect(functions.map(({ folder }) => folder).sort()).toEqual(readdirSync('functions').sort());
  });

  it('are all listed here with what they may do', () => {
    expect(functions.map(({ folder }) => folder).sort()).toEqual(Object.keys(mayDo).sort());
  });
});

describe.each(functions)('$folder', ({ folder, template, resource }) => {
  it('has the variables that its env.ts asks for', async () => {
    const { POWERTOOLS_METRICS_NAMESPACE, ...variables } = resource.Properties.Environment.Variables;
    expect(POWERTOOLS_METRICS_NAMESPACE).toBe('JanusOutcomes/dev');
    expect(Object.keys(variables).sort()).toEqual((await variablesOf(folder)).sort());
  });

  it('may do what it needs and nothing else', () => {
    const own = ['logs:CreateLogStream', 'logs:PutLogEvents'].map(
      (action) => `${action} on ${squeezed(folder)}log`,
    );
    const traces = ['xray:PutTelemetryRecords on *', 'xray:PutTraceSegments on *'];
    expect(allowedActions(template, roleOf(resource)).sort()).toEqual(
      [...own, ...traces, ...mayDo[folder]!].sort(),
    );
  });

  it('may make every call of its code, and may do nothing that its code never asks for', async () => {
    const actions = allowedActions(template, roleOf(resource)).map((action) => action.split(' ')[0]!);
    const calls = actions.filter(
      (action) => !/^(logs|xray|sqs):|^kms:(?!GenerateMac|Sign$|GetPublicKey)/.test(action),
    );
    expect([...new Set(calls)].sort()).toEqual(await callsOf(folder));
  });

  it('runs on Node 24 with traces, a timeout and a log that is not kept for ever', () => {
    expect(resource.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['x86_64'],
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: {
        LogFormat: 'JSON',
        LogGroup: { Ref: expect.stringContaining(squeezed(folder)) as string },
      },
    });
    expect(resource.Properties.Timeout).toBeGreaterThan(3);
  });
});

describe('the layer of native modules', () => {
  it('is given to the functions that write PDFs alone', () => {
    const layered = functions.filter(({ resource }) => resource.Properties.Layers !== undefined);
    expect(layered.map(({ folder }) => folder).sort()).toEqual([
      'export-person',
      'make-referrer-report',
      'render-pack',
      'render-statements',
    ]);
  });
});

describe('functions of the interface', () => {
  it('answer before API Gateway gives up after 30 seconds', () => {
    for (const { resource } of functions.filter(({ template }) => template === api))
      expect(resource.Properties.Timeout).toBeLessThan(30);
  });
});

function roleOf({ Properties }: Resource<LambdaProperties>): string {
  return Properties.Role['Fn::GetAtt'][0];
}

/** Logical ids drop the strokes of a folder's name. */
function squeezed(folder: string): string {
  return folder.replaceAll('-', '');
}

async function variablesOf(folder: string): Promise<string[]> {
  const exported = Object.values(
    (await import(`../../functions/${folder}/env.ts`)) as Record<string, unknown>,
  );
  return exported.flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape as object) : []));
}
