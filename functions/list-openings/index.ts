import { randomUUID } from 'node:crypto';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { listOpeningsEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = listOpeningsEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('list-openings'),
  now: () => new Date(),
  newId: () => randomUUID(),
});
