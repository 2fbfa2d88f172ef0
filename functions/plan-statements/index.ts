import { tableClient } from '../../shared/platform/aws-table.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { planStatementsEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = planStatementsEnv.parse(process.env);

export const handler = traced(
  'plan-statements',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('plan-statements'),
    now: () => new Date(),
  }),
);
