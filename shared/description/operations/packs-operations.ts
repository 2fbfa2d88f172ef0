import type { Operation } from '../operation.ts';
import { json } from './json.ts';
import { party } from './party.ts';

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

/** Outcome packs: lists, one of them, a link to a file. */
export const packsOperations = {
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
} as const satisfies Readonly<Record<string, Operation>>;
