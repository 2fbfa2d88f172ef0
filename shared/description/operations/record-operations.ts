import type { RecordTypeName } from '../../records/registry.ts';
import type { Operation } from '../operation.ts';
import { json } from './json.ts';
import { EXAMPLES } from './examples.ts';
import { ifMatch, PRECONDITION_PROBLEMS, preconditions } from './preconditions.ts';
import { RECORD_WORDS } from './record-words.ts';

/** How an operation reads for one type of record. */
export type OfType = (type: RecordTypeName) => Operation;

const id = {
  id: {
    description:
      'The provider’s own id of the record: 1 to 64 letters, digits, full stops, underscores and hyphens.',
  },
};
const capital = (type: RecordTypeName) => `${type.charAt(0).toUpperCase()}${type.slice(1)}`;

const outcomeOf = (type: RecordTypeName, outcome: string, version = 1) =>
  json('What became of it.', 'RecordOutcome', { type, id: 'X-1', outcome, version });

const storedOf = (type: RecordTypeName) => ({
  type,
  id: 'X-1',
  version: 1,
  recordedAt: '2026-11-02T09:12:44.120Z',
  ...EXAMPLES[type],
});

/** What is sent and read one record at a time, for every type. */
export const recordOperations = {
  'PUT /v1/{collection}/{id}': (type) => ({
    id: `put${capital(type)}`,
    tag: 'Records',
    summary: `Send or amend a ${type}`,
    description: `A ${type} is ${RECORD_WORDS[type].what}. Sending the same again is always safe and changes nothing. Unknown fields are refused, and so is whatever looks like an identifier of a person.`,
    path: id,
    headers: preconditions,
    body: json(`The ${type}, without its id.`, RECORD_WORDS[type].schema, EXAMPLES[type]),
    answers: { 200: outcomeOf(type, 'amended', 2), 201: outcomeOf(type, 'created') },
    problems: {
      400: ['malformed-json', ...PRECONDITION_PROBLEMS],
      409: ['id-in-use', 'busy', 'erasure-under-way'],
      410: ['erased'],
      412: ['version-conflict'],
      413: ['body-too-large'],
      415: ['unsupported-media-type'],
      422: ['invalid-record'],
    },
  }),
  'GET /v1/{collection}/{id}': (type) => ({
    id: `get${capital(type)}`,
    tag: 'Records',
    summary: `Read a ${type}`,
    path: id,
    answers: { 200: json('The current version.', RECORD_WORDS[type].stored, storedOf(type)) },
    problems: { 404: ['withdrawn'] },
  }),
  'DELETE /v1/{collection}/{id}': (type) => ({
    id: `withdraw${capital(type)}`,
    tag: 'Records',
    summary: `Withdraw a ${type}`,
    description: 'It counts no more from then on. The id may be sent again.',
    path: id,
    query: {
      reason: {
        description: 'Why it is withdrawn.',
        required: true,
        schema: { type: 'string', enum: ['entered-in-error', 'consent-withdrawn', 'duplicate'] },
      },
    },
    headers: ifMatch,
    answers: { 200: outcomeOf(type, 'withdrawn', 2) },
    problems: { 400: [...PRECONDITION_PROBLEMS], 412: ['version-conflict'], 422: ['reason-needed'] },
  }),
  'GET /v1/{collection}/{id}/history': (type) => ({
    id: `get${capital(type)}History`,
    tag: 'Records',
    summary: `Every version of a ${type}: who sent it, when, what it changed`,
    path: id,
    answers: { 200: json('The versions, oldest first.', 'RecordHistory', { type, id: 'X-1', versions: [] }) },
    problems: {},
  }),
  'GET /v1/{collection}': (type) => ({
    id: `list${capital(type)}Changes`,
    tag: 'Records',
    summary: `What changed among ${type}s, oldest first`,
    description:
      'For a system that keeps in step: go on with the cursor while there is one, and begin again a minute before the newest that you have; where going on took longer than a minute, before the newest that you had when it began.',
    query: {
      changedSince: { description: 'A date, or an instant with its offset.', example: '2026-11-01' },
      cursor: { description: 'As the page before gave it.' },
    },
    answers: {
      200: json('A page of changes; withdrawn records say why.', RECORD_WORDS[type].changes, {
        records: [storedOf(type)],
      }),
    },
    problems: { 400: ['invalid-instant', 'invalid-cursor'] },
  }),
} as const satisfies Readonly<Record<string, OfType>>;
