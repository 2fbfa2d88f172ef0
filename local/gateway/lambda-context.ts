import type { Context } from 'aws-lambda';
import { randomUUID } from 'node:crypto';

/** The context that Lambda gives a function with each call. */
export function lambdaContext(folder: string, timeoutMs: number): Context {
  const end = performance.now() + timeoutMs;
  return {
    awsRequestId: randomUUID(),
    functionName: folder,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-west-2:000000000000:function:${folder}`,
    memoryLimitInMB: '1024',
    logGroupName: folder,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, end - performance.now()),
    /* eslint-disable @typescript-eslint/no-deprecated -- the type asks for what no handler may use any more */
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
    /* eslint-enable @typescript-eslint/no-deprecated */
  };
}
