import { codeOf } from './code-of.ts';

/** Of each command of the SDK that our code uses, the action that it needs. */
const actionOf: Record<string, string> = {
  GetCommand: 'dynamodb:GetItem',
  PutCommand: 'dynamodb:PutItem',
  UpdateCommand: 'dynamodb:UpdateItem',
  DeleteCommand: 'dynamodb:DeleteItem',
  QueryCommand: 'dynamodb:Query',
  GetObjectCommand: 's3:GetObject',
  ListObjectsV2Command: 's3:ListBucket',
  PutObjectCommand: 's3:PutObject',
  DeleteObjectCommand: 's3:DeleteObject',
  StartExecutionCommand: 'states:StartExecution',
  GenerateMacCommand: 'kms:GenerateMac',
  SignCommand: 'kms:Sign',
  GetPublicKeyCommand: 'kms:GetPublicKey',
  PublishCommand: 'sns:Publish',
  SendEmailCommand: 'ses:SendEmail',
};

/** The actions that a function's code asks AWS for: its commands, once all it cannot reach is shaken off. */
export async function callsOf(folder: string): Promise<string[]> {
  const code = await codeOf(folder);
  const commands = [...code.matchAll(/new (\w+)Command\d*\(/g)].map(([, name]) => name!);
  // Who posts a form does what its signer may do.
  if (code.includes('await presignPost(')) commands.push('PutObject');
  const actions = commands.map((name) =>
    name.includes('UserPool')
      ? `cognito-idp:${name}`
      : (actionOf[`${name}Command`] ?? `${name}Command, unknown here`),
  );
  return [...new Set(actions)].sort();
}
