import { Logger } from '@aws-lambda-powertools/logger';
import { correlation } from './correlation.ts';
import { lambdaMeter } from './lambda-meter.ts';
import type { Log } from './world.ts';

/**
 * The log of a function on AWS: one line of JSON, with the function's name and the ids of what is being done. A line
 * that says that something failed is counted as well, since many failures are answered and nothing else sees them.
 */
export function lambdaLog(serviceName: string): Log {
  const logger = new Logger({ serviceName });
  const meter = lambdaMeter(serviceName);
  return {
    info: (message, fields = {}) => logger.info(message, { ...correlation(), ...fields }),
    warn: (message, fields = {}) => logger.warn(message, { ...correlation(), ...fields }),
    error: (message, fields = {}) => {
      logger.error(message, { ...correlation(), ...fields });
      meter.count('ErrorsLogged', 1);
    },
  };
}
