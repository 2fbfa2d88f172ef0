import { randomUUID } from 'node:crypto';
import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { openPackEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = openPackEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('open-pack'),
  now: () => new Date(),
  newId: () => randomUUID(),
  objects: objectsClient(),
});
