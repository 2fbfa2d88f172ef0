import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { manageReceiptsEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = manageReceiptsEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('manage-receipts'),
  now: () => new Date(),
});
