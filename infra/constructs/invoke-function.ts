import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LambdaInvoke, type LambdaInvokeProps } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/**
 * A step that invokes a function and tries again what trying again may mend.
 *
 * @example invokeFunction(this, 'RenderPack', renderPack, { outputPath: '$.Payload' })
 */
export function invokeFunction(
  scope: Construct,
  id: string,
  fn: IFunction,
  props: Omit<LambdaInvokeProps, 'lambdaFunction'>,
): TaskStateBase {
  return new LambdaInvoke(scope, id, { lambdaFunction: fn, retryOnServiceExceptions: false, ...props })
    .addRetry({
      // CDK's own list leaves out throttling, which would go straight to the catch.
      errors: [
        'Lambda.ClientExecutionTimeoutException',
        'Lambda.ServiceException',
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
        'Lambda.TooManyRequestsException',
      ],
      interval: Duration.seconds(2),
      backoffRate: 2,
      maxAttempts: 6,
    })
    .addRetry({
      // A function that ran out of time once may have met a cold start, and one that died, a bad moment; twice, it is too
      // slow, or what it is given too much.
      errors: ['States.Timeout', 'Sandbox.Timedout', 'Runtime.ExitError', 'Lambda.Unknown'],
      interval: Duration.seconds(5),
      maxAttempts: 1,
    });
}
