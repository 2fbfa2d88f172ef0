import { randomUUID } from 'node:crypto';
import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsMacs } from '../../shared/platform/kms-macs.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { readStatementEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readStatementEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('read-statement'),
  now: () => new Date(),
  newId: () => randomUUID(),
  objects: objectsClient(),
  macs: kmsMacs(),
});
