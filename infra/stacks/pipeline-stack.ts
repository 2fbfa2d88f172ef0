import { Duration, Stack, TimeZone, type StackProps } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { ComputeOutcomesEnv } from '../../functions/compute-outcomes/env.ts';
import type { EnforceRetentionEnv } from '../../functions/enforce-retention/env.ts';
import type { FinishRunEnv } from '../../functions/finish-run/env.ts';
import type { PlanMonthEnv } from '../../functions/plan-month/env.ts';
import type { RenderPackEnv } from '../../functions/render-pack/env.ts';
import type { Config } from '../config.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { plain } from '../constructs/binding.ts';
import { nativePackages } from '../constructs/copy-native-packages.ts';
import { JanusFunction } from '../constructs/janus-function.ts';
import { MonthRun } from '../constructs/month-run.ts';
import { NativeLayer } from '../constructs/native-layer.ts';
import type { DataStack } from './data-stack.ts';

type PipelineStackProps = StackProps & { readonly config: Config; readonly data: DataStack };

/** What runs by the clock: the month run with its functions and its machine, and the nightly retention. */
export class PipelineStack extends Stack {
  readonly monthRun: MonthRun;

  constructor(scope: Construct, id: string, { config, data, ...props }: PipelineStackProps) {
    super(scope, id, props);
    const { keepLogs, commissionersAtOnce, settleSeconds } = config;
    const { table, packs, tagKey } = data;

    this.monthRun = new MonthRun(this, 'MonthRun', {
      keepLogs,
      commissionersAtOnce,
      planMonth: new JanusFunction<PlanMonthEnv>(this, 'plan-month', {
        environment: {
          TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query']),
          SETTLE_SECONDS: plain(String(settleSeconds)),
        },
        timeout: Duration.minutes(1),
        keepLogs,
      }),
      computeOutcomes: new JanusFunction<ComputeOutcomesEnv>(this, 'compute-outcomes', {
        environment: {
          TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query'], ['byCommissioner']),
          PACKS_BUCKET: packs.allowing(['PutObject'], ['packs', 'replays'], ['packs']),
          TAG_KEY_ID: tagKey.making(),
        },
        memorySize: 3008,
        timeout: Duration.minutes(15),
        keepLogs,
      }),
      renderPack: new JanusFunction<RenderPackEnv>(this, 'render-pack', {
        environment: {
          TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query']),
          PACKS_BUCKET: packs.allowing(['GetObject', 'PutObject'], ['packs', 'replays']),
        },
        memorySize: 3008,
        timeout: Duration.minutes(5),
        keepLogs,
        layers: [new NativeLayer(this, 'Native')],
        bundling: { externalModules: Object.keys(nativePackages) },
      }),
      finishRun: new JanusFunction<FinishRunEnv>(this, 'finish-run', {
        environment: {
          TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query']),
        },
        keepLogs,
      }),
    });

    const enforceRetention = new JanusFunction<EnforceRetentionEnv>(this, 'enforce-retention', {
      environment: {
        TABLE_NAME: table.allowing(
          ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
          ['byCommissioner', 'byChange', 'byParty'],
        ),
        PACKS_BUCKET: packs.allowing(['PutObject'], ['erasures']),
        TAG_KEY_ID: tagKey.making(),
      },
      memorySize: 1024,
      timeout: Duration.minutes(15),
      keepLogs,
    });

    const missedRuns = new Queue(this, 'MissedRuns', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(missedRuns, { 'AwsSolutions-SQS3': "This is the schedules' dead-letter queue." });
    new Schedule(this, 'Daily', {
      description: 'Asks every morning whether this is the day of the month run',
      schedule: ScheduleExpression.cron({ hour: '6', minute: '0', timeZone: TimeZone.EUROPE_LONDON }),
      target: new StepFunctionsStartExecution(this.monthRun.machine, {
        input: ScheduleTargetInput.fromObject({ trigger: 'schedule' }),
        deadLetterQueue: missedRuns,
        // A start that comes late must still come on its own day.
        maxEventAge: Duration.hours(12),
      }),
    });
    new Schedule(this, 'Nightly', {
      description: 'Finishes erasures that were cut short and removes what has been kept long enough',
      schedule: ScheduleExpression.cron({ hour: '3', minute: '30', timeZone: TimeZone.EUROPE_LONDON }),
      target: new LambdaInvoke(enforceRetention, {
        input: ScheduleTargetInput.fromObject({ trigger: 'schedule' }),
        deadLetterQueue: missedRuns,
        maxEventAge: Duration.hours(12),
      }),
    });
  }
}
