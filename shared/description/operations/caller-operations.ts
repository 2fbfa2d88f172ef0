import type { Operation } from '../operation.ts';
import { json } from './json.ts';

/** What a caller may ask of itself. */
export const callerOperations = {
  'GET /v1/me': {
    id: 'getCaller',
    tag: 'Caller',
    summary: 'Who calls: a person or a machine, to whom the token is bound, and what it may do',
    answers: {
      200: json('What the token gives.', 'Caller', {
        person: true,
        binding: { commissioner: 'northshire' },
        scopes: ['packs/read'],
      }),
    },
    problems: {},
  },
} as const satisfies Readonly<Record<string, Operation>>;
