import { CfnOutput, Duration, Stack, TimeZone, type StackProps } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { ComputeOutcomesEnv } from '../../functions/compute-outcomes/env.ts';
import type { EnforceRetentionEnv } from '../../functions/enforce-retention/env.ts';
import type { FinishBatchesEnv } from '../../functions/finish-batches/env.ts';
import type { FinishRunEnv } from '../../functions/finish-run/env.ts';
import type { ProcessUploadEnv } from '../../functions/process-upload/env.ts';
import type { PlanMonthEnv } from '../../functions/plan-month/env.ts';
import type { PlanStatementsEnv } from '../../functions/plan-statements/env.ts';
import type { ReconcileBlocksEnv } from '../../functions/reconcile-blocks/env.ts';
import type { RenderPackEnv } from '../../functions/render-pack/env.ts';
import type { RenderStatementsEnv } from '../../functions/render-statements/env.ts';
import type { TellReferrersEnv } from '../../functions/tell-referrers/env.ts';
import type { WatchProgressEnv } from '../../functions/watch-progress/env.ts';
import type { Config } from '../config.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { AlertsTopic } from '../constructs/alerts-topic.ts';
import { both, plain } from '../constructs/binding.ts';
import { CommissionersRun } from '../constructs/commissioners-run.ts';
import { JanusFunction } from '../constructs/janus-function.ts';
import { NativeLayer } from '../constructs/native-layer.ts';
import { acknowledgeSchedulerRoles } from '../constructs/scheduler-roles.ts';
import { UploadsQueue } from '../constructs/uploads-queue.ts';
import { named } from '../stage.ts';
import type { DataStack } from './data-stack.ts';

type PipelineStackProps = StackProps & { readonly config: Config; readonly data: DataStack };

/** What runs by the clock, the month run, the nightly statements, each with functions and machine, retention, notices, and what crashes left; and what works on uploads as they come. */
export class PipelineStack extends Stack {
  readonly monthRun: CommissionersRun;
  readonly statementRun: CommissionersRun;
  /** What schedules could not start. */
  readonly missedStarts: Queue;

  constructor(scope: Construct, id: string, { config, data, ...props }: PipelineStackProps) {
    super(scope, id, props);
    const { keepLogs, commissionersAtOnce, settleSeconds } = config;
    const { table, packs, uploads, tagKey, signingKey } = data;

    const native = new NativeLayer(this, 'Native');
    const finishRun = new JanusFunction<FinishRunEnv>(this, 'finish-run', {
      environment: {
        TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query']),
      },
      keepLogs,
    });
    const planning = {
      TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query']),
      SETTLE_SECONDS: plain(String(settleSeconds)),
    };

    this.monthRun = new CommissionersRun(this, 'MonthRun', {
      name: 'month-run',
      keepLogs,
      commissionersAtOnce,
      finishRun,
      plan: {
        state: 'PlanMonth',
        by: new JanusFunction<PlanMonthEnv>(this, 'plan-month', {
          environment: planning,
          timeout: Duration.minutes(1),
          keepLogs,
        }),
      },
      compute: {
        state: 'ComputeOutcomes',
        by: new JanusFunction<ComputeOutcomesEnv>(this, 'compute-outcomes', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query'], ['byCommissioner', 'byParty']),
            PACKS_BUCKET: both(
              packs.allowing(['PutObject'], ['packs', 'replays', 'disclosure'], ['packs']),
              packs.allowing(['GetObject'], ['packs']),
            ),
            TAG_KEY_ID: tagKey.making(),
          },
          memorySize: 3008,
          timeout: Duration.minutes(15),
          keepLogs,
        }),
      },
      render: {
        state: 'RenderPack',
        by: new JanusFunction<RenderPackEnv>(this, 'render-pack', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query']),
            PACKS_BUCKET: packs.allowing(['GetObject', 'PutObject'], ['packs', 'replays']),
            SIGNING_KEY_ID: signingKey.signing(),
          },
          memorySize: 3008,
          timeout: Duration.minutes(5),
          keepLogs,
          native,
        }),
      },
    });

    const alerts = new AlertsTopic(this, 'Alerts', 'Block bookings');
    new CfnOutput(this, 'AlertsTopicArn', {
      value: alerts.topicArn,
      description: 'Subscribe to be told of blocks that run out or expire',
    });
    this.statementRun = new CommissionersRun(this, 'StatementRun', {
      name: 'statement-run',
      keepLogs,
      commissionersAtOnce,
      finishRun,
      plan: {
        state: 'PlanStatements',
        by: new JanusFunction<PlanStatementsEnv>(this, 'plan-statements', {
          environment: planning,
          timeout: Duration.minutes(1),
          keepLogs,
        }),
      },
      compute: {
        state: 'ReconcileBlocks',
        by: new JanusFunction<ReconcileBlocksEnv>(this, 'reconcile-blocks', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query'], ['byCommissioner']),
            PACKS_BUCKET: packs.allowing(['GetObject', 'PutObject'], ['finance'], ['finance']),
            TAG_KEY_ID: tagKey.making(),
            ALERTS_TOPIC_ARN: alerts.publishing(),
          },
          memorySize: 3008,
          timeout: Duration.minutes(15),
          keepLogs,
        }),
      },
      render: {
        state: 'RenderStatements',
        by: new JanusFunction<RenderStatementsEnv>(this, 'render-statements', {
          environment: {
            TABLE_NAME: table.allowing(['PutItem']),
            PACKS_BUCKET: packs.allowing(['GetObject', 'PutObject'], ['finance']),
            SIGNING_KEY_ID: signingKey.signing(),
          },
          memorySize: 3008,
          timeout: Duration.minutes(15),
          keepLogs,
          native,
        }),
      },
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

    const notices = new AlertsTopic(this, 'Notices', 'Reports for referrers');
    new CfnOutput(this, 'NoticesTopicArn', {
      value: notices.topicArn,
      description: 'Subscribe, with a filter by referrer, to be told that reports are due',
    });
    const tellReferrers = new JanusFunction<TellReferrersEnv>(this, 'tell-referrers', {
      environment: {
        TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query'], ['byParty']),
        TAG_KEY_ID: tagKey.making(),
        NOTICES_TOPIC_ARN: notices.publishing(),
      },
      memorySize: 1024,
      timeout: Duration.minutes(15),
      keepLogs,
    });

    const { untilLate, untilReleased } = config.alarmAfter;
    const watchProgress = new JanusFunction<WatchProgressEnv>(this, 'watch-progress', {
      environment: {
        TABLE_NAME: table.allowing(['Query'], ['byChange']),
        DAYS_UNTIL_LATE: plain(String(untilLate)),
        DAYS_UNTIL_RELEASED: plain(String(untilReleased)),
      },
      timeout: Duration.minutes(5),
      keepLogs,
    });

    const finishBatches = new JanusFunction<FinishBatchesEnv>(this, 'finish-batches', {
      environment: {
        TABLE_NAME: table.allowing(
          ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
          ['byCommissioner', 'byParty'],
        ),
        TAG_KEY_ID: tagKey.making(),
      },
      memorySize: 1024,
      timeout: Duration.minutes(5),
      keepLogs,
    });

    const uploaded = new UploadsQueue(this, 'Uploaded', uploads);
    uploaded.workedOnBy(
      new JanusFunction<ProcessUploadEnv>(this, 'process-upload', {
        environment: {
          TABLE_NAME: table.allowing(
            ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
            ['byCommissioner', 'byParty'],
          ),
          UPLOADS_BUCKET: uploads.allowing({
            GetObject: ['files', 'work', 'errors'],
            PutObject: ['work', 'errors'],
            DeleteObject: ['files', 'work'],
            ListBucket: ['files', 'work', 'errors'],
          }),
          TAG_KEY_ID: tagKey.making(),
          MOST_TRIES: plain(String(UploadsQueue.mostTries)),
        },
        memorySize: 1769,
        timeout: UploadsQueue.longest,
        keepLogs,
      }),
    );
    new CfnOutput(this, 'FailedUploadsUrl', {
      value: uploaded.deadLettersUrl,
      description: 'Where messages about uploads go that failed each time',
    });

    const missedRuns = new Queue(this, 'MissedRuns', {
      queueName: named(this, 'missed-starts'),
      // Of schedules alone: no queue hands its dead letters on to it.
      redriveAllowPolicy: { redrivePermission: RedrivePermission.DENY_ALL },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.missedStarts = missedRuns;
    acknowledge(missedRuns, { 'AwsSolutions-SQS3': "This is the schedules' dead-letter queue." });
    const started = {
      input: ScheduleTargetInput.fromObject({ trigger: 'schedule' }),
      deadLetterQueue: missedRuns,
      // A start that comes late must still come on its own day.
      maxEventAge: Duration.hours(12),
    };
    new Schedule(this, 'Daily', {
      description: 'Asks every morning whether this is the day of the month run',
      schedule: ScheduleExpression.cron({ hour: '6', minute: '0', timeZone: TimeZone.EUROPE_LONDON }),
      target: new StepFunctionsStartExecution(this.monthRun.machine, started),
    });
    new Schedule(this, 'Statements', {
      description: 'Makes the statements of block bookings every night',
      schedule: ScheduleExpression.cron({ hour: '4', minute: '30', timeZone: TimeZone.EUROPE_LONDON }),
      target: new StepFunctionsStartExecution(this.statementRun.machine, started),
    });
    new Schedule(this, 'ReportsDue', {
      description: 'Tells referrers that reports have become due',
      schedule: ScheduleExpression.cron({ hour: '5', minute: '30', timeZone: TimeZone.EUROPE_LONDON }),
      target: new LambdaInvoke(tellReferrers, started),
    });
    new Schedule(this, 'CutShort', {
      description: 'Stores what is left of batches that were accepted whole and cut short by a crash',
      schedule: ScheduleExpression.cron({ minute: '0/10', timeZone: TimeZone.EUROPE_LONDON }),
      target: new LambdaInvoke(finishBatches, { ...started, maxEventAge: Duration.minutes(10) }),
    });
    new Schedule(this, 'Hourly', {
      description: 'Asks whether records arrive, packs are there, and what was issued is released',
      schedule: ScheduleExpression.cron({ minute: '20', timeZone: TimeZone.EUROPE_LONDON }),
      target: new LambdaInvoke(watchProgress, { ...started, maxEventAge: Duration.hours(1) }),
    });
    new Schedule(this, 'Nightly', {
      description: 'Finishes erasures that were cut short and removes what has been kept long enough',
      schedule: ScheduleExpression.cron({ hour: '3', minute: '30', timeZone: TimeZone.EUROPE_LONDON }),
      target: new LambdaInvoke(enforceRetention, started),
    });
    acknowledgeSchedulerRoles(this);
  }
}
