import { randomUUID } from 'node:crypto';
import { sfnMachines } from '../../shared/platform/sfn-machines.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { startRunEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = startRunEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('start-run'),
  now: () => new Date(),
  newId: () => randomUUID(),
  machines: sfnMachines(),
});
