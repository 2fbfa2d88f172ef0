import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaMeter } from '../../shared/platform/lambda-meter.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { finishRunEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = finishRunEnv.parse(process.env);

export const handler = traced(
  'finish-run',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('finish-run'),
    meter: lambdaMeter('finish-run'),
    now: () => new Date(),
  }),
);
