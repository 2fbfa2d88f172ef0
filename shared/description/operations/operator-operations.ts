import type { Operation } from '../operation.ts';
import { json } from './json.ts';
import type { SchemaName } from '../schemas.ts';

const id = { id: { description: 'The code: 1 to 64 letters, digits, full stops, underscores and hyphens.' } };

const putProblems = {
  400: ['malformed-json'],
  413: ['body-too-large'],
  415: ['unsupported-media-type'],
};

type Registry = {
  readonly one: string;
  readonly schema: SchemaName;
  readonly stored: SchemaName;
  readonly list: SchemaName;
  readonly name: string;
  readonly example: Readonly<Record<string, unknown>>;
};

const put = ({ one, schema, example }: Registry): Operation => ({
  id: `put${schema}`,
  tag: 'Registries',
  summary: `Register or amend a ${one}`,
  path: id,
  body: json(`The ${one}.`, schema, example),
  answers: {
    200: json('What became of it.', 'EntryOutcome', { id: 'code-1', outcome: 'amended' }),
    201: json('It is new.', 'EntryOutcome', { id: 'code-1', outcome: 'created' }),
  },
  problems: { ...putProblems, 422: ['invalid-entry'] },
});

const get = ({ one, schema, stored, example }: Registry): Operation => ({
  id: `get${schema}`,
  tag: 'Registries',
  summary: `Read a ${one}`,
  path: id,
  answers: { 200: json(`The ${one}.`, stored, { id: 'code-1', ...example }) },
  problems: {},
});

const list = ({ list: schema, name, example }: Registry): Operation => ({
  id: `list${schema}`,
  tag: 'Registries',
  summary: `All ${name}`,
  answers: { 200: json(`All ${name}, by code.`, schema, { [name]: [{ id: 'code-1', ...example }] }) },
  problems: {},
});

const commissioners: Registry = {
  one: 'commissioner',
  name: 'commissioners',
  schema: 'Commissioner',
  stored: 'StoredCommissioner',
  list: 'Commissioners',
  example: { name: 'Northshire County Council', disclosure: 'lt5' },
};
const providers: Registry = {
  one: 'provider',
  name: 'providers',
  schema: 'Provider',
  stored: 'StoredProvider',
  list: 'Providers',
  example: { name: 'Harbour House' },
};
const referrers: Registry = {
  one: 'referrer',
  name: 'referrers',
  schema: 'Referrer',
  stored: 'StoredReferrer',
  list: 'Referrers',
  example: { name: 'Children’s services, east team' },
};
const targets: Registry = {
  one: 'target',
  name: 'targets',
  schema: 'Target',
  stored: 'StoredTarget',
  list: 'Targets',
  example: {
    commissioner: 'northshire',
    measure: 'attendance',
    value: 0.8,
    direction: 'at-least',
    validFrom: '2026-04-01',
    source: 'Contract 2026, schedule 4',
  },
};

const settings = { provider: 'harbour-house', scopes: ['records/write', 'records/read'] };
const client = {
  id: 'harbour-1',
  clientId: '4k2j7q',
  scopes: settings.scopes,
  binding: { provider: 'harbour-house' },
};

const run = {
  id: '6f9d2f0e-3f0b-4b0e-9d57-0a4ec1a6c001',
  month: '2026-10',
  startedAt: '2026-11-05T06:00:00.000Z',
  asAt: '2026-11-05T06:00:00.000Z',
  replay: false,
  state: 'queued',
  commissioners: [],
  steps: [],
};

/** What the operator alone may do: registries, clients, runs, lifting an erasure. */
export const operatorOperations = {
  'PUT /v1/commissioners/{id}': put(commissioners),
  'GET /v1/commissioners/{id}': get(commissioners),
  'GET /v1/commissioners': list(commissioners),
  'PUT /v1/providers/{id}': put(providers),
  'GET /v1/providers/{id}': get(providers),
  'GET /v1/providers': list(providers),
  'PUT /v1/referrers/{id}': put(referrers),
  'GET /v1/referrers/{id}': get(referrers),
  'GET /v1/referrers': list(referrers),
  'PUT /v1/targets/{id}': put(targets),
  'GET /v1/targets/{id}': get(targets),
  'GET /v1/targets': list(targets),
  'PUT /v1/clients/{id}': {
    id: 'putClient',
    tag: 'Clients',
    summary: 'Register or amend a machine that may ask for tokens',
    description: 'Its secret is answered once, when it is new. It is bound to exactly one party.',
    path: id,
    body: json(
      'Its scopes, and to whom it is bound: under binding, or beside them.',
      'ClientSettings',
      settings,
    ),
    answers: {
      200: json('It was amended.', 'ClientKept', { id: 'harbour-1', clientId: '4k2j7q' }),
      201: json('It is new.', 'ClientKept', { id: 'harbour-1', clientId: '4k2j7q', secret: 'shown once' }),
    },
    problems: { ...putProblems, 422: ['invalid-client'] },
  },
  'GET /v1/clients/{id}': {
    id: 'getClient',
    tag: 'Clients',
    summary: 'Read a client',
    path: id,
    answers: { 200: json('The client, without its secret.', 'Client', client) },
    problems: {},
  },
  'GET /v1/clients': {
    id: 'listClients',
    tag: 'Clients',
    summary: 'All clients',
    answers: { 200: json('All clients, without their secrets.', 'Clients', { clients: [client] }) },
    problems: {},
  },
  'DELETE /v1/clients/{id}': {
    id: 'deleteClient',
    tag: 'Clients',
    summary: 'Remove a client',
    path: id,
    answers: {
      204: { description: 'It is removed; no token of it is good any more within a minute.', empty: true },
    },
    problems: {},
  },
  'POST /v1/clients/{id}/secrets': {
    id: 'renewClientSecret',
    tag: 'Clients',
    summary: 'Give a client another secret',
    description: 'The older ones are good no more.',
    path: id,
    answers: {
      201: json('The secret, told once.', 'ClientSecret', { id: 'harbour-1', secret: 'shown once' }),
    },
    problems: {},
  },
  'POST /v1/runs': {
    id: 'startRun',
    tag: 'Runs',
    summary: 'Run a month, replay it, or make the statements',
    description:
      'With asAt a replay of an earlier instant, which makes no revision; with kind statements what otherwise happens every night, and no month.',
    body: json('The month, or kind statements.', 'MonthRun', { month: '2026-10' }),
    answers: { 202: json('The run has been started.', 'Run', run) },
    problems: {
      400: ['malformed-json'],
      409: ['month-open'],
      415: ['unsupported-media-type'],
      422: ['invalid-run'],
      503: ['not-started'],
    },
  },
  'GET /v1/runs': {
    id: 'listRuns',
    tag: 'Runs',
    summary: 'All runs, the latest first',
    description: 'Each with how many commissioners came to which end.',
    query: { cursor: { description: 'As the page before gave it.' } },
    answers: {
      200: json('A page of them.', 'Runs', {
        runs: [
          {
            ...{ id: run.id, month: '2026-10', startedAt: run.startedAt, asAt: run.asAt, replay: false },
            ...{ state: 'succeeded', outcomes: { issued: 3, unchanged: 1 } },
          },
        ],
      }),
    },
    problems: { 400: ['invalid-query'] },
  },
  'GET /v1/runs/{id}': {
    id: 'getRun',
    tag: 'Runs',
    summary: 'Where a run is, what came of it, and whose records are far from usual in number',
    path: id,
    answers: { 200: json('The run.', 'Run', { ...run, state: 'succeeded' }) },
    problems: {},
  },
  'DELETE /v1/erasures/{id}': {
    id: 'liftErasure',
    tag: 'People',
    summary: 'Lift an erasure, so that the person may be sent again',
    path: id,
    answers: {
      200: json('The erasure.', 'Erasure', { erasure: 'x1', provider: 'harbour-house', state: 'lifted' }),
    },
    problems: { 409: ['erasure-under-way'] },
  },
} as const satisfies Readonly<Record<string, Operation>>;
