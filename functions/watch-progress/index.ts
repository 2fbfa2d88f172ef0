import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaMeter } from '../../shared/platform/lambda-meter.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { watchProgressEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = watchProgressEnv.parse(process.env);

export const handler = traced(
  'watch-progress',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('watch-progress'),
    meter: lambdaMeter('watch-progress'),
    now: () => new Date(),
  }),
);
