import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { counts, type CountName } from '../../shared/platform/counts.ts';
import type { FunctionName } from '../error-impacts.ts';
import { named, namespaceOf } from '../stage.ts';

const FIVE_MINUTES = Duration.minutes(5);

/** Which functions count what, but for errors, which all do. */
export const countedBy = {
  RecordsTakenIn: ['submit-record', 'submit-batch', 'process-upload'],
  RecordsRefused: ['submit-record', 'submit-batch', 'process-upload'],
  UploadsFinished: ['process-upload'],
  UploadsFailed: ['process-upload'],
  PacksIssued: ['render-pack'],
  CommissionersFailed: ['finish-run'],
  BlocksCrossed: ['reconcile-blocks'],
  WorkingDaysWithoutRecords: ['watch-progress'],
  PacksLate: ['watch-progress'],
  PacksAwaitingRelease: ['watch-progress'],
} as const satisfies Record<Exclude<CountName, 'ErrorsLogged'>, readonly FunctionName[]>;

/** A figure that functions count, over all that do. */
export function counted(scope: Construct, name: keyof typeof countedBy, period = FIVE_MINUTES): IMetric {
  const each = countedBy[name].map((folder) => countedOf(scope, name, folder, period));
  const [only, ...others] = each;
  if (only !== undefined && others.length === 0) return only;
  return sumOf(each, name, period);
}

/** A figure that one function counts. */
export function countedOf(
  scope: Construct,
  metricName: CountName,
  service: FunctionName,
  period = FIVE_MINUTES,
): Metric {
  return new Metric({
    namespace: namespaceOf(scope),
    metricName,
    dimensionsMap: { service },
    statistic: counts[metricName] === 'sum' ? Stats.SUM : Stats.MAXIMUM,
    period,
    label: metricName,
  });
}

/** What Lambda counts of a function. */
export function ofFunction(
  scope: Construct,
  metricName: 'Errors' | 'Throttles' | 'Invocations' | 'Duration' | 'ConcurrentExecutions',
  folder: FunctionName,
): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: named(scope, folder) },
    statistic: metricName === 'Duration' ? Stats.percentile(95) : Stats.SUM,
    period: FIVE_MINUTES,
    label: folder,
  });
}

/** What SQS counts of a queue, by the name that an operator gives it. */
export function ofQueue(
  scope: Construct,
  metricName: 'ApproximateNumberOfMessagesVisible' | 'ApproximateAgeOfOldestMessage',
  queue: string,
): Metric {
  return new Metric({
    namespace: 'AWS/SQS',
    metricName,
    dimensionsMap: { QueueName: named(scope, queue) },
    statistic: Stats.MAXIMUM,
    period: FIVE_MINUTES,
    label: queue,
  });
}

/** What is counted of the interface. */
export function ofInterface(
  ApiId: string,
  metricName: 'Count' | '4xx' | '5xx' | 'Latency',
  statistic: string,
): Metric {
  return new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId },
    statistic,
    period: FIVE_MINUTES,
    label: `${metricName} ${statistic}`,
  });
}

/** What DynamoDB counts of the table. */
export function ofTable(
  metricName: string,
  dimensionsMap: Record<string, string>,
  period = FIVE_MINUTES,
): Metric {
  return new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: Stats.SUM, period });
}

/** All of them together; one that has nothing to tell counts as none. */
export function sumOf(metrics: readonly IMetric[], label: string, period = FIVE_MINUTES): MathExpression {
  // Several sums may stand in one graph, where names must differ.
  const name = label.toLowerCase().replaceAll(/[^a-z]/g, '');
  const usingMetrics = Object.fromEntries(metrics.map((metric, i) => [`${name}${i}`, metric]));
  const expression = Object.keys(usingMetrics)
    .map((each) => `FILL(${each}, 0)`)
    .join(' + ');
  return new MathExpression({ expression, usingMetrics, label, period });
}
