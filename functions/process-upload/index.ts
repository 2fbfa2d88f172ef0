import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaMeter } from '../../shared/platform/lambda-meter.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { processUploadEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = processUploadEnv.parse(process.env);

export const handler = traced(
  'process-upload',
  createHandler(env, {
    table: tableClient(),
    objects: objectsClient(),
    macs: kmsMacs(),
    log: lambdaLog('process-upload'),
    meter: lambdaMeter('process-upload'),
    now: () => new Date(),
  }),
);
