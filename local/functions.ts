import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { approvePackEnv } from '../functions/approve-pack/env.ts';
import { createHandler as approvePack } from '../functions/approve-pack/handler.ts';
import { authorizeRequestEnv } from '../functions/authorize-request/env.ts';
import { createHandler as authorizeRequest } from '../functions/authorize-request/handler.ts';
import { createHandler as checkHealth } from '../functions/check-health/handler.ts';
import { computeOutcomesEnv } from '../functions/compute-outcomes/env.ts';
import { createHandler as computeOutcomes } from '../functions/compute-outcomes/handler.ts';
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
import { renderPackEnv } from '../functions/render-pack/env.ts';
import { createHandler as renderPack } from '../functions/render-pack/handler.ts';
import { readStatementEnv } from '../functions/read-statement/env.ts';
import { createHandler as readStatement } from '../functions/read-statement/handler.ts';
import { reconcileBlocksEnv } from '../functions/reconcile-blocks/env.ts';
import { createHandler as reconcileBlocks } from '../functions/reconcile-blocks/handler.ts';
import { renderStatementsEnv } from '../functions/render-statements/env.ts';
import { createHandler as renderStatements } from '../functions/render-statements/handler.ts';
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
import type { HttpHandler } from '../shared/platform/http.ts';
import { readPortalAsset } from './portal-assets.ts';
import { readViewerAsset } from './viewer-assets.ts';
import type { HttpFunctionName } from '../shared/platform/routes.ts';
import type { World } from '../shared/platform/world.ts';

/** The functions as they run in this process, by folder. */
type LocalFunctions = {
  readonly authorize: (event: APIGatewayRequestAuthorizerEventV2) => Promise<unknown>;
  readonly http: ReadonlyMap<string, HttpHandler>;
  readonly tasks: ReadonlyMap<string, (payload: unknown) => Promise<unknown>>;
};

/**
 * Makes every function: what `index.ts` of each folder does on AWS, with the world of one machine.
 *
 * @param variables the variables of a function, by its folder
 */
export function openFunctions(variables: (folder: string) => unknown, world: World): LocalFunctions {
  const http = {
    'approve-pack': approvePack(approvePackEnv.parse(variables('approve-pack')), world),
    'check-health': checkHealth(),
    'erase-person': erasePerson(erasePersonEnv.parse(variables('erase-person')), world),
    'export-person': exportPerson(exportPersonEnv.parse(variables('export-person')), world),
    'lift-erasure': liftErasure(liftErasureEnv.parse(variables('lift-erasure')), world),
    'list-due-reports': listDueReports(listDueReportsEnv.parse(variables('list-due-reports')), world),
    'list-openings': listOpenings(listOpeningsEnv.parse(variables('list-openings')), world),
    'make-referrer-report': makeReferrerReport(
      makeReferrerReportEnv.parse(variables('make-referrer-report')),
      world,
    ),
    'manage-clients': manageClients(manageClientsEnv.parse(variables('manage-clients')), world),
    'manage-finance': manageFinance(manageFinanceEnv.parse(variables('manage-finance')), world),
    'manage-receipts': manageReceipts(manageReceiptsEnv.parse(variables('manage-receipts')), world),
    'manage-registry': manageRegistry(manageRegistryEnv.parse(variables('manage-registry')), world),
    'open-pack': openPack(openPackEnv.parse(variables('open-pack')), world),
    'open-upload': openUpload(openUploadEnv.parse(variables('open-upload')), world),
    'read-audit': readAudit(readAuditEnv.parse(variables('read-audit')), world),
    'read-caller': readCaller(world),
    'read-published': readPublished(readPublishedEnv.parse(variables('read-published')), world),
    'read-quality': readQuality(readQualityEnv.parse(variables('read-quality')), world),
    'read-records': readRecords(readRecordsEnv.parse(variables('read-records')), world),
    'read-run': readRun(readRunEnv.parse(variables('read-run')), world),
    'read-statement': readStatement(readStatementEnv.parse(variables('read-statement')), world),
    'read-template': readTemplate(world),
    'read-upload': readUpload(readUploadEnv.parse(variables('read-upload')), world),
    'replay-upload': replayUpload(replayUploadEnv.parse(variables('replay-upload')), world),
    'show-docs': showDocs({ readAsset: readViewerAsset }),
    'show-portal': showPortal(showPortalEnv.parse(variables('show-portal')), { readAsset: readPortalAsset }),
    'start-run': startRun(startRunEnv.parse(variables('start-run')), world),
    'submit-batch': submitBatch(submitBatchEnv.parse(variables('submit-batch')), world),
    'submit-record': submitRecord(submitRecordEnv.parse(variables('submit-record')), world),
  } satisfies Record<HttpFunctionName, HttpHandler>;
  const tasks = {
    'plan-month': planMonth(planMonthEnv.parse(variables('plan-month')), world),
    'compute-outcomes': computeOutcomes(computeOutcomesEnv.parse(variables('compute-outcomes')), world),
    'render-pack': renderPack(renderPackEnv.parse(variables('render-pack')), world),
    'finish-run': finishRun(finishRunEnv.parse(variables('finish-run')), world),
    'plan-statements': planStatements(planStatementsEnv.parse(variables('plan-statements')), world),
    'reconcile-blocks': reconcileBlocks(reconcileBlocksEnv.parse(variables('reconcile-blocks')), world),
    'render-statements': renderStatements(renderStatementsEnv.parse(variables('render-statements')), world),
    'process-upload': processUpload(processUploadEnv.parse(variables('process-upload')), world),
    'enforce-retention': enforceRetention(enforceRetentionEnv.parse(variables('enforce-retention')), world),
    'finish-batches': finishBatches(finishBatchesEnv.parse(variables('finish-batches')), world),
    'tell-releases': tellReleases(tellReleasesEnv.parse(variables('tell-releases')), world),
    'watch-progress': watchProgress(watchProgressEnv.parse(variables('watch-progress')), world),
    'tell-referrers': tellReferrers(tellReferrersEnv.parse(variables('tell-referrers')), world),
  };
  return {
    authorize: authorizeRequest(authorizeRequestEnv.parse(variables('authorize-request')), world),
    http: new Map(Object.entries(http)),
    tasks: new Map(Object.entries(tasks)),
  };
}
