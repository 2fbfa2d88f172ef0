import { lambdaLog } from '../../shared/platform/log.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({ log: lambdaLog('read-caller') });
