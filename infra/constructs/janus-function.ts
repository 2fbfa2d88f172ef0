import { CfnResource, Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type FunctionProps,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { FunctionName } from '../error-impacts.ts';
import { named, namespaceOf } from '../stage.ts';
import { acknowledge, acknowledgeControls, ownPolicy } from './acknowledge.ts';
import type { Binding, Bindings } from './binding.ts';
import { nativePackages } from './copy-native-packages.ts';
import { type Beside, functionCode } from './function-code.ts';
import { KeptLog } from './kept-log.ts';
import type { NativeLayer } from './native-layer.ts';

type JanusFunctionProps<Env> = Pick<FunctionProps, 'memorySize' | 'timeout'> & {
  readonly environment: NoInfer<Bindings<Env>>;
  readonly keepLogs: RetentionDays;
  /** Of functions that render: the layer that the native modules are in. */
  readonly native?: NativeLayer;
  /** Files that it reads and that are not code. */
  readonly beside?: Beside;
};

/**
 * One function of `functions/`, named by its folder, and with a sentence on its failing (`error-impacts.ts`). It may write its own log and traces, and what its variables
 * bind, nothing else. The resource carries the folder as `janus:function`, by which one machine finds its code.
 *
 * @example
 * new JanusFunction<ReadRunEnv>(this, 'read-run', {
 *   environment: { TABLE_NAME: table.allowing(['GetItem']) },
 *   keepLogs,
 * })
 */
export class JanusFunction<Env extends Record<string, string> = never> extends LambdaFunction {
  readonly folder: FunctionName;

  constructor(scope: Construct, folder: FunctionName, props: JanusFunctionProps<Env>) {
    const { environment, keepLogs, native, beside, ...overrides } = props;
    const bindings = Object.entries<Binding>(environment);
    const logGroup = new KeptLog(scope, `${folder}-log`, { of: folder, retention: keepLogs });
    const role = new Role(scope, `${folder}-role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${folder} may do`,
    });
    logGroup.grantWrite(role);

    super(scope, folder, {
      runtime: Runtime.NODEJS_24_X,
      // The rendering function's native modules have no arm64 build, and one architecture is simpler than two.
      architecture: Architecture.X86_64,
      memorySize: 512,
      timeout: Duration.seconds(29),
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      ...overrides,
      functionName: named(scope, folder),
      handler: 'index.handler',
      code: functionCode(folder, { external: native ? Object.keys(nativePackages) : [], beside }),
      ...(native && { layers: [native] }),
      role,
      logGroup,
      environment: {
        POWERTOOLS_METRICS_NAMESPACE: namespaceOf(scope),
        ...Object.fromEntries(bindings.map(([name, { value }]) => [name, value])),
      },
    });

    this.folder = folder;
    for (const [, { allow }] of bindings) allow(role);
    if (CfnResource.isCfnResource(this.node.defaultChild))
      this.node.defaultChild.addMetadata('janus:function', folder);
    acknowledgeControls(role, { IAMNoInlinePolicy: ownPolicy });
    acknowledgeControls(this, {
      LambdaConcurrency:
        'Requests are bounded at the interface, runs by their map, uploads by their queue; a share kept for one would be taken from the others.',
      LambdaDLQ:
        'Who calls is answered and tries again, or a queue has dead letters; what a schedule starts makes good at its next firing what failed, and each failure is an alarm.',
      LambdaInsideVPC:
        'It calls services of AWS alone, by TLS and by what its role may do; there is nothing of ours on a network to be near to.',
    });
    acknowledge(role, { 'AwsSolutions-IAM5[Resource::*]': 'X-Ray has no resources to name.' });
  }

  /** The function itself and none of its versions, of which there are none: no wildcard for those who call it. */
  override get resourceArnsForGrantInvoke(): string[] {
    return [this.functionArn];
  }
}
