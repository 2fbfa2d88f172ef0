import * as z from 'zod';
import { block } from '../finance/block.ts';
import { claim } from '../finance/claim.ts';
import { approvalSchema, releaseSchema } from '../deliver/approval-request.ts';
import { bindingSchema } from '../platform/caller.ts';
import { openingSchema } from '../intake/read-opening.ts';
import { nothingToSendSchema } from '../receiving/receipts-request.ts';
import { lapse } from '../records/lapse.ts';
import { milestone } from '../records/milestone.ts';
import { placement } from '../records/placement.ts';
import { recordTypeNames } from '../records/registry.ts';
import { registries } from '../records/registries.ts';
import { reflection } from '../records/reflection.ts';
import { review } from '../records/review.ts';
import { session } from '../records/session.ts';
import { test } from '../records/test.ts';
import { withdrawalReasonSchema } from '../store/record-item.ts';

const type = z.enum(recordTypeNames);
const issue = z.object({
  field: z.string(),
  code: z.string(),
  message: z.string(),
  allowed: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
});
const counts = z.object({ created: z.int(), amended: z.int(), withdrawn: z.int() });
const namedClient = z.object({ clientId: z.string(), name: z.string().optional() });
const recordName = z.object({ type, id: z.string() });
const group = z.enum(['missing', 'contradictory', 'late', 'look-alike']);
const stamp = { id: z.string(), version: z.int(), recordedAt: z.string() };
const stamped = { type, ...stamp };
const withdrawn = z.object({ ...stamped, withdrawn: withdrawalReasonSchema });
const outcome = z.enum(['created', 'amended', 'unchanged']);

/** A record as it is read: what was sent, with its type, id, version and when it was received. */
const told = <Shape extends z.ZodRawShape>({ shape }: z.ZodObject<Shape>) =>
  z.object({ ...stamped, ...shape });
const changes = (record: z.ZodType) =>
  z.object({ records: z.array(z.union([record, withdrawn])), cursor: z.string().optional() });

const stored = {
  placement: told(placement.schema),
  session: told(session.schema),
  test: told(test.schema),
  lapse: told(lapse.schema),
  milestone: told(milestone.schema),
  review: told(review.schema),
  reflection: told(reflection.schema),
};

/** An entry of a registry, with its code. */
const entry = <Shape extends z.ZodRawShape>(registry: z.ZodObject<Shape>) =>
  z.object({ id: z.string(), ...registry.shape });
const storedTarget = z.looseObject({
  id: z.string(),
  commissioner: z.string(),
  measure: z.string(),
  value: z.number(),
  direction: z.enum(['at-least', 'at-most']),
  validFrom: z.string(),
});

/** A pack of a month that was issued, whose figures a late record can move. */
const affected = z.looseObject({ commissioner: z.string(), month: z.string(), revision: z.int() });

const run = z.object({
  id: z.string(),
  kind: z.literal('statements').optional(),
  month: z.string(),
  commissioner: z.string().optional(),
  startedAt: z.string().optional(),
  asAt: z.string(),
  replay: z.boolean(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed']),
  commissioners: z.array(
    z.object({
      commissioner: z.string(),
      status: z.string().optional(),
      revision: z.int().optional(),
      error: z.string().optional(),
      notReproduced: z.array(z.string()).optional(),
    }),
  ),
  steps: z.array(z.object({ step: z.string(), commissioner: z.string().optional(), at: z.string() })),
  warnings: z
    .array(
      z.object({
        commissioner: z.string().optional(),
        provider: z.string(),
        type,
        found: z.enum(['none', 'half', 'double']),
      }),
    )
    .optional(),
  error: z.string().optional(),
});

const uploadState = z.enum(['waiting', 'reading', 'done', 'refused', 'failed']);
const rowCounts = z.object({ created: z.int(), amended: z.int(), unchanged: z.int(), rejected: z.int() });
const described = {
  id: z.string(),
  format: z.enum(['csv', 'ndjson', 'xlsx']),
  type: type.optional(),
  mode: z.enum(['commit', 'validate']),
};
const upload = z.object({ ...described, openedAt: z.string(), state: uploadState });

const storedBlock = block.schema.extend(stamp);

const approvals = z.array(
  z.object({ at: z.string(), yours: z.boolean(), commentary: z.string().optional() }),
);

const releaseState = z.object({
  commissioner: z.string(),
  month: z.string(),
  revision: z.int(),
  manifestSha256: z.string(),
  approvals,
  releasedAt: z.string().optional(),
});

const checkOutcome = z.enum(['passed', 'warned', 'failed']);

const pack = z.object({
  commissioner: z.string(),
  month: z.string(),
  revisions: z.array(
    z.object({
      revision: z.int(),
      supersededBy: z.int().optional(),
      asAt: z.string(),
      issuedAt: z.string(),
      approvals,
      releasedAt: z.string().optional(),
      records: z.int(),
      inputFingerprint: z.string(),
      manifestSha256: z.string(),
      files: z.array(z.string()),
    }),
  ),
});

const amount = z.object({ weeks: z.int(), pence: z.int() });
const ofStatement = {
  commissioner: z.string(),
  provider: z.string(),
  month: z.string(),
  state: z.enum(['provisional', 'final']),
};
/** What a month did to a block. */
const statedBlock = {
  block: z.string(),
  opening: amount,
  bought: amount,
  used: amount,
  expired: amount,
  closing: amount,
};

const client = z.looseObject({ id: z.string(), scopes: z.array(z.string()), binding: bindingSchema });

/**
 * Everything that is sent and answered as JSON, by the name it has in the description. What is sent is the very schema
 * that it is read by.
 */
export const schemas = {
  Placement: placement.schema,
  Session: session.schema,
  Test: test.schema,
  Lapse: lapse.schema,
  Milestone: milestone.schema,
  Review: review.schema,
  Reflection: reflection.schema,
  StoredPlacement: stored.placement,
  StoredSession: stored.session,
  StoredTest: stored.test,
  StoredLapse: stored.lapse,
  StoredMilestone: stored.milestone,
  StoredReview: stored.review,
  StoredReflection: stored.reflection,
  PlacementChanges: changes(stored.placement),
  SessionChanges: changes(stored.session),
  TestChanges: changes(stored.test),
  LapseChanges: changes(stored.lapse),
  MilestoneChanges: changes(stored.milestone),
  ReviewChanges: changes(stored.review),
  ReflectionChanges: changes(stored.reflection),
  RecordOutcome: z.object({
    type,
    id: z.string(),
    outcome: z.union([outcome, z.literal('withdrawn')]),
    version: z.int(),
    late: z.literal(true).optional(),
    affects: z.array(affected).optional(),
  }),
  RecordHistory: z.object({ type, id: z.string(), versions: z.array(z.looseObject({})) }),
  Batch: z.object({
    mode: z.enum(['commit', 'validate']).optional(),
    atomic: z.enum(['none', 'all']).optional(),
    records: z
      .array(z.looseObject({ type, id: z.string() }))
      .min(1)
      .max(1000),
  }),
  BatchResults: z.object({
    batchId: z.string(),
    mode: z.enum(['commit', 'validate']),
    counts: rowCounts,
    affects: z.array(affected).optional(),
    results: z.array(
      z.object({
        index: z.int(),
        row: z.int().optional(),
        type: type.optional(),
        id: z.string().optional(),
        outcome: z.union([outcome, z.literal('rejected')]),
        version: z.int().optional(),
        late: z.literal(true).optional(),
        errors: z.array(issue).optional(),
      }),
    ),
  }),
  UploadOpening: openingSchema,
  UploadOpened: z.object({
    ...described,
    state: uploadState,
    post: z.object({ url: z.string(), fields: z.record(z.string(), z.string()), expiresAt: z.string() }),
    mostBytes: z.int(),
  }),
  Uploads: z.object({
    uploads: z.array(
      upload.extend({
        provider: z.string().optional(),
        failed: z.object({ at: z.string(), name: z.string() }).optional(),
      }),
    ),
    cursor: z.string().optional(),
  }),
  Upload: upload.extend({
    rows: z.int().optional(),
    sheetsPassedOver: z.array(z.int()).optional(),
    rowsRead: z.int(),
    counts: rowCounts,
    types: z.record(z.string(), rowCounts),
    affects: z.array(affected).optional(),
    problem: z.object({ code: z.string(), detail: z.string(), errors: z.array(issue).optional() }).optional(),
    errors: z.string().optional(),
  }),
  UploadState: z.object({ id: z.string(), state: uploadState }),
  Receipts: z.object({
    month: z.string(),
    cutOff: z.string(),
    hasPassed: z.boolean(),
    receipts: z.array(
      z.object({
        type,
        forMonth: counts,
        inMonth: counts,
        late: z.int(),
        lastArrival: z.string().optional(),
        volume: z
          .object({ found: z.enum(['none', 'half', 'double']), count: z.int(), usual: z.number() })
          .optional(),
        nothingToSend: z.boolean(),
        declaration: z.object({ declaredAt: z.string(), client: namedClient }).optional(),
      }),
    ),
    countedUpTo: z.string().optional(),
  }),
  NothingToSend: nothingToSendSchema,
  NothingToSendKept: z.object({
    month: z.string(),
    type,
    nothingToSend: z.boolean(),
    declaredAt: z.string().optional(),
  }),
  DataQuality: z.object({
    month: z.string(),
    asAt: z.string(),
    cutOff: z.string(),
    counts: z.array(
      z.object({ rule: z.string(), group, title: z.string(), findings: z.int(), people: z.int() }),
    ),
    findings: z.array(
      z.object({
        rule: z.string(),
        group,
        title: z.string(),
        type,
        id: z.string(),
        personRef: z.string().optional(),
        since: z.string(),
        ageDays: z.int(),
        also: z.array(recordName),
        touches: z.array(z.string()),
        todo: z.string(),
      }),
    ),
    measures: z.record(z.string(), z.string()),
    cursor: z.string().optional(),
  }),
  Commissioner: registries.commissioners,
  Provider: registries.providers,
  Referrer: registries.referrers,
  Target: registries.targets,
  StoredCommissioner: entry(registries.commissioners),
  StoredProvider: entry(registries.providers),
  StoredReferrer: entry(registries.referrers),
  StoredTarget: storedTarget,
  Commissioners: z.object({ commissioners: z.array(entry(registries.commissioners)) }),
  Providers: z.object({ providers: z.array(entry(registries.providers)) }),
  Referrers: z.object({ referrers: z.array(entry(registries.referrers)) }),
  Targets: z.object({ targets: z.array(storedTarget) }),
  EntryOutcome: z.object({ id: z.string(), outcome }),
  ClientSettings: z.looseObject({
    scopes: z.array(z.string()).min(1).max(8),
    binding: bindingSchema.optional(),
    provider: z.string().optional(),
    commissioner: z.string().optional(),
    referrer: z.string().optional(),
    operator: z.literal(true).optional(),
  }),
  Client: client,
  ClientKept: z.object({ id: z.string(), clientId: z.string().optional(), secret: z.string().optional() }),
  ClientSecret: z.object({ id: z.string(), clientId: z.string().optional(), secret: z.string() }),
  Clients: z.object({ clients: z.array(client) }),
  MonthRun: z.strictObject({
    month: z.string(),
    commissioner: z.string().optional(),
    asAt: z.string().optional(),
    kind: z.literal('statements').optional(),
  }),
  Run: run,
  Runs: z.object({
    runs: z.array(
      run
        .omit({ commissioners: true, steps: true, warnings: true })
        .extend({ outcomes: z.record(z.string(), z.int()) }),
    ),
    cursor: z.string().optional(),
  }),
  Pack: pack,
  Packs: z.object({ packs: z.array(pack) }),
  Approval: approvalSchema,
  Release: releaseSchema,
  ReleaseState: releaseState,
  Released: releaseState.extend({
    message: z.object({ recipients: z.int(), sent: z.int(), detail: z.string() }),
  }),
  Gate: z.object({
    commissioner: z.string(),
    month: z.string(),
    revision: z.int(),
    manifestSha256: z.string(),
    isLatest: z.boolean(),
    outcome: checkOutcome,
    checks: z.array(z.object({ check: z.string(), outcome: checkOutcome, detail: z.string() })),
  }),
  Openings: z.object({
    commissioner: z.string(),
    month: z.string(),
    openings: z.array(
      z.object({
        at: z.string(),
        revision: z.int(),
        file: z.string(),
        person: z.string().optional(),
        client: namedClient.optional(),
      }),
    ),
    cursor: z.string().optional(),
  }),
  FileLink: z.object({ url: z.string(), supersededBy: z.int().optional() }),
  Block: block.schema,
  StoredBlock: storedBlock,
  Blocks: z.object({ blocks: z.array(storedBlock) }),
  Claim: claim.schema,
  StoredClaim: claim.schema.extend(stamp),
  Claims: z.object({ month: z.string(), claims: z.array(z.looseObject({ id: z.string() })) }),
  FinanceOutcome: z.looseObject({ id: z.string(), outcome: z.string(), version: z.int() }),
  Statements: z.object({
    statements: z.array(
      z.object({
        ...ofStatement,
        /** The day a provisional one was made. */
        provisionalOn: z.string().optional(),
        formats: z.array(z.string()),
      }),
    ),
  }),
  Statement: z.looseObject({
    ...ofStatement,
    madeAt: z.string(),
    blocks: z.array(z.looseObject(statedBlock)),
    due: z.object({ spot: z.int(), bought: z.int(), adjustments: z.int(), total: z.int() }),
  }),
  Erasure: z.looseObject({ erasure: z.string(), state: z.string() }),
  SubjectAccess: z.looseObject({}),
  DueReports: z.object({
    reports: z.array(
      z.object({
        provider: z.string(),
        personRef: z.string(),
        placement: z.string(),
        referrer: z.string(),
        occasion: z.string(),
        on: z.string(),
        dueBy: z.string(),
      }),
    ),
  }),
  Audit: z.object({
    month: z.string(),
    entries: z.array(z.looseObject({ id: z.string(), at: z.string(), action: z.string() })),
    cursor: z.string().optional(),
  }),
  Caller: z.object({ person: z.boolean(), binding: bindingSchema, scopes: z.array(z.string()) }),
  Health: z.object({ status: z.literal('ok') }),
  OutcomeDocumentSchema: z.looseObject({}),
  Description: z.looseObject({ openapi: z.string() }),
  Problem: z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(issue).optional(),
  }),
  FieldIssue: issue,
  GatewayAnswer: z.object({ message: z.string() }),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type SchemaName = keyof typeof schemas;
