import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { finishRunEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = finishRunEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('finish-run'),
  now: () => new Date(),
});
