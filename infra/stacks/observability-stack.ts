import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alarmWords, functionSection } from '../alarms/alarm-words.ts';
import { countedOf, ofFunction, sumOf } from '../alarms/metrics.ts';
import { type Watch, type Watched, watchesOf } from '../alarms/watches.ts';
import { AlarmsTopic } from '../constructs/alarms-topic.ts';
import { JanusFunction } from '../constructs/janus-function.ts';
import { OperatorAlarm } from '../constructs/operator-alarm.ts';
import { operatorDashboard } from '../constructs/operator-dashboard.ts';
import { errorImpacts, type FunctionName } from '../error-impacts.ts';
import type { Config } from '../config.ts';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { PipelineStack } from './pipeline-stack.ts';

type ObservabilityStackProps = StackProps & {
  readonly config: Config;
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
  readonly api: ApiStack;
};

/** What tells the operator that something is wrong, and what that means for people: alarms, their topic, one dashboard. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    const { config, data, pipeline, api, ...stackProps } = props;
    super(scope, id, stackProps);
    const topic = new AlarmsTopic(this, 'Alarms');
    const watched: Watched = {
      config,
      tableName: data.table.tableName,
      apiId: api.http.apiId,
      monthRun: pipeline.monthRun,
      statementRun: pipeline.statementRun,
      vaultName: data.backups?.vaultName,
      certificateArn: config.domain?.certificateArn,
    };
    const watches = watchesOf(this, watched);
    const alarms = Object.entries(alarmWords).flatMap(([name, { means }]) => {
      const watch = Object.entries(watches).find(([each]) => each === name)?.[1];
      return watch === undefined
        ? []
        : [new OperatorAlarm(this, name, { watch, means, section: name, topic })];
    });

    const functions = [pipeline, api]
      .flatMap((stack) => stack.node.findAll())
      .filter((each) => each instanceof JanusFunction);
    for (const { folder } of functions)
      for (const [what, watch] of Object.entries(this.#watchesOfFunction(folder)))
        new OperatorAlarm(this, `${folder}-${what}`, {
          watch,
          means: errorImpacts[folder],
          section: functionSection,
          topic,
        });

    operatorDashboard(this, watched, alarms);
    new CfnOutput(this, 'AlarmsTopicArn', {
      value: topic.topicArn,
      description: 'Subscribe to be told of what is wrong',
    });
  }

  /** Errors are those that Lambda sees and those that a function answered by itself, and logged. */
  #watchesOfFunction(folder: FunctionName): Readonly<Record<'errors' | 'throttles', Watch>> {
    const logged = countedOf(this, 'ErrorsLogged', folder);
    const errors = REFUSES_BY_ERROR.has(folder)
      ? logged
      : sumOf([ofFunction(this, 'Errors', folder), logged], folder);
    return { errors: { metric: errors }, throttles: { metric: ofFunction(this, 'Throttles', folder) } };
  }
}

/** API Gateway is told of a refused token by an error (docs/adr/0005): what Lambda counts of these are refusals. */
const REFUSES_BY_ERROR: ReadonlySet<FunctionName> = new Set(['authorize-request']);
