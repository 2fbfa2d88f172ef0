import { CfnResource, Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { NodejsFunctionProps } from 'aws-cdk-lib/aws-lambda-nodejs';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { fileURLToPath } from 'node:url';
import { acknowledge } from './acknowledge.ts';
import type { Binding, Bindings } from './binding.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const requireBanner = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

type JanusFunctionProps<Env> = Omit<
  NodejsFunctionProps,
  'entry' | 'environment' | 'role' | 'logGroup' | 'logRetention'
> & {
  readonly environment: NoInfer<Bindings<Env>>;
  readonly keepLogs: RetentionDays;
};

/**
 * One function of `functions/`, named by its folder. It may write its own log and traces, and what its variables
 * bind, nothing else. The resource carries the folder as `janus:function`, by which one machine finds its code.
 *
 * @example
 * new JanusFunction<ReadRunEnv>(this, 'read-run', {
 *   environment: { TABLE_NAME: table.allowing(['GetItem']) },
 *   keepLogs,
 * })
 */
export class JanusFunction<Env extends Record<string, string> = never> extends NodejsFunction {
  constructor(scope: Construct, folder: string, props: JanusFunctionProps<Env>) {
    const { environment, keepLogs, bundling, ...overrides } = props;
    const bindings = Object.entries<Binding>(environment);
    const logGroup = new LogGroup(scope, `${folder}-log`, { retention: keepLogs });
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
      awsSdkConnectionReuse: false,
      projectRoot,
      depsLockFilePath: `${projectRoot}package-lock.json`,
      ...overrides,
      entry: `${projectRoot}functions/${folder}/index.ts`,
      role,
      logGroup,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        ...Object.fromEntries(bindings.map(([name, { value }]) => [name, value])),
      },
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        mainFields: ['module', 'main'],
        banner: requireBanner,
        // The SDK is bundled: a pinned version, and quicker to load than the runtime's.
        externalModules: [],
        ...bundling,
      },
    });

    for (const [, { allow }] of bindings) allow(role);
    if (CfnResource.isCfnResource(this.node.defaultChild))
      this.node.defaultChild.addMetadata('janus:function', folder);
    acknowledge(role, { 'AwsSolutions-IAM5[Resource::*]': 'X-Ray has no resources to name.' });
  }

  /** The function itself and none of its versions, of which there are none: no wildcard for those who call it. */
  override get resourceArnsForGrantInvoke(): string[] {
    return [this.functionArn];
  }
}
