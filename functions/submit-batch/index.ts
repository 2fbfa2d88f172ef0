import { randomUUID } from 'node:crypto';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaMeter } from '../../shared/platform/lambda-meter.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { submitBatchEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = submitBatchEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('submit-batch'),
  meter: lambdaMeter('submit-batch'),
  now: () => new Date(),
  macs: kmsMacs(),
  newId: () => randomUUID(),
});
