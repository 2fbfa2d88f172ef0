import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { readUploadEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readUploadEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  objects: objectsClient(),
  log: lambdaLog('read-upload'),
  now: () => new Date(),
});
