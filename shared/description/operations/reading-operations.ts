import type { Content, Operation } from '../operation.ts';
import type { SchemaName } from '../schemas.ts';

const json = (description: string, schema: SchemaName, example: unknown): Content => ({
  description,
  schema,
  example,
});

const party = {
  commissioner: { description: 'The commissioner’s code.', example: 'northshire' },
  month: { description: 'The month, as YYYY-MM.', example: '2026-10' },
};
const personRef = {
  personRef: { description: 'The provider’s own reference of the person.', example: 'SU-1042' },
};
const id = { id: { description: 'The id of the entry, unique in the whole system.', example: 'B-1' } };

const revision = {
  revision: 1,
  asAt: '2026-11-05T06:00:00.000Z',
  issuedAt: '2026-11-05T06:01:10.000Z',
  records: 4810,
  inputFingerprint: 'a3f1',
  manifestSha256: '0b7c',
  files: ['pack.pdf', 'pack.xlsx', 'outcomes.json'],
};
const pack = { commissioner: 'northshire', month: '2026-10', revisions: [revision] };

const block = {
  provider: 'harbour-house',
  commissioner: 'northshire',
  service: 'day-programme',
  weeks: 36,
  pricePence: 954_180,
  boughtOn: '2026-09-21',
  validFrom: '2026-10-05',
  validTo: '2027-10-03',
};
const claim = {
  provider: 'harbour-house',
  commissioner: 'northshire',
  month: '2026-10',
  block: 'B-1',
  lines: [{ placement: 'P-1', weeks: 3, ratePence: 26_505 }],
  totalPence: 79_515,
};
const stamp = { id: 'B-1', version: 1, recordedAt: '2026-11-02T09:12:44.120Z' };
const putProblems = {
  400: ['malformed-json', 'invalid-if-match'],
  409: ['id-in-use', 'fixed-field', 'statement-overtaken', 'busy'],
  412: ['version-conflict'],
  413: ['body-too-large'],
  415: ['unsupported-media-type'],
  422: ['invalid-entry'],
};
const format = {
  description: 'json, or pdf, xlsx or csv for a link to a file.',
  schema: { type: 'string', enum: ['json', 'pdf', 'xlsx', 'csv'] },
};

/** What is published, and what commissioners, finance and referrers read. */
export const readingOperations = {
  'GET /health': {
    id: 'getHealth',
    tag: 'Published',
    summary: 'Whether the interface answers',
    answers: { 200: json('It does.', 'Health', { status: 'ok' }) },
    problems: {},
  },
  'GET /openapi.json': {
    id: 'getDescription',
    tag: 'Published',
    summary: 'This description',
    answers: { 200: json('OpenAPI 3.1.', 'Description', { openapi: '3.1.0' }) },
    problems: {},
  },
  'GET /signing-key.pem': {
    id: 'getSigningKey',
    tag: 'Published',
    summary: 'The public key that packs are signed with',
    answers: { 200: { description: 'The key.', file: 'application/x-pem-file' } },
    problems: {},
  },
  'GET /outcome-document.schema.json': {
    id: 'getOutcomeDocumentSchema',
    tag: 'Published',
    summary: 'The JSON schema of outcomes.json',
    answers: { 200: { description: 'The schema.', file: 'application/schema+json' } },
    problems: {},
  },
  'GET /v1/packs': {
    id: 'listPacks',
    tag: 'Packs',
    summary: 'The packs that the token may see',
    query: { month: { description: 'Of one month alone.', example: '2026-10' } },
    answers: { 200: json('Packs with their revisions.', 'Packs', { packs: [pack] }) },
    problems: { 400: ['invalid-month'] },
  },
  'GET /v1/packs/{commissioner}/{month}': {
    id: 'getPack',
    tag: 'Packs',
    summary: 'One pack with its revisions',
    path: party,
    answers: { 200: json('The pack.', 'Pack', pack) },
    problems: {},
  },
  'GET /v1/packs/{commissioner}/{month}/files/{name}': {
    id: 'getPackFile',
    tag: 'Packs',
    summary: 'A link to a file of a pack, good for five minutes',
    path: { ...party, name: { description: 'The name of the file.', example: 'pack.pdf' } },
    query: { revision: { description: 'Of which revision; without it the newest.', example: '1' } },
    answers: {
      200: json('Where Accept asks for application/json: the link.', 'FileLink', {
        url: 'https://example.org/link',
      }),
      302: { description: 'The link is in Location.', empty: true },
    },
    problems: {},
  },
  'DELETE /v1/people/{personRef}': {
    id: 'erasePerson',
    tag: 'People',
    summary: 'Erase a person, and learn which issued figures they are counted in',
    path: personRef,
    answers: { 200: json('The erasure.', 'Erasure', { erasure: 'x1', state: 'erased', figures: [] }) },
    problems: { 409: ['erasure-under-way'], 410: ['erased'], 503: ['erasure-cut-short'] },
  },
  'GET /v1/people/{personRef}/access': {
    id: 'getSubjectAccess',
    tag: 'People',
    summary: 'Everything held on a person',
    path: personRef,
    query: { format: { description: 'json or pdf.', schema: { type: 'string', enum: ['json', 'pdf'] } } },
    answers: { 200: json('All of it; as a PDF with format=pdf.', 'SubjectAccess', {}) },
    problems: { 400: ['invalid-format'], 409: ['erasure-under-way'], 410: ['erased'], 413: ['too-large'] },
  },
  'GET /v1/people/{personRef}/report': {
    id: 'getReferrerReport',
    tag: 'People',
    summary: 'A written report on one placement for its referrer',
    path: personRef,
    query: {
      provider: { description: 'Whose reference it is; a referrer has to say.', example: 'harbour-house' },
      placement: { description: 'Which placement, where there are several.' },
    },
    answers: { 200: { description: 'The report.', file: 'application/pdf' } },
    problems: {
      400: ['provider-required', 'placement-required'],
      403: ['report-not-agreed'],
      409: ['no-referrer', 'records-removed', 'erasure-under-way'],
      410: ['erased'],
      413: ['too-large'],
    },
  },
  'GET /v1/referrer-reports/due': {
    id: 'listDueReports',
    tag: 'People',
    summary: 'Reports that are due and were not issued',
    answers: { 200: json('The reports, the most urgent first.', 'DueReports', { reports: [] }) },
    problems: {},
  },
  'GET /v1/audit': {
    id: 'getAudit',
    tag: 'Audit',
    summary: 'Who was handed what, erased and removed, newest first',
    query: {
      month: { description: 'The month, as YYYY-MM; this one without it.', example: '2026-10' },
      cursor: { description: 'As the page before gave it.' },
    },
    answers: { 200: json('A page of entries.', 'Audit', { month: '2026-10', entries: [] }) },
    problems: { 400: ['invalid-query'] },
  },
  'PUT /v1/blocks/{id}': {
    id: 'putBlock',
    tag: 'Finance',
    summary: 'Send or amend a block of weeks bought in advance',
    path: id,
    headers: {
      'if-match': { description: 'The ETag of the version that is to be replaced.', example: '"1"' },
    },
    body: json('The block.', 'Block', block),
    answers: {
      200: json('What became of it.', 'FinanceOutcome', { id: 'B-1', outcome: 'amended', version: 2 }),
      201: json('It is new.', 'FinanceOutcome', { id: 'B-1', outcome: 'created', version: 1 }),
    },
    problems: putProblems,
  },
  'GET /v1/blocks/{id}': {
    id: 'getBlock',
    tag: 'Finance',
    summary: 'Read a block',
    path: id,
    answers: { 200: json('The block.', 'StoredBlock', { ...stamp, ...block }) },
    problems: { 404: ['withdrawn'] },
  },
  'GET /v1/blocks': {
    id: 'listBlocks',
    tag: 'Finance',
    summary: 'All blocks of the party',
    answers: { 200: json('The blocks.', 'Blocks', { blocks: [{ ...stamp, ...block }] }) },
    problems: {},
  },
  'DELETE /v1/blocks/{id}': {
    id: 'withdrawBlock',
    tag: 'Finance',
    summary: 'Withdraw a block',
    path: id,
    answers: {
      200: json('What became of it.', 'FinanceOutcome', { id: 'B-1', outcome: 'withdrawn', version: 2 }),
    },
    problems: { 400: ['invalid-if-match'], 409: ['statement-overtaken'], 412: ['version-conflict'] },
  },
  'PUT /v1/claims/{id}': {
    id: 'putClaim',
    tag: 'Finance',
    summary: 'Send or amend a claim: what a provider says was used',
    path: id,
    headers: {
      'if-match': { description: 'The ETag of the version that is to be replaced.', example: '"1"' },
    },
    body: json('The claim.', 'Claim', claim),
    answers: {
      200: json('What became of it.', 'FinanceOutcome', { id: 'C-1', outcome: 'amended', version: 2 }),
      201: json('It is new.', 'FinanceOutcome', { id: 'C-1', outcome: 'created', version: 1 }),
    },
    problems: { ...putProblems, 403: ['providers-own-word'] },
  },
  'GET /v1/claims/{id}': {
    id: 'getClaim',
    tag: 'Finance',
    summary: 'Read a claim',
    path: id,
    answers: { 200: json('The claim.', 'StoredClaim', { ...stamp, ...claim }) },
    problems: { 404: ['withdrawn'] },
  },
  'GET /v1/claims': {
    id: 'listClaims',
    tag: 'Finance',
    summary: 'The claims of a month, without their lines',
    query: { month: { description: 'The month, as YYYY-MM.', required: true, example: '2026-10' } },
    answers: { 200: json('The claims.', 'Claims', { month: '2026-10', claims: [{ id: 'C-1' }] }) },
    problems: { 400: ['invalid-month'] },
  },
  'DELETE /v1/claims/{id}': {
    id: 'withdrawClaim',
    tag: 'Finance',
    summary: 'Withdraw a claim',
    path: id,
    answers: {
      200: json('What became of it.', 'FinanceOutcome', { id: 'C-1', outcome: 'withdrawn', version: 2 }),
    },
    problems: { 400: ['invalid-if-match'], 403: ['providers-own-word'], 412: ['version-conflict'] },
  },
  'GET /v1/blocks/{id}/statement': {
    id: 'getBlockStatement',
    tag: 'Finance',
    summary: 'What a month’s statement says of a block',
    path: id,
    query: { month: { description: 'The month, as YYYY-MM.', required: true, example: '2026-10' }, format },
    answers: {
      200: json('Its lines, beside what is due in all.', 'Statement', {}),
      302: { description: 'With format: the link to the file is in Location.', empty: true },
    },
    problems: { 400: ['invalid-month', 'invalid-format'] },
  },
  'GET /v1/statements': {
    id: 'listStatements',
    tag: 'Finance',
    summary: 'The statements of the party',
    query: { month: { description: 'Of one month alone.', example: '2026-10' } },
    answers: { 200: json('The statements.', 'Statements', { statements: [] }) },
    problems: { 400: ['invalid-month'] },
  },
  'GET /v1/statements/{commissioner}/{provider}/{month}': {
    id: 'getStatement',
    tag: 'Finance',
    summary: 'The whole statement between two',
    path: { ...party, provider: { description: 'The provider’s code.', example: 'harbour-house' } },
    query: { format },
    answers: {
      200: json('The statement.', 'Statement', {}),
      302: { description: 'With format: the link to the file is in Location.', empty: true },
    },
    problems: { 400: ['invalid-format'] },
  },
} as const satisfies Readonly<Record<string, Operation>>;
