import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaMeter } from '../../shared/platform/lambda-meter.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { submitRecordEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = submitRecordEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('submit-record'),
  meter: lambdaMeter('submit-record'),
  now: () => new Date(),
  macs: kmsMacs(),
});
