import { randomUUID } from 'node:crypto';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { manageRegistryEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = manageRegistryEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('manage-registry'),
  now: () => new Date(),
  newId: () => randomUUID(),
});
