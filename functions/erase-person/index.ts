import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { erasePersonEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = erasePersonEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('erase-person'),
  now: () => new Date(),
  objects: objectsClient(),
  macs: kmsMacs(),
});
