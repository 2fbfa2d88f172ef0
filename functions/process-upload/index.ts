import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { processUploadEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = processUploadEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  objects: objectsClient(),
  macs: kmsMacs(),
  log: lambdaLog('process-upload'),
  now: () => new Date(),
});
