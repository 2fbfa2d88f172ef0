import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { manageFinanceEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = manageFinanceEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('manage-finance'),
  now: () => new Date(),
  macs: kmsMacs(),
});
