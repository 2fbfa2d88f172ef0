import { randomUUID } from 'node:crypto';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { makeReferrerReportEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = makeReferrerReportEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('make-referrer-report'),
  now: () => new Date(),
  newId: () => randomUUID(),
  macs: kmsMacs(),
});
