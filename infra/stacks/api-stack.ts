import { CfnOutput, Duration, Stack, TimeZone, type StackProps } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { ApprovePackEnv } from '../../functions/approve-pack/env.ts';
import type { AuthorizeRequestEnv } from '../../functions/authorize-request/env.ts';
import type { CheckHealthEnv } from '../../functions/check-health/env.ts';
import type { ErasePersonEnv } from '../../functions/erase-person/env.ts';
import type { ExportPersonEnv } from '../../functions/export-person/env.ts';
import type { LiftErasureEnv } from '../../functions/lift-erasure/env.ts';
import type { ListDueReportsEnv } from '../../functions/list-due-reports/env.ts';
import type { ListOpeningsEnv } from '../../functions/list-openings/env.ts';
import type { MakeReferrerReportEnv } from '../../functions/make-referrer-report/env.ts';
import type { ManageClientsEnv } from '../../functions/manage-clients/env.ts';
import type { ManageFinanceEnv } from '../../functions/manage-finance/env.ts';
import type { ManageReceiptsEnv } from '../../functions/manage-receipts/env.ts';
import type { ManageRegistryEnv } from '../../functions/manage-registry/env.ts';
import type { OpenPackEnv } from '../../functions/open-pack/env.ts';
import type { OpenUploadEnv } from '../../functions/open-upload/env.ts';
import type { ReadAuditEnv } from '../../functions/read-audit/env.ts';
import type { ReadCallerEnv } from '../../functions/read-caller/env.ts';
import type { ReadPublishedEnv } from '../../functions/read-published/env.ts';
import type { ReadQualityEnv } from '../../functions/read-quality/env.ts';
import type { ReadRecordsEnv } from '../../functions/read-records/env.ts';
import type { ReadStatementEnv } from '../../functions/read-statement/env.ts';
import type { ReadTemplateEnv } from '../../functions/read-template/env.ts';
import type { ReadUploadEnv } from '../../functions/read-upload/env.ts';
import type { ReplayUploadEnv } from '../../functions/replay-upload/env.ts';
import type { ReadRunEnv } from '../../functions/read-run/env.ts';
import type { ShowPortalEnv } from '../../functions/show-portal/env.ts';
import type { ShowDocsEnv } from '../../functions/show-docs/env.ts';
import type { StartRunEnv } from '../../functions/start-run/env.ts';
import type { SubmitBatchEnv } from '../../functions/submit-batch/env.ts';
import type { SubmitRecordEnv } from '../../functions/submit-record/env.ts';
import type { TellReleasesEnv } from '../../functions/tell-releases/env.ts';
import type { Config } from '../config.ts';
import { plain } from '../constructs/binding.ts';
import { portalBeside } from '../constructs/portal-beside.ts';
import { viewerBeside } from '../constructs/viewer-beside.ts';
import { HttpInterface } from '../constructs/http-interface.ts';
import { JanusFunction } from '../constructs/janus-function.ts';
import { MailSender } from '../constructs/mail-sender.ts';
import { NativeLayer } from '../constructs/native-layer.ts';
import { acknowledgeSchedulerRoles } from '../constructs/scheduler-roles.ts';
import { TokenService } from '../constructs/token-service.ts';
import type { DataStack } from './data-stack.ts';
import type { PipelineStack } from './pipeline-stack.ts';

type ApiStackProps = StackProps & {
  readonly stage: string;
  readonly config: Config;
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
};

/** The HTTP interface: tokens, the authorizer, the routes and the functions that answer them. */
export class ApiStack extends Stack {
  readonly http: HttpInterface;

  constructor(scope: Construct, id: string, { stage, config, data, pipeline, ...props }: ApiStackProps) {
    super(scope, id, props);
    const { keepLogs, secondFactor } = config;
    const { table, packs, uploads, tagKey, signingKey } = data;
    const tokens = new TokenService(this, 'Tokens', { stage, secondFactor });
    const http = new HttpInterface(this, 'Http', config);
    this.http = http;
    const signIn = tokens.signInAt(`${http.baseUrl}portal`);

    // Whoever writes on a person takes back what an erasure overtook.
    const writingOnPeople = {
      TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'DeleteItem', 'Query'], ['byParty']),
      TAG_KEY_ID: tagKey.making(),
    };

    // Whoever takes in a worker's reflection asks for whom their provider works: what comes late says whose pack it moves.
    const submitting = {
      TABLE_NAME: table.allowing(
        ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
        ['byCommissioner', 'byParty'],
      ),
      TAG_KEY_ID: tagKey.making(),
    };

    const native = new NativeLayer(this, 'Native');

    // The release tells at once; what it could not is told by the clock.
    const telling = {
      PORTAL_URL: plain(`${http.baseUrl}portal`),
      MAIL_FROM: new MailSender(this, 'Mail', config.mailFrom).sending(),
    };

    http.answerBy({
      authorizer: new JanusFunction<AuthorizeRequestEnv>(this, 'authorize-request', {
        environment: {
          TABLE_NAME: table.allowing(['GetItem']),
          ISSUER: plain(tokens.issuer),
          JWKS_URI: plain(tokens.jwksUri),
          PORTAL_CLIENT_ID: signIn.PORTAL_CLIENT_ID,
        },
        timeout: Duration.seconds(10),
        keepLogs,
      }),
      functions: {
        'check-health': new JanusFunction<CheckHealthEnv>(this, 'check-health', {
          environment: {},
          keepLogs,
        }),
        'manage-registry': new JanusFunction<ManageRegistryEnv>(this, 'manage-registry', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query']),
          },
          keepLogs,
        }),
        'manage-clients': new JanusFunction<ManageClientsEnv>(this, 'manage-clients', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'DeleteItem', 'Query']),
            USER_POOL_ID: tokens.administeringClients(),
          },
          keepLogs,
        }),
        'manage-finance': new JanusFunction<ManageFinanceEnv>(this, 'manage-finance', {
          environment: {
            TABLE_NAME: table.allowing(
              ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
              ['byCommissioner', 'byParty'],
            ),
            TAG_KEY_ID: tagKey.making(),
          },
          memorySize: 1024,
          keepLogs,
        }),
        'start-run': new JanusFunction<StartRunEnv>(this, 'start-run', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem']),
            MONTH_RUN_ARN: pipeline.monthRun.startable(),
            STATEMENT_RUN_ARN: pipeline.statementRun.startable(),
          },
          keepLogs,
        }),
        'read-run': new JanusFunction<ReadRunEnv>(this, 'read-run', {
          environment: { TABLE_NAME: table.allowing(['GetItem', 'Query'], ['byParty']) },
          keepLogs,
        }),
        'open-pack': new JanusFunction<OpenPackEnv>(this, 'open-pack', {
          environment: {
            TABLE_NAME: table.allowing(['PutItem', 'Query']),
            PACKS_BUCKET: packs.allowing(['GetObject'], ['packs', 'disclosure']),
          },
          keepLogs,
        }),
        'approve-pack': new JanusFunction<ApprovePackEnv>(this, 'approve-pack', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query']),
            // The gate reads every file of the pack, and what was withheld of it.
            PACKS_BUCKET: packs.allowing(['GetObject'], ['packs', 'disclosure'], ['packs', 'disclosure']),
            SIGNING_KEY_ID: signingKey.publishing(),
            ...telling,
          },
          memorySize: 1024,
          keepLogs,
        }),
        'list-openings': new JanusFunction<ListOpeningsEnv>(this, 'list-openings', {
          environment: { TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query'], ['byParty']) },
          keepLogs,
        }),
        'read-statement': new JanusFunction<ReadStatementEnv>(this, 'read-statement', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query'], ['byCommissioner']),
            PACKS_BUCKET: packs.allowing(['GetObject'], ['finance'], ['finance']),
            TAG_KEY_ID: tagKey.making(),
          },
          memorySize: 1769,
          keepLogs,
        }),
        'submit-batch': new JanusFunction<SubmitBatchEnv>(this, 'submit-batch', {
          environment: submitting,
          memorySize: 1024,
          keepLogs,
        }),
        'open-upload': new JanusFunction<OpenUploadEnv>(this, 'open-upload', {
          environment: {
            TABLE_NAME: table.allowing(['PutItem']),
            // What its forms allow, it must be allowed itself.
            UPLOADS_BUCKET: uploads.allowing({ PutObject: ['files'] }),
          },
          keepLogs,
        }),
        'read-upload': new JanusFunction<ReadUploadEnv>(this, 'read-upload', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'Query'], ['byCommissioner', 'byParty']),
            UPLOADS_BUCKET: uploads.allowing({ GetObject: ['errors'], ListBucket: ['files'] }),
          },
          keepLogs,
        }),
        'replay-upload': new JanusFunction<ReplayUploadEnv>(this, 'replay-upload', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem']),
            UPLOADS_BUCKET: uploads.allowing({ PutObject: ['work'], ListBucket: ['files'] }),
          },
          keepLogs,
        }),
        'read-template': new JanusFunction<ReadTemplateEnv>(this, 'read-template', {
          environment: {},
          memorySize: 1024,
          keepLogs,
        }),
        'show-docs': new JanusFunction<ShowDocsEnv>(this, 'show-docs', {
          environment: {},
          beside: viewerBeside,
          keepLogs,
        }),
        'show-portal': new JanusFunction<ShowPortalEnv>(this, 'show-portal', {
          environment: {
            ...signIn,
            UPLOADS_ORIGIN: plain(uploads.origin),
            PACKS_ORIGIN: plain(packs.origin),
          },
          beside: portalBeside,
          keepLogs,
        }),
        'submit-record': new JanusFunction<SubmitRecordEnv>(this, 'submit-record', {
          environment: submitting,
          keepLogs,
        }),
        'erase-person': new JanusFunction<ErasePersonEnv>(this, 'erase-person', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'DeleteItem', 'Query'], ['byParty']),
            PACKS_BUCKET: packs.allowing(['PutObject'], ['erasures']),
            TAG_KEY_ID: tagKey.making(),
          },
          memorySize: 1024,
          keepLogs,
        }),
        'lift-erasure': new JanusFunction<LiftErasureEnv>(this, 'lift-erasure', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'Query']),
            PACKS_BUCKET: packs.allowing(['PutObject'], ['erasures']),
          },
          keepLogs,
        }),
        'export-person': new JanusFunction<ExportPersonEnv>(this, 'export-person', {
          environment: writingOnPeople,
          memorySize: 1769,
          keepLogs,
          native,
        }),
        'make-referrer-report': new JanusFunction<MakeReferrerReportEnv>(this, 'make-referrer-report', {
          environment: writingOnPeople,
          memorySize: 1769,
          keepLogs,
          native,
        }),
        'list-due-reports': new JanusFunction<ListDueReportsEnv>(this, 'list-due-reports', {
          environment: { TABLE_NAME: table.allowing(['Query'], ['byParty']) },
          memorySize: 1024,
          keepLogs,
        }),
        'read-audit': new JanusFunction<ReadAuditEnv>(this, 'read-audit', {
          environment: { TABLE_NAME: table.allowing(['GetItem', 'Query'], ['byParty']) },
          keepLogs,
        }),
        'read-caller': new JanusFunction<ReadCallerEnv>(this, 'read-caller', { environment: {}, keepLogs }),
        'read-published': new JanusFunction<ReadPublishedEnv>(this, 'read-published', {
          environment: { SIGNING_KEY_ID: signingKey.publishing() },
          keepLogs,
        }),
        'manage-receipts': new JanusFunction<ManageReceiptsEnv>(this, 'manage-receipts', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'PutItem', 'DeleteItem', 'Query'], ['byChange']),
          },
          memorySize: 1024,
          keepLogs,
        }),
        'read-quality': new JanusFunction<ReadQualityEnv>(this, 'read-quality', {
          environment: {
            TABLE_NAME: table.allowing(['Query'], ['byChange', 'byCommissioner']),
          },
          memorySize: 1769,
          keepLogs,
        }),
        'read-records': new JanusFunction<ReadRecordsEnv>(this, 'read-records', {
          environment: {
            TABLE_NAME: table.allowing(['GetItem', 'Query'], ['byChange']),
          },
          keepLogs,
        }),
      },
    });

    const tellReleases = new JanusFunction<TellReleasesEnv>(this, 'tell-releases', {
      environment: {
        TABLE_NAME: table.allowing(['GetItem', 'PutItem'], ['byParty']),
        ...telling,
      },
      keepLogs,
    });
    new Schedule(this, 'Untold', {
      description: 'Sends the messages of releases that a crash or an error left unsent',
      schedule: ScheduleExpression.cron({ minute: '5/10', timeZone: TimeZone.EUROPE_LONDON }),
      target: new LambdaInvoke(tellReleases, {
        input: ScheduleTargetInput.fromObject({ trigger: 'schedule' }),
        // The next one does the same.
        maxEventAge: Duration.minutes(10),
        deadLetterQueue: pipeline.missedStarts,
      }),
    });
    acknowledgeSchedulerRoles(this);

    new CfnOutput(this, 'BaseUrl', { value: http.baseUrl, description: 'Where the interface answers' });
    new CfnOutput(this, 'UserPoolId', {
      value: tokens.userPoolId,
      description: 'Where people and their groups are kept',
    });
    new CfnOutput(this, 'TokenUrl', { value: tokens.tokenUrl, description: 'Where clients fetch tokens' });
  }
}
