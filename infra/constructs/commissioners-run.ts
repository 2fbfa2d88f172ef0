import { Duration, Fn, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { named } from '../stage.ts';
import { acknowledge, acknowledgeControls, ownPolicy } from './acknowledge.ts';
import type { Binding } from './binding.ts';
import { invokeFunction } from './invoke-function.ts';
import { KeptLog } from './kept-log.ts';

/** A step of a run: the name of its state, and what does it. */
type Step = { readonly state: string; readonly by: IFunction };

type CommissionersRunProps = {
  /** Which commissioners, as at when: `{ runId, month, asAt, replay, settleSeconds, commissioners: [{ commissioner }] }`. */
  readonly plan: Step;
  /** Of one commissioner; goes on where its answer has the status `computed`. */
  readonly compute: Step;
  /** Of what was computed. */
  readonly render: Step;
  readonly finishRun: IFunction;
  readonly commissionersAtOnce: number;
  readonly keepLogs: RetentionDays;
  /** What the operator calls it. */
  readonly name: string;
};

const ownExecutions =
  'A distributed map starts and follows executions of its own machine, named as they start.';

/**
 * A run over commissioners: plan it, let the indexes settle, then compute and render each commissioner's part on its
 * own, so that one failing commissioner costs nobody else theirs, and write down how it went. The execution's name is
 * the run's id. In JSONPath, with items inline and without readers, writers or batches: what runs here runs alike on one
 * machine.
 */
export class CommissionersRun extends Construct {
  readonly machine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props: CommissionersRunProps) {
    super(scope, id);
    this.machine = new sfn.StateMachine(this, 'Machine', {
      stateMachineName: named(this, props.name),
      definitionBody: sfn.DefinitionBody.fromChainable(this.#definition(props)),
      timeout: Duration.hours(6),
      tracingEnabled: true,
      logs: {
        destination: new KeptLog(this, 'Log', {
          of: props.name,
          retention: props.keepLogs,
          isDelivered: true,
        }),
        level: sfn.LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    const executions = `arn:aws:states:${Stack.of(this).region}:<AWS::AccountId>:execution:${this.#machineName()}`;
    acknowledgeControls(this.machine, { IAMNoInlinePolicy: ownPolicy });
    acknowledge(this.machine, {
      'AwsSolutions-IAM5[Resource::*]': 'X-Ray and the delivery of logs have no resources to name.',
      [`AwsSolutions-IAM5[Resource::${executions}:*]`]: ownExecutions,
      [`AwsSolutions-IAM5[Resource::${executions}/*:*]`]: ownExecutions,
    });
  }

  /** The machine's ARN, with leave to start it. */
  startable(): Binding {
    const { stateMachineArn } = this.machine;
    return {
      value: stateMachineArn,
      allow: (role) =>
        role.addToPolicy(
          new PolicyStatement({ actions: ['states:StartExecution'], resources: [stateMachineArn] }),
        ),
    };
  }

  /** The machine's name as findings spell it. */
  #machineName(): string {
    return JSON.stringify(Stack.of(this).resolve(Fn.select(6, Fn.split(':', this.machine.stateMachineArn))));
  }

  #definition({ plan, compute, render, finishRun, commissionersAtOnce }: CommissionersRunProps) {
    const recordFailure = invokeFunction(this, 'RecordFailure', finishRun, {
      payload: sfn.TaskInput.fromObject({
        'runId.$': '$$.Execution.Name',
        results: [],
        'failure.$': '$.failure.Error',
      }),
      resultPath: sfn.JsonPath.DISCARD,
    }).next(new sfn.Fail(this, 'RunFailed', { error: 'RunFailed' }));

    const finish = invokeFunction(this, 'FinishRun', finishRun, {
      payload: sfn.TaskInput.fromObject({ 'runId.$': '$$.Execution.Name', 'results.$': '$.results' }),
      resultPath: sfn.JsonPath.DISCARD,
    }).next(new sfn.Succeed(this, 'RunFinished'));

    const eachCommissioner = new sfn.DistributedMap(this, 'EachCommissioner', {
      mapExecutionType: sfn.StateMachineType.STANDARD,
      maxConcurrency: commissionersAtOnce,
      itemsPath: '$.commissioners',
      itemSelector: {
        'runId.$': '$.runId',
        'month.$': '$.month',
        'asAt.$': '$.asAt',
        'replay.$': '$.replay',
        'commissioner.$': '$$.Map.Item.Value.commissioner',
      },
      resultPath: '$.results',
    })
      .itemProcessor(this.#ofOneCommissioner(compute, render))
      .addCatch(recordFailure, { resultPath: '$.failure' });

    const settle = new sfn.Wait(this, 'Settle', { time: sfn.WaitTime.secondsPath('$.settleSeconds') });

    return invokeFunction(this, plan.state, plan.by, {
      payload: sfn.TaskInput.fromObject({ 'runId.$': '$$.Execution.Name', 'request.$': '$' }),
      outputPath: '$.Payload',
    })
      .addCatch(recordFailure, { resultPath: '$.failure' })
      .next(
        new sfn.Choice(this, 'AnyCommissioner')
          .when(sfn.Condition.isPresent('$.commissioners[0]'), settle.next(eachCommissioner).next(finish))
          .otherwise(new sfn.Succeed(this, 'NothingToDo')),
      );
  }

  /** One commissioner's way through; it always ends in `{ commissioner, status }`, never in an error. */
  #ofOneCommissioner(compute: Step, render: Step) {
    const failed = new sfn.Pass(this, 'CommissionerFailed', {
      parameters: { 'commissioner.$': '$.commissioner', status: 'failed', 'error.$': '$.failure.Error' },
    });
    const unchanged = new sfn.Pass(this, 'NothingNew', {
      parameters: { 'commissioner.$': '$.commissioner', status: 'unchanged' },
    });
    const rendered = invokeFunction(this, render.state, render.by, { outputPath: '$.Payload' }).addCatch(
      failed,
      {
        resultPath: '$.failure',
      },
    );
    return invokeFunction(this, compute.state, compute.by, { outputPath: '$.Payload' })
      .addCatch(failed, { resultPath: '$.failure' })
      .next(
        new sfn.Choice(this, 'AnythingNew')
          .when(sfn.Condition.stringEquals('$.status', 'computed'), rendered)
          .otherwise(unchanged),
      );
  }
}
