import { recordTypeNames } from '../../records/registry.ts';
import type { Operation } from '../operation.ts';
import { json } from './json.ts';

const upload = { id: { description: 'The upload, as it was opened.', example: 'u-1' } } as const;

const opened = {
  id: 'u-1',
  format: 'csv',
  type: 'session',
  mode: 'commit',
  openedAt: '2026-11-02T09:00:00.000Z',
} as const;

/** A month at a time, in a file that is worked through in the background. */
export const uploadOperations = {
  'POST /v1/uploads': {
    id: 'postUpload',
    tag: 'Uploads',
    summary: 'Open an upload of a file',
    description:
      'Answers a form that the file is then posted with, straight to storage: all its fields first, the file last, as multipart/form-data, within the hour. CSV and NDJSON are 1 GB at most, XLSX 50 MB and 500 MB unpacked. The rows of a CSV are of one type; a workbook has a sheet for each type, or one of the type that is named. With mode validate nothing is written.',
    body: {
      description: 'The format, and of a CSV the type of its rows.',
      schema: 'UploadOpening',
      example: { format: 'csv', type: 'session', mode: 'commit' },
    },
    answers: {
      201: json('The form. It waits for the file.', 'UploadOpened', {
        id: 'u-1',
        format: 'csv',
        type: 'session',
        mode: 'commit',
        state: 'waiting',
        post: {
          url: 'https://uploads.example',
          fields: { key: 'files/janus-enterprise/u-1', policy: 'eyJ…' },
          expiresAt: '2026-11-02T10:00:00.000Z',
        },
        mostBytes: 1073741824,
      }),
    },
    problems: {
      400: ['malformed-json'],
      413: ['body-too-large'],
      415: ['unsupported-media-type'],
      422: ['invalid-upload'],
    },
  },
  'GET /v1/uploads': {
    id: 'listUploads',
    tag: 'Uploads',
    summary: 'The provider’s uploads, the latest first; for the operator those of all that can be replayed',
    description:
      'The operator is listed, with its provider, what failed on our side, and what is being read or waits though its file is there more than an hour after it was opened; of the last 14 days, for which files are kept.',
    query: { cursor: { description: 'As the page before gave it.' } },
    answers: {
      200: json('A page of them.', 'Uploads', { uploads: [{ ...opened, state: 'done' }] }),
    },
    problems: { 400: ['invalid-query'] },
  },
  'GET /v1/uploads/{id}': {
    id: 'getUpload',
    tag: 'Uploads',
    summary: 'How far an upload is, and what became of its rows',
    description:
      'It waits for the file, is being read, is done, was refused for what the file is (then problem says why, and nothing was stored), or failed on our side (then the operator can replay it). affects names the packs of issued months whose figures late rows can move. sheetsPassedOver are the places of a workbook’s sheets, 1 the first, that are named after no kind of record.',
    path: upload,
    answers: {
      200: json('Its state and counts, in all and by type.', 'Upload', {
        ...opened,
        state: 'done',
        rows: 2400,
        rowsRead: 2400,
        counts: { created: 2390, amended: 2, unchanged: 5, rejected: 3 },
        types: { session: { created: 2390, amended: 2, unchanged: 5, rejected: 3 } },
        errors: '/v1/uploads/u-1/errors.csv',
      }),
    },
    problems: {},
  },
  'GET /v1/uploads/{id}/errors.csv': {
    id: 'getUploadErrors',
    tag: 'Uploads',
    summary: 'What is wrong with the rows of an upload',
    description:
      'Leads to a CSV by sheet, row, field and code, under the numbers of the sender’s own rows; it repeats no value.',
    path: upload,
    answers: {
      200: json('Where Accept asks for application/json: the link.', 'FileLink', {
        url: 'https://example.org/link',
      }),
      302: { description: 'Location is a link that is good for five minutes.', empty: true },
    },
    problems: { 409: ['upload-not-done'] },
  },
  'POST /v1/uploads/{id}/replay': {
    id: 'replayUpload',
    tag: 'Uploads',
    summary: 'Have an upload that failed on our side go on',
    path: upload,
    answers: {
      202: json('It goes on from where it stopped.', 'UploadState', { id: 'u-1', state: 'reading' }),
    },
    problems: { 409: ['nothing-to-replay'] },
  },
  'GET /v1/templates/{name}': {
    id: 'getTemplate',
    tag: 'Uploads',
    summary: 'A workbook to fill in',
    description: `With drop-downs and a note on every column: ${recordTypeNames.map((type) => `${type}.xlsx`).join(', ')}, or all.xlsx with a sheet for each.`,
    path: { name: { description: 'The type and .xlsx.', example: 'session.xlsx' } },
    answers: {
      200: {
        description: 'The workbook.',
        file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    },
    problems: {},
  },
} as const satisfies Readonly<Record<string, Operation>>;
