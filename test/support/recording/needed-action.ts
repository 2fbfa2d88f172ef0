import type { RecordedCall } from './recorded-call.ts';

type Input = RecordedCall['input'];

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const folderOf = (key: unknown) => `${text(key).split('/', 1)[0]}/*`;
const bucketOf = ({ Bucket }: Input) => names[text(Bucket)] ?? `the bucket ${text(Bucket)}`;
const inTable = ({ TableName }: Input) => names[text(TableName)] ?? `the table ${text(TableName)}`;
const queried = (input: Input) =>
  `${inTable(input)}${input['IndexName'] === undefined ? '' : `/index/${text(input['IndexName'])}`}`;
const object = (input: Input) => `${bucketOf(input)}/${folderOf(input['Key'])}`;
const key = ({ KeyId }: Input) => names[text(KeyId)] ?? `the key ${text(KeyId)}`;
const topic = ({ TopicArn }: Input) => names[text(TopicArn)] ?? `the topic ${text(TopicArn)}`;
const machine = ({ stateMachineArn }: Input) =>
  text(stateMachineArn)
    .replace(/^.*:/, '')
    .replace(/[0-9A-F]{8}$/, '');
const pool = () => 'TokensPool';
const identity = ({ FromEmailAddress }: Input) =>
  `arn:aws:ses:eu-west-2:AWS::AccountId:identity/${text(FromEmailAddress).replace(/^.*@/, '')}`;

/** What things are called on one machine, and in the templates. */
const names: Readonly<Record<string, string>> = {
  'janus-outcomes': 'RecordsTable',
  'janus-packs': 'PacksBucket',
  'janus-uploads': 'UploadsBucket',
  'local-tag-key': 'TagsKey',
  'local-signing-key': 'SigningKey',
  alerts: 'AlertsTopic',
  notices: 'NoticesTopic',
};

/** Of each command of the SDK, the action of IAM that it needs, and on what. */
const needs: Readonly<Record<string, readonly [action: string, on: (input: Input) => string]>> = {
  GetItemCommand: ['dynamodb:GetItem', inTable],
  PutItemCommand: ['dynamodb:PutItem', inTable],
  DeleteItemCommand: ['dynamodb:DeleteItem', inTable],
  QueryCommand: ['dynamodb:Query', queried],
  GetObjectCommand: ['s3:GetObject', object],
  PutObjectCommand: ['s3:PutObject', object],
  DeleteObjectCommand: ['s3:DeleteObject', object],
  ListObjectsV2Command: ['s3:ListBucket', (input) => `${bucketOf(input)} under ${folderOf(input['Prefix'])}`],
  StartExecutionCommand: ['states:StartExecution', machine],
  GenerateMacCommand: ['kms:GenerateMac', key],
  SignCommand: ['kms:Sign', key],
  GetPublicKeyCommand: ['kms:GetPublicKey', key],
  PublishCommand: ['sns:Publish', topic],
  SendEmailCommand: ['ses:SendEmail', identity],
  AddUserPoolClientSecretCommand: ['cognito-idp:AddUserPoolClientSecret', pool],
  CreateUserPoolClientCommand: ['cognito-idp:CreateUserPoolClient', pool],
  DeleteUserPoolClientCommand: ['cognito-idp:DeleteUserPoolClient', pool],
  DeleteUserPoolClientSecretCommand: ['cognito-idp:DeleteUserPoolClientSecret', pool],
  ListUserPoolClientSecretsCommand: ['cognito-idp:ListUserPoolClientSecrets', pool],
  UpdateUserPoolClientCommand: ['cognito-idp:UpdateUserPoolClient', pool],
};

/**
 * What a call needs its function to be allowed, in the words of `allowedActions`: `dynamodb:Query on
 * RecordsTable/index/GSI1`. To be told that a file is not there, rather than that it may not be read, takes leave to list
 * its folder as well.
 */
export function neededActions({ command, input, error }: RecordedCall): string[] {
  const needed = needs[command];
  if (needed === undefined) return [`${command}, unknown to the table of needed actions`];
  const [action, on] = needed;
  const absent =
    error === 'NoSuchKey' ? [`s3:ListBucket on ${bucketOf(input)} under ${folderOf(input['Key'])}`] : [];
  return [`${action} on ${on(input)}`, ...absent];
}
