import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaMeter } from '../../shared/platform/lambda-meter.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { snsAlerts } from '../../shared/platform/sns-alerts.ts';
import { reconcileBlocksEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = reconcileBlocksEnv.parse(process.env);

export const handler = traced(
  'reconcile-blocks',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('reconcile-blocks'),
    meter: lambdaMeter('reconcile-blocks'),
    now: () => new Date(),
    objects: objectsClient(),
    macs: kmsMacs(),
    alerts: snsAlerts(),
  }),
);
