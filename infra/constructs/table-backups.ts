import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Backups } from '../config.ts';
import { named } from '../stage.ts';
import { acknowledge } from './acknowledge.ts';

type TableBackupsProps = { readonly tableArn: string; readonly backups: Backups };

/**
 * A copy of the table every night, in a vault of its own, so that whoever could delete the table could not delete what
 * it would be brought back from. Kept for exactly as long as people were told: neither less nor more.
 */
export class TableBackups extends Construct {
  readonly vaultName: string;

  constructor(scope: Construct, id: string, { tableArn, backups }: TableBackupsProps) {
    super(scope, id);
    const { keep, lock, lockedAfter } = backups;
    this.vaultName = named(this, 'backups');
    const encryptionKey = new Key(this, 'Key', {
      description: 'Encrypts copies of the table',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const backupVault = new BackupVault(this, 'Vault', {
      backupVaultName: this.vaultName,
      encryptionKey,
      lockConfiguration: {
        // The shortest must be shorter than the longest.
        minRetention: Duration.days(keep.toDays() - 1),
        maxRetention: keep,
        // Without a day from which on it holds, a lock is undone by whoever has leave to.
        ...(lock === 'compliance' && { changeableFor: lockedAfter }),
      },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const plan = new BackupPlan(this, 'Plan', {
      backupPlanName: this.vaultName,
      backupVault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'nightly',
          scheduleExpression: Schedule.cron({ hour: '1', minute: '0' }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(6),
          deleteAfter: keep,
        }),
      ],
    });
    const selection = plan.addSelection('Table', { resources: [BackupResource.fromArn(tableArn)] });
    acknowledge(selection, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]':
        'AWS says by it what its own service needs to copy a table, and keeps it up to date.',
    });
  }
}
