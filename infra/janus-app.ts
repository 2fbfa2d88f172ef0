import { App, type AppProps } from 'aws-cdk-lib';
import * as z from 'zod';
import cdk from '../cdk.json' with { type: 'json' };
import { addChecks } from './add-checks.ts';
import { type Config, type Stage, stages } from './config.ts';
import { stageOf } from './stage.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { PipelineStack } from './stacks/pipeline-stack.ts';

/**
 * The whole application, ready to synthesize: four stacks for the stage that the context names (`dev` where it names
 * none), checked against the rules of AwsSolutions, HIPAA Security and NIST 800-53 as they are synthesized.
 *
 * Where a table was restored to an earlier instant, the context names it as `restoredTable`: it is used in place of the
 * one that the stack made (docs/runbook.md).
 *
 * @throws Error where the context names a stage that is not configured
 * @example janusApp({ outdir: 'cdk.out', postCliContext: { stage: 'prod' } }).synth()
 */
export function janusApp(props: AppProps = {}, configured: Readonly<Record<Stage, Config>> = stages): App {
  // The CLI hands over the context of cdk.json; without it, the same flags must hold.
  const app = new App({ ...props, context: { ...cdk.context, ...props.context } });
  const stage = stageOf(app);
  const config = configured[stage];
  const restoredTable = z.string().optional().parse(app.node.tryGetContext('restoredTable'));
  const stack = (name: string) => ({
    stackName: `janus-outcomes-${stage}-${name}`,
    env: { region: config.region },
    tags: { application: 'janus-outcomes', stage },
  });

  const data = new DataStack(app, 'Data', { ...stack('data'), config, restoredTable });
  const pipeline = new PipelineStack(app, 'Pipeline', { ...stack('pipeline'), config, data });
  const api = new ApiStack(app, 'Api', { ...stack('api'), stage, config, data, pipeline });
  new ObservabilityStack(app, 'Observability', { ...stack('observability'), config, data, pipeline, api });

  // Who only reads the templates, as one machine does, need not wait for the checks.
  if (app.node.tryGetContext('unchecked') !== true) addChecks(app);
  return app;
}
