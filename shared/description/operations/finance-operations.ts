import type { Operation } from '../operation.ts';
import { disposition } from './disposition.ts';
import { json } from './json.ts';
import { party } from './party.ts';
import { ifMatch, PRECONDITION_PROBLEMS, preconditions } from './preconditions.ts';

const id = { id: { description: 'The id of the entry, unique in the whole system.', example: 'B-1' } };

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

const statement = {
  ...{ commissioner: 'northshire', provider: 'harbour-house', month: '2026-10', state: 'final' },
  madeAt: '2026-11-07T02:30:00.000Z',
  blocks: [
    {
      block: 'B-1',
      opening: { weeks: 0, pence: 0 },
      bought: { weeks: 36, pence: 954_180 },
      used: { weeks: 3, pence: 79_515 },
      expired: { weeks: 0, pence: 0 },
      closing: { weeks: 33, pence: 874_665 },
    },
  ],
  due: { spot: 0, bought: 954_180, adjustments: 0, total: 954_180 },
};

const putProblems = {
  400: ['malformed-json', ...PRECONDITION_PROBLEMS],
  409: ['id-in-use', 'fixed-field', 'statement-overtaken', 'busy'],
  412: ['version-conflict'],
  413: ['body-too-large'],
  415: ['unsupported-media-type'],
  422: ['invalid-entry'],
};

const format = {
  description:
    'json, or pdf, xlsx or csv for a link to a file: in Location, or as JSON (url) where Accept asks for application/json.',
  schema: { type: 'string', enum: ['json', 'pdf', 'xlsx', 'csv'] },
};

/** Blocks, claims and statements. */
export const financeOperations = {
  'PUT /v1/blocks/{id}': {
    id: 'putBlock',
    tag: 'Finance',
    summary: 'Send or amend a block of weeks bought in advance',
    path: id,
    headers: preconditions,
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
    headers: ifMatch,
    answers: {
      200: json('What became of it.', 'FinanceOutcome', { id: 'B-1', outcome: 'withdrawn', version: 2 }),
    },
    problems: { 400: [...PRECONDITION_PROBLEMS], 409: ['statement-overtaken'], 412: ['version-conflict'] },
  },
  'PUT /v1/claims/{id}': {
    id: 'putClaim',
    tag: 'Finance',
    summary: 'Send or amend a claim: what a provider says was used',
    path: id,
    headers: preconditions,
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
    headers: ifMatch,
    answers: {
      200: json('What became of it.', 'FinanceOutcome', { id: 'C-1', outcome: 'withdrawn', version: 2 }),
    },
    problems: { 400: [...PRECONDITION_PROBLEMS], 403: ['providers-own-word'], 412: ['version-conflict'] },
  },
  'GET /v1/blocks/{id}/statement': {
    id: 'getBlockStatement',
    tag: 'Finance',
    summary: 'What a month’s statement says of a block',
    path: id,
    query: {
      month: { description: 'The month, as YYYY-MM.', required: true, example: '2026-10' },
      format,
      disposition,
    },
    answers: {
      200: json('Its lines, beside what is due in all.', 'Statement', statement),
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
    query: { format, disposition },
    answers: {
      200: json('The statement.', 'Statement', statement),
      302: { description: 'With format: the link to the file is in Location.', empty: true },
    },
    problems: { 400: ['invalid-format'] },
  },
} as const satisfies Readonly<Record<string, Operation>>;
