import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { approvePackEnv } from '../functions/approve-pack/env.ts';
import { createHandler as approvePack } from '../functions/approve-pack/handler.ts';
import { authorizeRequestEnv } from '../functions/authorize-request/env.ts';
import { createHandler as authorizeRequest } from '../functions/authorize-request/handler.ts';
import { createHandler as checkHealth } from '../functions/check-health/handler.ts';
import { erasePersonEnv } from '../functions/erase-person/env.ts';
import { createHandler as erasePerson } from '../functions/erase-person/handler.ts';
import { exportPersonEnv } from '../functions/export-person/env.ts';
import { createHandler as exportPerson } from '../functions/export-person/handler.ts';
import { enforceRetentionEnv } from '../functions/enforce-retention/env.ts';
import { createHandler as enforceRetention } from '../functions/enforce-retention/handler.ts';
import { finishBatchesEnv } from '../functions/finish-batches/env.ts';
import { createHandler as finishBatches } from '../functions/finish-batches/handler.ts';
import { finishRunEnv } from '../functions/finish-run/env.ts';
import { createHandler as finishRun } from '../functions/finish-run/handler.ts';
import { liftErasureEnv } from '../functions/lift-erasure/env.ts';
import { createHandler as liftErasure } from '../functions/lift-erasure/handler.ts';
import { listDueReportsEnv } from '../functions/list-due-reports/env.ts';
import { createHandler as listDueReports } from '../functions/list-due-reports/handler.ts';
import { listOpeningsEnv } from '../functions/list-openings/env.ts';
import { createHandler as listOpenings } from '../functions/list-openings/handler.ts';
import { makeReferrerReportEnv } from '../functions/make-referrer-report/env.ts';
import { createHandler as makeReferrerReport } from '../functions/make-referrer-report/handler.ts';
import { manageClientsEnv } from '../functions/manage-clients/env.ts';
import { createHandler as manageClients } from '../functions/manage-clients/handler.ts';
import { manageFinanceEnv } from '../functions/manage-finance/env.ts';
import { createHandler as manageFinance } from '../functions/manage-finance/handler.ts';
import { manageReceiptsEnv } from '../functions/manage-receipts/env.ts';
import { createHandler as manageReceipts } from '../functions/manage-receipts/handler.ts';
import { manageRegistryEnv } from '../functions/manage-registry/env.ts';
import { createHandler as manageRegistry } from '../functions/manage-registry/handler.ts';
import { openPackEnv } from '../functions/open-pack/env.ts';
import { createHandler as openPack } from '../functions/open-pack/handler.ts';
import { openUploadEnv } from '../functions/open-upload/env.ts';
import { createHandler as openUpload } from '../functions/open-upload/handler.ts';
import { planMonthEnv } from '../functions/plan-month/env.ts';
import { createHandler as planMonth } from '../functions/plan-month/handler.ts';
import { planStatementsEnv } from '../functions/plan-statements/env.ts';
import { createHandler as planStatements } from '../functions/plan-statements/handler.ts';
import { processUploadEnv } from '../functions/process-upload/env.ts';
import { createHandler as processUpload } from '../functions/process-upload/handler.ts';
import { readAuditEnv } from '../functions/read-audit/env.ts';
import { createHandler as readAudit } from '../functions/read-audit/handler.ts';
import { createHandler as readCaller } from '../functions/read-caller/handler.ts';
import { readPublishedEnv } from '../functions/read-published/env.ts';
import { createHandler as readPublished } from '../functions/read-published/handler.ts';
import { readQualityEnv } from '../functions/read-quality/env.ts';
import { createHandler as readQuality } from '../functions/read-quality/handler.ts';
import { readRecordsEnv } from '../functions/read-records/env.ts';
import { createHandler as readRecords } from '../functions/read-records/handler.ts';
import { readRunEnv } from '../functions/read-run/env.ts';
import { createHandler as readRun } from '../functions/read-run/handler.ts';
import { createHandler as readTemplate } from '../functions/read-template/handler.ts';
import { readUploadEnv } from '../functions/read-upload/env.ts';
import { createHandler as readUpload } from '../functions/read-upload/handler.ts';
import { replayUploadEnv } from '../functions/replay-upload/env.ts';
import { createHandler as replayUpload } from '../functions/replay-upload/handler.ts';
import { readStatementEnv } from '../functions/read-statement/env.ts';
import { createHandler as readStatement } from '../functions/read-statement/handler.ts';
import { reconcileBlocksEnv } from '../functions/reconcile-blocks/env.ts';
import { createHandler as reconcileBlocks } from '../functions/reconcile-blocks/handler.ts';
import { createHandler as showDocs } from '../functions/show-docs/handler.ts';
import { showPortalEnv } from '../functions/show-portal/env.ts';
import { createHandler as showPortal } from '../functions/show-portal/handler.ts';
import { startRunEnv } from '../functions/start-run/env.ts';
import { createHandler as startRun } from '../functions/start-run/handler.ts';
import { submitBatchEnv } from '../functions/submit-batch/env.ts';
import { createHandler as submitBatch } from '../functions/submit-batch/handler.ts';
import { submitRecordEnv } from '../functions/submit-record/env.ts';
import { createHandler as submitRecord } from '../functions/submit-record/handler.ts';
import { tellReleasesEnv } from '../functions/tell-releases/env.ts';
import { createHandler as tellReleases } from '../functions/tell-releases/handler.ts';
import { tellReferrersEnv } from '../functions/tell-referrers/env.ts';
import { createHandler as tellReferrers } from '../functions/tell-referrers/handler.ts';
import { watchProgressEnv } from '../functions/watch-progress/env.ts';
import { createHandler as watchProgress } from '../functions/watch-progress/handler.ts';
import { heavyFunctions } from './heavy-functions.ts';
import type { HttpHandler } from '../shared/platform/http.ts';
import { readPortalAsset } from './portal-assets.ts';
import { readViewerAsset } from './viewer-assets.ts';
import type { HttpFunctionName } from '../shared/platform/routes.ts';
import type { World } from '../shared/platform/world.ts';

/** The functions as they run in this process, by folder. */
type LocalFunctions = {
  readonly authorize: (event: APIGatewayRequestAuthorizerEventV2) => Promise<unknown>;
  readonly http: ReadonlyMap<string, HttpHandler>;
  readonly tasks: ReadonlyMap<string, Task>;
};

type Task = (payload: unknown) => Promise<unknown>;

/** Makes a function of its variables and of what it reaches. */
type Make<Made> = (env: unknown, world: World) => Made;

/**
 * Makes every function: what `index.ts` of each folder does on AWS, with a world of one machine.
 *
 * @param variables the variables of a function, by its folder
 * @param worldOf what a function reaches, by its folder
 */
export function openFunctions(
  variables: (folder: string) => unknown,
  worldOf: (folder: string) => World,
): LocalFunctions {
  const made = <Made>(makers: Readonly<Record<string, Make<Made>>>): ReadonlyMap<string, Made> =>
    new Map(
      Object.entries(makers).map(([folder, make]) => [folder, make(variables(folder), worldOf(folder))]),
    );
  const http = {
    'approve-pack': (env, world) => approvePack(approvePackEnv.parse(env), world),
    'check-health': () => checkHealth(),
    'erase-person': (env, world) => erasePerson(erasePersonEnv.parse(env), world),
    'export-person': (env, world) => exportPerson(exportPersonEnv.parse(env), world),
    'lift-erasure': (env, world) => liftErasure(liftErasureEnv.parse(env), world),
    'list-due-reports': (env, world) => listDueReports(listDueReportsEnv.parse(env), world),
    'list-openings': (env, world) => listOpenings(listOpeningsEnv.parse(env), world),
    'make-referrer-report': (env, world) => makeReferrerReport(makeReferrerReportEnv.parse(env), world),
    'manage-clients': (env, world) => manageClients(manageClientsEnv.parse(env), world),
    'manage-finance': (env, world) => manageFinance(manageFinanceEnv.parse(env), world),
    'manage-receipts': (env, world) => manageReceipts(manageReceiptsEnv.parse(env), world),
    'manage-registry': (env, world) => manageRegistry(manageRegistryEnv.parse(env), world),
    'open-pack': (env, world) => openPack(openPackEnv.parse(env), world),
    'open-upload': (env, world) => openUpload(openUploadEnv.parse(env), world),
    'read-audit': (env, world) => readAudit(readAuditEnv.parse(env), world),
    'read-caller': (_, world) => readCaller(world),
    'read-published': (env, world) => readPublished(readPublishedEnv.parse(env), world),
    'read-quality': (env, world) => readQuality(readQualityEnv.parse(env), world),
    'read-records': (env, world) => readRecords(readRecordsEnv.parse(env), world),
    'read-run': (env, world) => readRun(readRunEnv.parse(env), world),
    'read-statement': (env, world) => readStatement(readStatementEnv.parse(env), world),
    'read-template': (_, world) => readTemplate(world),
    'read-upload': (env, world) => readUpload(readUploadEnv.parse(env), world),
    'replay-upload': (env, world) => replayUpload(replayUploadEnv.parse(env), world),
    'show-docs': () => showDocs({ readAsset: readViewerAsset }),
    'show-portal': (env) => showPortal(showPortalEnv.parse(env), { readAsset: readPortalAsset }),
    'start-run': (env, world) => startRun(startRunEnv.parse(env), world),
    'submit-batch': (env, world) => submitBatch(submitBatchEnv.parse(env), world),
    'submit-record': (env, world) => submitRecord(submitRecordEnv.parse(env), world),
  } satisfies Record<HttpFunctionName, Make<HttpHandler>>;
  const tasks = {
    ...heavyFunctions,
    'plan-month': (env, world) => planMonth(planMonthEnv.parse(env), world),
    'finish-run': (env, world) => finishRun(finishRunEnv.parse(env), world),
    'plan-statements': (env, world) => planStatements(planStatementsEnv.parse(env), world),
    'reconcile-blocks': (env, world) => reconcileBlocks(reconcileBlocksEnv.parse(env), world),
    'process-upload': (env, world) => processUpload(processUploadEnv.parse(env), world),
    'enforce-retention': (env, world) => enforceRetention(enforceRetentionEnv.parse(env), world),
    'finish-batches': (env, world) => finishBatches(finishBatchesEnv.parse(env), world),
    'tell-releases': (env, world) => tellReleases(tellReleasesEnv.parse(env), world),
    'watch-progress': (env, world) => watchProgress(watchProgressEnv.parse(env), world),
    'tell-referrers': (env, world) => tellReferrers(tellReferrersEnv.parse(env), world),
  } satisfies Record<string, Make<Task>>;
  return {
    authorize: authorizeRequest(
      authorizeRequestEnv.parse(variables('authorize-request')),
      worldOf('authorize-request'),
    ),
    http: made<HttpHandler>(http),
    tasks: made<Task>(tasks),
  };
}
