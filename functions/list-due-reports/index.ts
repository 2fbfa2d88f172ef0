import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { listDueReportsEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = listDueReportsEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('list-due-reports'),
  now: () => new Date(),
});
