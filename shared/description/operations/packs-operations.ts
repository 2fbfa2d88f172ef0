import type { Operation } from '../operation.ts';
import { disposition } from './disposition.ts';
import { json } from './json.ts';
import { party } from './party.ts';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const revision = {
  revision: 1,
  asAt: '2026-11-05T06:00:00.000Z',
  issuedAt: '2026-11-05T06:01:10.000Z',
  approvals: [{ at: '2026-11-06T10:12:00.000Z', yours: false }],
  records: 4810,
  inputFingerprint: 'a3f1',
  manifestSha256: HASH,
  files: ['pack.pdf', 'pack.xlsx', 'outcomes.json'],
};

const pack = { commissioner: 'northshire', month: '2026-10', revisions: [revision] };

const named = { revision: 1, manifestSha256: HASH };

const released = {
  ...{ commissioner: 'northshire', month: '2026-10', ...named },
  approvals: [
    { at: '2026-11-06T10:12:00.000Z', yours: false, commentary: 'One provider sent its sessions late.' },
    { at: '2026-11-06T14:40:00.000Z', yours: true },
  ],
};

/** What a body is refused for, whatever it asks. */
const bodyProblems = { 400: ['malformed-json'], 415: ['unsupported-media-type'] };

/** Outcome packs: lists, one of them, a link to a file; their approval and release; who opened them. */
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
    description:
      'Of each revision also who approved it: when, whether it was you, and what they say to the reader; and when it was released. A commissioner’s reader sees what was released, who may release and the operator all that was issued.',
    path: party,
    answers: { 200: json('The pack.', 'Pack', pack) },
    problems: {},
  },
  'GET /v1/packs/{commissioner}/{month}/files/{name}': {
    id: 'getPackFile',
    tag: 'Packs',
    summary: 'A link to a file of a pack, good for five minutes',
    path: { ...party, name: { description: 'The name of the file.', example: 'pack.pdf' } },
    query: {
      revision: { description: 'Of which revision; without it the newest.', example: '1' },
      disposition,
    },
    answers: {
      200: json('Where Accept asks for application/json: the link.', 'FileLink', {
        url: 'https://example.org/link',
      }),
      302: { description: 'The link is in Location.', empty: true },
    },
    problems: {},
  },
  'GET /v1/packs/{commissioner}/{month}/openings': {
    id: 'listOpenings',
    tag: 'Packs',
    summary: 'Who was given a link to which file of a pack, the latest first',
    description:
      'Of the revisions that the token may see. A person is told by the subject of their token, a machine by its client.',
    path: party,
    query: { cursor: { description: 'As the page before gave it.' } },
    answers: {
      200: json('A page of them.', 'Openings', {
        ...{ commissioner: 'northshire', month: '2026-10' },
        openings: [
          { at: '2026-11-09T09:30:00.000Z', revision: 1, file: 'pack.pdf', person: '9c1f' },
          {
            ...{ at: '2026-11-09T06:00:00.000Z', revision: 1, file: 'outcomes.json' },
            client: { clientId: '4k2j7q', name: 'northshire' },
          },
        ],
      }),
    },
    problems: { 400: ['invalid-query'] },
  },
  'GET /v1/packs/{commissioner}/{month}/gate': {
    id: 'getGate',
    tag: 'Packs',
    summary: 'What a machine says of a revision before people approve it',
    description:
      'Each check has passed, warned or failed, with a sentence. What warns can be approved with a commentary, what fails cannot. Looked at anew each time.',
    path: party,
    query: {
      revision: { description: 'Of which revision; without it the latest that was issued.', example: '1' },
    },
    answers: {
      200: json('The checks, and the worst of them.', 'Gate', {
        ...{ commissioner: 'northshire', month: '2026-10', ...named, isLatest: true, outcome: 'passed' },
        checks: [{ check: 'earlier-months', outcome: 'passed', detail: 'No earlier month is missing.' }],
      }),
    },
    problems: { 400: ['invalid-query'] },
  },
  'POST /v1/packs/{commissioner}/{month}/approvals': {
    id: 'approvePack',
    tag: 'Packs',
    summary: 'Approve the latest revision',
    description:
      'It is named by its number and by the hash of its manifest, so that nobody approves bytes they have not seen. A person has one approval of a revision. The commentary is shown beside the pack and is in none of its files.',
    path: party,
    body: json('Which revision, and what you say to its reader.', 'Approval', {
      ...named,
      commentary: 'One provider sent its sessions late.',
    }),
    answers: { 201: json('The approvals so far.', 'ReleaseState', released) },
    problems: {
      ...bodyProblems,
      409: [
        'not-latest',
        'manifest-differs',
        'already-approved',
        'already-released',
        'enough-approvals',
        'gate-failed',
      ],
      422: ['invalid-approval', 'commentary-needed'],
    },
  },
  'DELETE /v1/packs/{commissioner}/{month}/approvals': {
    id: 'withdrawApproval',
    tag: 'Packs',
    summary: 'Take back your own approval, or set aside another’s, until the revision is released',
    description:
      'The scope packs/release takes back one’s own. With the scope admin/all the operator names whose approval does not count any more: of somebody who has left, or is in the user pool anew under another id. The audit has who did it, and whose it was.',
    path: party,
    query: {
      revision: { description: 'Of which revision.', required: true, example: '1' },
      sub: { description: 'Whose, by the id that the audit has of them; for admin/all alone.' },
    },
    answers: { 200: json('The approvals that are left.', 'ReleaseState', { ...released, approvals: [] }) },
    problems: { 400: ['invalid-query'], 409: ['already-released'] },
  },
  'POST /v1/packs/{commissioner}/{month}/release': {
    id: 'releasePack',
    tag: 'Packs',
    summary: 'Release the latest revision once two people have approved it',
    description:
      'From then on its commissioner’s readers see it, and nothing takes that back. A message without any figure goes to the addresses that the commissioner’s entry registers. Released again it stays as it was released first.',
    path: party,
    body: json('Which revision.', 'Release', named),
    answers: {
      200: json('It is released; and what became of the message.', 'Released', {
        ...released,
        releasedAt: '2026-11-06T15:00:00.000Z',
        message: { recipients: 1, sent: 1, detail: 'A message was sent to each registered address (1).' },
      }),
    },
    problems: {
      ...bodyProblems,
      409: ['not-latest', 'manifest-differs', 'approvals-needed', 'gate-failed'],
      422: ['invalid-release', 'commentary-needed'],
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;
