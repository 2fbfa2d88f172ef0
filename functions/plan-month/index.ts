import { tableClient } from '../../shared/platform/aws-table.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { planMonthEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = planMonthEnv.parse(process.env);

export const handler = traced(
  'plan-month',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('plan-month'),
    now: () => new Date(),
  }),
);
