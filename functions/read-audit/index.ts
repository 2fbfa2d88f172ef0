import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { readAuditEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readAuditEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('read-audit'),
  now: () => new Date(),
});
