import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { describeAlarm } from '../alarms/alarm-words.ts';
import type { Watch } from '../alarms/watches.ts';
import { named } from '../stage.ts';
import type { AlarmsTopic } from './alarms-topic.ts';

type OperatorAlarmProps = {
  readonly watch: Watch;
  /** What it means for people, in one sentence. */
  readonly means: string;
  /** The section of the runbook. */
  readonly section: string;
  readonly topic: AlarmsTopic;
};

/** An alarm that tells the operator what it means for people and where it says what to do, and tells when it is over. */
export class OperatorAlarm extends Alarm {
  constructor(scope: Construct, id: string, { watch, means, section, topic }: OperatorAlarmProps) {
    const { metric, atLeast = 1, below, periods: [datapointsToAlarm, evaluationPeriods] = [1, 1] } = watch;
    super(scope, id, {
      alarmName: named(scope, id),
      alarmDescription: describeAlarm(means, section),
      metric,
      threshold: below ?? atLeast,
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      datapointsToAlarm,
      evaluationPeriods,
      treatMissingData: watch.missing ?? TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(topic.action);
    this.addOkAction(topic.action);
  }
}
