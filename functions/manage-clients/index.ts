import { randomUUID } from 'node:crypto';
import { cognitoIdentities } from '../../shared/platform/cognito-identities.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { manageClientsEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = manageClientsEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('manage-clients'),
  identities: cognitoIdentities(env.USER_POOL_ID),
  now: () => new Date(),
  newId: () => randomUUID(),
});
