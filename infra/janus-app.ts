import { App, Validations, type AppProps } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import cdk from '../cdk.json' with { type: 'json' };
import { stages, type Stage } from './config.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { PipelineStack } from './stacks/pipeline-stack.ts';

/**
 * The whole application, ready to synthesize: three stacks for the stage that the context names (`dev` where it names
 * none), checked against the AwsSolutions rules as they are synthesized.
 *
 * Where a table was restored to an earlier instant, the context names it as `restoredTable`: it is used in place of the
 * one that the stack made (docs/runbook.md).
 *
 * @throws Error where the context names a stage that is not configured
 * @example janusApp({ outdir: 'cdk.out', postCliContext: { stage: 'prod' } }).synth()
 */
export function janusApp(props: AppProps = {}): App {
  // The CLI hands over the context of cdk.json; without it, the same flags must hold.
  const app = new App({ ...props, context: { ...cdk.context, ...props.context } });
  const stage = stageOf(app.node.tryGetContext('stage') ?? 'dev');
  const config = stages[stage];
  const restoredTable = z.string().optional().parse(app.node.tryGetContext('restoredTable'));
  const stack = (name: string) => ({
    stackName: `janus-outcomes-${stage}-${name}`,
    env: { region: config.region },
    tags: { application: 'janus-outcomes', stage },
  });

  const data = new DataStack(app, 'Data', { ...stack('data'), config, restoredTable });
  const pipeline = new PipelineStack(app, 'Pipeline', { ...stack('pipeline'), config, data });
  new ApiStack(app, 'Api', { ...stack('api'), stage, config, data, pipeline });

  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

function stageOf(name: unknown): Stage {
  const stage = Object.keys(stages).find((each): each is Stage => each === name);
  if (stage) return stage;
  throw new Error(
    `There is no stage ${String(name)}; infra/config.ts has ${Object.keys(stages).join(' and ')}.`,
  );
}
