import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { tableIndexes } from '../../shared/store/table.ts';
import type { CommissionersRun } from '../constructs/commissioners-run.ts';
import type { Config } from '../config.ts';
import { namespaceOf } from '../stage.ts';
import type { AlarmId } from './alarm-words.ts';
import { counted, ofInterface, ofQueue, ofTable, sumOf } from './metrics.ts';

/** What an alarm looks at, and when it goes off: once, where nothing else is said. */
export type Watch = {
  readonly metric: IMetric;
  /** At least so much is too much; 1 where it is not said. */
  readonly atLeast?: number;
  /** Less than this is too little. */
  readonly below?: number;
  /** In so many periods of so many. */
  readonly periods?: readonly [number, number];
  readonly missing?: TreatMissingData;
};

/** What is watched, of all stacks. */
export type Watched = {
  readonly config: Config;
  readonly tableName: string;
  readonly apiId: string;
  readonly monthRun: CommissionersRun;
  readonly statementRun: CommissionersRun;
  /** Of the vault of backups, where there is one. */
  readonly vaultName: string | undefined;
  readonly certificateArn: string | undefined;
};

const A_MINUTE = Duration.minutes(1);
/** What is told every hour, with one hour left out. */
const TWO_HOURS = Duration.hours(2);
const { NOT_BREACHING, BREACHING, IGNORE } = TreatMissingData;

/** What each alarm watches; one whose thing is not configured watches nothing. */
export function watchesOf(scope: Construct, watched: Watched): Record<AlarmId, Watch | undefined> {
  const { config, tableName, apiId, monthRun, statementRun, vaultName, certificateArn } = watched;
  const lastTold = { missing: IGNORE };
  const failuresOf = ({ machine }: CommissionersRun) =>
    sumOf([machine.metricFailed(), machine.metricTimedOut(), machine.metricAborted()], 'failed runs');
  const throttles = ['ReadThrottleEvents', 'WriteThrottleEvents'].flatMap((name) => [
    ofTable(name, { TableName: tableName }, A_MINUTE),
    ...Object.values(tableIndexes).map((index) =>
      ofTable(name, { TableName: tableName, GlobalSecondaryIndexName: index.name }, A_MINUTE),
    ),
  ]);
  const systemErrors = ['GetItem', 'PutItem', 'DeleteItem', 'Query'].map((Operation) =>
    ofTable('SystemErrors', { TableName: tableName, Operation }),
  );

  return {
    'uploads-dead-letters': { metric: ofQueue(scope, 'ApproximateNumberOfMessagesVisible', 'uploads-dead') },
    'uploads-waiting': { metric: ofQueue(scope, 'ApproximateAgeOfOldestMessage', 'uploads'), atLeast: 3600 },
    'starts-missed': { metric: ofQueue(scope, 'ApproximateNumberOfMessagesVisible', 'missed-starts') },
    'no-records': {
      metric: counted(scope, 'WorkingDaysWithoutRecords', TWO_HOURS),
      atLeast: config.alarmAfter.withoutRecords,
      ...lastTold,
    },
    'watch-stopped': {
      metric: counted(scope, 'PacksLate', Duration.hours(3)),
      atLeast: Number.MAX_SAFE_INTEGER,
      missing: BREACHING,
    },
    'month-run-late': { metric: counted(scope, 'PacksLate', TWO_HOURS), ...lastTold },
    'packs-not-released': { metric: counted(scope, 'PacksAwaitingRelease', TWO_HOURS), ...lastTold },
    'month-run-failed': { metric: failuresOf(monthRun) },
    'statement-run-failed': { metric: failuresOf(statementRun) },
    'commissioners-failed': { metric: counted(scope, 'CommissionersFailed') },
    'blocks-crossed': { metric: counted(scope, 'BlocksCrossed') },
    'interface-failing': { metric: ofInterface(apiId, '5xx', Stats.SUM), atLeast: 3 },
    'interface-slow': { metric: ofInterface(apiId, 'Latency', 'p99'), atLeast: 10_000, periods: [3, 3] },
    'table-throttled': { metric: sumOf(throttles, 'throttled', A_MINUTE), periods: [3, 5] },
    'table-failing': { metric: sumOf(systemErrors, 'system errors') },
    'table-read-by-hand': {
      metric: new Metric({
        namespace: namespaceOf(scope),
        metricName: 'OpenedByHand',
        statistic: Stats.SUM,
        period: Duration.minutes(5),
      }),
    },
    'backups-failed': vaultName === undefined ? undefined : { metric: failedBackups(vaultName) },
    'certificate-expiring':
      certificateArn === undefined
        ? undefined
        : { metric: daysLeft(certificateArn), below: 30, missing: NOT_BREACHING },
  };
}

function failedBackups(BackupVaultName: string): IMetric {
  const failures = ['NumberOfBackupJobsFailed', 'NumberOfBackupJobsAborted', 'NumberOfBackupJobsExpired'];
  const period = Duration.hours(1);
  const each = failures.map(
    (metricName) =>
      new Metric({
        namespace: 'AWS/Backup',
        metricName,
        dimensionsMap: { BackupVaultName },
        statistic: Stats.SUM,
        period,
      }),
  );
  return sumOf(each, 'failed backups', period);
}

function daysLeft(CertificateArn: string): IMetric {
  return new Metric({
    namespace: 'AWS/CertificateManager',
    metricName: 'DaysToExpiry',
    dimensionsMap: { CertificateArn },
    statistic: Stats.MINIMUM,
    period: Duration.days(1),
  });
}
