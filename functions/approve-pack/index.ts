import { randomUUID } from 'node:crypto';
import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsPublicKeys } from '../../shared/platform/kms-public-keys.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { sesMail } from '../../shared/platform/ses-mail.ts';
import { approvePackEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = approvePackEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  objects: objectsClient(),
  publicKeys: kmsPublicKeys(),
  mail: sesMail(env.MAIL_FROM),
  log: lambdaLog('approve-pack'),
  now: () => new Date(),
  newId: () => randomUUID(),
});
