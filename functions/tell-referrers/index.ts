import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { snsAlerts } from '../../shared/platform/sns-alerts.ts';
import { tellReferrersEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = tellReferrersEnv.parse(process.env);

export const handler = traced(
  'tell-referrers',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('tell-referrers'),
    now: () => new Date(),
    macs: kmsMacs(),
    alerts: snsAlerts(),
  }),
);
