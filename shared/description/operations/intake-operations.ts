import { recordTypeNames } from '../../records/registry.ts';
import type { Operation } from '../operation.ts';
import { EXAMPLES } from './examples.ts';

const month = {
  month: { description: 'The month, as YYYY-MM.', required: true, example: '2026-10' },
} as const;

/** What a provider sends many at a time, and what it is told of what it sent. */
export const intakeOperations = {
  'POST /v1/batches': {
    id: 'postBatch',
    tag: 'Records',
    summary: 'Send up to 1,000 records at once',
    description:
      'Each record has its own outcome, under its index. With mode validate nothing is written; with atomic all nothing is written unless all are valid. 1,000 records or 4 MB at most: send more in several batches. As application/x-ndjson a record a line, as text/csv rows of one type: then type, mode and atomic are in the query, and results have the row of the sender’s file. affects names the packs of issued months whose figures late records can move.',
    query: {
      mode: {
        description: 'Of a body that is no JSON.',
        schema: { type: 'string', enum: ['commit', 'validate'] },
      },
      atomic: {
        description: 'Of a body that is no JSON.',
        schema: { type: 'string', enum: ['none', 'all'] },
      },
      type: {
        description: 'What the rows of a CSV body are.',
        schema: { type: 'string', enum: recordTypeNames },
      },
    },
    headers: {
      'idempotency-key': {
        description:
          'The same request under the same key has the same answer for 24 hours; another one is refused.',
        example: '2026-10-sessions-1',
      },
    },
    bodyAlso: {
      'application/x-ndjson': `${JSON.stringify({ type: 'session', id: 'S-1', ...EXAMPLES.session })}\n`,
      'text/csv':
        'id,personRef,reachedOn,step,evidence\nM-1,SU-1042,2026-10-26,voluntary-placement-started,verified\n',
    },
    body: {
      description: 'The records, each with its type and id.',
      schema: 'Batch',
      example: {
        mode: 'commit',
        records: [
          { type: 'placement', id: 'P-1', ...EXAMPLES.placement },
          { type: 'session', id: 'S-1', ...EXAMPLES.session },
        ],
      },
    },
    answers: {
      200: {
        description: 'What became of each record. Rejected ones say every error, and never repeat a value.',
        schema: 'BatchResults',
        example: {
          batchId: '6f9d2f0e-3f0b-4b0e-9d57-0a4ec1a6c001',
          mode: 'commit',
          counts: { created: 1, amended: 0, unchanged: 0, rejected: 1 },
          results: [
            { index: 0, type: 'placement', id: 'P-1', outcome: 'created', version: 1 },
            {
              index: 1,
              type: 'session',
              id: 'S-1',
              outcome: 'rejected',
              errors: [{ field: 'startsAt', code: 'required', message: 'this field is required' }],
            },
          ],
        },
      },
    },
    problems: {
      400: ['malformed-json', 'invalid-idempotency-key'],
      409: ['request-under-way'],
      413: ['batch-too-large', 'too-many-records'],
      415: ['unsupported-media-type'],
      422: [
        'invalid-batch',
        'wrong-columns',
        'malformed-csv',
        'empty-file',
        'not-text',
        'idempotency-key-reused',
      ],
    },
  },
  'GET /v1/receipts': {
    id: 'getReceipts',
    tag: 'Receipts and data quality',
    summary: 'What arrived of a month, by type, and by when it has to',
    description:
      'cutOff is the instant of the scheduled run, at six in London on the fourth working day of the next month. Each record counts once, by its last change; a placement is of the month of its referral. volume stands where the number of records is far from the median of the up to six months before: none at all, at most half, or at least double.',
    query: month,
    answers: {
      200: {
        description: 'Every type of record, also those of which nothing came.',
        schema: 'Receipts',
        example: {
          month: '2026-10',
          cutOff: '2026-11-05T06:00:00.000Z',
          hasPassed: false,
          receipts: [
            {
              type: 'session',
              forMonth: { created: 118, amended: 4, withdrawn: 1 },
              late: 0,
              inMonth: { created: 120, amended: 6, withdrawn: 1 },
              lastArrival: '2026-11-02T09:12:44.120Z',
              nothingToSend: false,
            },
          ],
        },
      },
    },
    problems: { 400: ['invalid-month', 'month-ahead'] },
  },
  'PUT /v1/receipts/{month}': {
    id: 'putNothingToSend',
    tag: 'Receipts and data quality',
    summary: 'Say that there is nothing of a type to send for a month',
    description: 'A record that arrives afterwards lifts it. With nothingToSend false it is taken back.',
    path: { month: { description: 'The month, as YYYY-MM.', example: '2026-10' } },
    body: {
      description: 'The type, and whether there is nothing to send.',
      schema: 'NothingToSend',
      example: { type: 'lapse', nothingToSend: true },
    },
    answers: {
      200: {
        description: 'What is kept.',
        schema: 'NothingToSendKept',
        example: {
          month: '2026-10',
          type: 'lapse',
          nothingToSend: true,
          declaredAt: '2026-11-02T09:00:00.000Z',
        },
      },
    },
    problems: {
      400: ['malformed-json', 'invalid-month', 'month-ahead'],
      409: ['records-exist'],
      413: ['body-too-large'],
      415: ['unsupported-media-type'],
      422: ['invalid-declaration'],
    },
  },
  'GET /v1/data-quality': {
    id: 'getDataQuality',
    tag: 'Receipts and data quality',
    summary: 'What is missing, contradictory, late or double, and what to do about it',
    description:
      'Looks through the records as they stand now, of the twelve months to the month’s last day, or to today. What was corrected is not found again. As a workbook with format=xlsx, or where Accept asks for one.',
    query: {
      ...month,
      format: { description: 'json or xlsx.', schema: { type: 'string', enum: ['json', 'xlsx'] } },
      cursor: { description: 'As the page before gave it.' },
    },
    answers: {
      200: {
        description: 'Counts by rule, and up to 1,000 findings: rule by rule, oldest first.',
        schema: 'DataQuality',
        example: {
          month: '2026-10',
          asAt: '2026-10-31',
          cutOff: '2026-11-05T06:00:00.000Z',
          counts: [
            {
              rule: 'lapse-without-outcome',
              group: 'missing',
              title: 'Lapse without an outcome after 28 days',
              findings: 1,
              people: 1,
            },
          ],
          findings: [
            {
              rule: 'lapse-without-outcome',
              group: 'missing',
              title: 'Lapse without an outcome after 28 days',
              type: 'lapse',
              id: 'L-1',
              personRef: 'SU-1042',
              since: '2026-09-20',
              ageDays: 45,
              also: [],
              touches: ['lapse-recovery'],
              todo: 'Amend the lapse with its outcome.',
            },
          ],
          measures: { 'lapse-recovery': 'Lapse recovery' },
        },
      },
    },
    problems: {
      400: ['invalid-month', 'month-ahead', 'invalid-format', 'invalid-cursor'],
      413: ['too-large'],
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;
