import { randomUUID } from 'node:crypto';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { exportPersonEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = exportPersonEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('export-person'),
  now: () => new Date(),
  newId: () => randomUUID(),
  macs: kmsMacs(),
});
