import { randomUUID } from 'node:crypto';
import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { enforceRetentionEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = enforceRetentionEnv.parse(process.env);

export const handler = traced(
  'enforce-retention',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('enforce-retention'),
    now: () => new Date(),
    newId: () => randomUUID(),
    objects: objectsClient(),
    macs: kmsMacs(),
  }),
);
