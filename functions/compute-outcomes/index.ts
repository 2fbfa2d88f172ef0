import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { computeOutcomesEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = computeOutcomesEnv.parse(process.env);

export const handler = traced(
  'compute-outcomes',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('compute-outcomes'),
    now: () => new Date(),
    objects: objectsClient(),
    macs: kmsMacs(),
  }),
);
