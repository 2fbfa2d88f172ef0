import {
  type AlarmBase,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  PeriodOverride,
  SingleValueWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { counted, ofFunction, ofInterface, ofQueue, ofTable } from '../alarms/metrics.ts';
import type { Watched } from '../alarms/watches.ts';
import { named } from '../stage.ts';

const HALF = 12;
const WHOLE = 24;
const A_DAY = Duration.days(1);

/** One page for the operator: what is wrong, what comes in, how runs, packs and uploads go, and what costs. */
export function operatorDashboard(
  scope: Construct,
  { tableName, apiId, monthRun, statementRun }: Watched,
  alarms: readonly AlarmBase[],
): Dashboard {
  const graph = (title: string, left: readonly IMetric[], right: readonly IMetric[] = []) =>
    new GraphWidget({ title, left: [...left], right: [...right], width: HALF });
  const totals = (title: string, metrics: readonly IMetric[]) =>
    new SingleValueWidget({ title, metrics: [...metrics], width: WHOLE, height: 3 });
  const daily = (...names: Parameters<typeof counted>[1][]) =>
    names.map((name) => counted(scope, name, A_DAY));
  const costly = ['compute-outcomes', 'render-pack', 'process-upload', 'submit-batch'] as const;

  return new Dashboard(scope, 'Dashboard', {
    dashboardName: named(scope, 'operations'),
    defaultInterval: Duration.days(7),
    periodOverride: PeriodOverride.INHERIT,
    widgets: [
      [
        new TextWidget({
          markdown:
            '# What is wrong\nEach alarm says what it means for people; what to do is in `docs/runbook.md`.',
          width: WHOLE,
          height: 2,
        }),
      ],
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: WHOLE, height: 8 })],
      [
        totals(
          'A day’s intake',
          daily('RecordsTakenIn', 'RecordsRefused', 'UploadsFinished', 'UploadsFailed'),
        ),
      ],
      [
        graph('Records taken in and refused', [
          counted(scope, 'RecordsTakenIn'),
          counted(scope, 'RecordsRefused'),
        ]),
        graph(
          'Uploads that wait and that failed',
          [
            ofQueue(scope, 'ApproximateNumberOfMessagesVisible', 'uploads'),
            ofQueue(scope, 'ApproximateNumberOfMessagesVisible', 'uploads-dead'),
          ],
          [ofQueue(scope, 'ApproximateAgeOfOldestMessage', 'uploads')],
        ),
      ],
      [
        totals('Packs', [
          ...daily('PacksIssued', 'CommissionersFailed', 'PacksLate', 'PacksAwaitingRelease'),
          ...daily('WorkingDaysWithoutRecords', 'BlocksCrossed'),
        ]),
      ],
      [
        graph('Month runs', [
          monthRun.machine.metricStarted(),
          monthRun.machine.metricSucceeded(),
          monthRun.machine.metricFailed(),
        ]),
        graph('Statement runs', [
          statementRun.machine.metricStarted(),
          statementRun.machine.metricSucceeded(),
          statementRun.machine.metricFailed(),
        ]),
      ],
      [
        graph(
          'Requests and refusals',
          [ofInterface(apiId, 'Count', Stats.SUM), ofInterface(apiId, '4xx', Stats.SUM)],
          [ofInterface(apiId, '5xx', Stats.SUM)],
        ),
        graph('How long answers take', [
          ofInterface(apiId, 'Latency', 'p50'),
          ofInterface(apiId, 'Latency', 'p95'),
          ofInterface(apiId, 'Latency', 'p99'),
        ]),
      ],
      [
        graph('Table: units read and written, which are paid for', [
          ofTable('ConsumedReadCapacityUnits', { TableName: tableName }),
          ofTable('ConsumedWriteCapacityUnits', { TableName: tableName }),
        ]),
        graph(
          'Functions that cost most: how often and how long',
          costly.map((folder) => ofFunction(scope, 'Invocations', folder)),
          costly.map((folder) => ofFunction(scope, 'Duration', folder)),
        ),
      ],
    ],
  });
}
