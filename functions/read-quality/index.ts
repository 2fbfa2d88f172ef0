import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { readQualityEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readQualityEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('read-quality'),
  now: () => new Date(),
});
