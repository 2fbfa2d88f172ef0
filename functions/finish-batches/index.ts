import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { finishBatchesEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = finishBatchesEnv.parse(process.env);

export const handler = traced(
  'finish-batches',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('finish-batches'),
    now: () => new Date(),
    macs: kmsMacs(),
  }),
);
