import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from './world.ts';

/** The log of a function on AWS: one line of JSON, with the function's name. */
export function lambdaLog(serviceName: string): Log {
  const logger = new Logger({ serviceName });
  return {
    info: (message, fields = {}) => logger.info(message, fields),
    warn: (message, fields = {}) => logger.warn(message, fields),
    error: (message, fields = {}) => logger.error(message, fields),
  };
}
