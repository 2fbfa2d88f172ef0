/** What a token may do; one resource server per word before the stroke. */
export type Scope =
  | 'records/write'
  | 'records/read'
  | 'packs/read'
  | 'packs/release'
  | 'finance/read'
  | 'finance/write'
  | 'reports/read'
  | 'admin/all';

/** Scopes by resource server, as Cognito and the local issuer are given them. */
export const resourceServers: Readonly<Record<string, readonly string[]>> = {
  records: ['read', 'write'],
  packs: ['read', 'release'],
  finance: ['read', 'write'],
  reports: ['read'],
  admin: ['all'],
};

export type Route = {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  /** The folder of the function that answers. */
  readonly function: string;
  /** Any one of them is enough; none means that no token is asked for. */
  readonly scopes: readonly Scope[];
  /** Whether a person must have signed in: what a machine asks for is refused, whatever its scopes. */
  readonly person?: true;
};

/** For routes that answer whoever has a token. */
const ANY_SCOPE = [
  'records/write',
  'records/read',
  'packs/read',
  'packs/release',
  'finance/read',
  'finance/write',
  'reports/read',
  'admin/all',
] as const satisfies readonly Scope[];

/**
 * Every route of the interface, once. The stacks make API Gateway's routes from this table, the gateway on one
 * machine serves from it, and the one HTTP stack checks scopes by it.
 */
export const routes = [
  { method: 'GET', path: '/health', function: 'check-health', scopes: [] },
  { method: 'GET', path: '/signing-key.pem', function: 'read-published', scopes: [] },
  { method: 'GET', path: '/openapi.json', function: 'read-published', scopes: [] },
  { method: 'GET', path: '/outcome-document.schema.json', function: 'read-published', scopes: [] },
  { method: 'GET', path: '/docs', function: 'show-docs', scopes: [] },
  { method: 'GET', path: '/docs/{file}', function: 'show-docs', scopes: [] },
  { method: 'GET', path: '/portal', function: 'show-portal', scopes: [] },
  { method: 'GET', path: '/portal/{file}', function: 'show-portal', scopes: [] },

  { method: 'GET', path: '/v1/me', function: 'read-caller', scopes: ANY_SCOPE },

  { method: 'PUT', path: '/v1/commissioners/{id}', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/commissioners/{id}', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/commissioners', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'PUT', path: '/v1/providers/{id}', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/providers/{id}', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/providers', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'PUT', path: '/v1/referrers/{id}', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/referrers/{id}', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/referrers', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'PUT', path: '/v1/targets/{id}', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/targets/{id}', function: 'manage-registry', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/targets', function: 'manage-registry', scopes: ['admin/all'] },

  { method: 'PUT', path: '/v1/clients/{id}', function: 'manage-clients', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/clients/{id}', function: 'manage-clients', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/clients', function: 'manage-clients', scopes: ['admin/all'] },
  { method: 'DELETE', path: '/v1/clients/{id}', function: 'manage-clients', scopes: ['admin/all'] },
  { method: 'POST', path: '/v1/clients/{id}/secrets', function: 'manage-clients', scopes: ['admin/all'] },

  { method: 'POST', path: '/v1/runs', function: 'start-run', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/runs', function: 'read-run', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/runs/{id}', function: 'read-run', scopes: ['admin/all'] },

  { method: 'GET', path: '/v1/packs', function: 'open-pack', scopes: ['packs/read', 'packs/release'] },
  {
    method: 'GET',
    path: '/v1/packs/{commissioner}/{month}',
    function: 'open-pack',
    scopes: ['packs/read', 'packs/release'],
  },
  {
    method: 'GET',
    path: '/v1/packs/{commissioner}/{month}/files/{name}',
    function: 'open-pack',
    scopes: ['packs/read', 'packs/release'],
  },
  {
    method: 'GET',
    path: '/v1/packs/{commissioner}/{month}/openings',
    function: 'list-openings',
    scopes: ['packs/read', 'packs/release'],
  },
  {
    method: 'GET',
    path: '/v1/packs/{commissioner}/{month}/gate',
    function: 'approve-pack',
    scopes: ['packs/release', 'admin/all'],
  },
  {
    method: 'POST',
    path: '/v1/packs/{commissioner}/{month}/approvals',
    function: 'approve-pack',
    scopes: ['packs/release'],
    person: true,
  },
  {
    method: 'DELETE',
    path: '/v1/packs/{commissioner}/{month}/approvals',
    function: 'approve-pack',
    // One's own; with `admin/all` that of the person who is named.
    scopes: ['packs/release', 'admin/all'],
    person: true,
  },
  {
    method: 'POST',
    path: '/v1/packs/{commissioner}/{month}/release',
    function: 'approve-pack',
    scopes: ['packs/release'],
    person: true,
  },

  { method: 'DELETE', path: '/v1/people/{personRef}', function: 'erase-person', scopes: ['records/write'] },
  {
    method: 'GET',
    path: '/v1/people/{personRef}/access',
    function: 'export-person',
    scopes: ['records/read'],
  },
  {
    method: 'GET',
    path: '/v1/people/{personRef}/report',
    function: 'make-referrer-report',
    scopes: ['reports/read'],
  },
  {
    method: 'GET',
    path: '/v1/referrer-reports/due',
    function: 'list-due-reports',
    scopes: ['reports/read'],
  },
  { method: 'DELETE', path: '/v1/erasures/{id}', function: 'lift-erasure', scopes: ['admin/all'] },
  { method: 'GET', path: '/v1/audit', function: 'read-audit', scopes: ['admin/all', 'records/read'] },

  { method: 'PUT', path: '/v1/blocks/{id}', function: 'manage-finance', scopes: ['finance/write'] },
  { method: 'GET', path: '/v1/blocks/{id}', function: 'manage-finance', scopes: ['finance/read'] },
  { method: 'GET', path: '/v1/blocks', function: 'manage-finance', scopes: ['finance/read'] },
  { method: 'DELETE', path: '/v1/blocks/{id}', function: 'manage-finance', scopes: ['finance/write'] },
  { method: 'PUT', path: '/v1/claims/{id}', function: 'manage-finance', scopes: ['finance/write'] },
  { method: 'GET', path: '/v1/claims/{id}', function: 'manage-finance', scopes: ['finance/read'] },
  { method: 'GET', path: '/v1/claims', function: 'manage-finance', scopes: ['finance/read'] },
  { method: 'DELETE', path: '/v1/claims/{id}', function: 'manage-finance', scopes: ['finance/write'] },
  { method: 'GET', path: '/v1/blocks/{id}/statement', function: 'read-statement', scopes: ['finance/read'] },
  { method: 'GET', path: '/v1/statements', function: 'read-statement', scopes: ['finance/read'] },
  {
    method: 'GET',
    path: '/v1/statements/{commissioner}/{provider}/{month}',
    function: 'read-statement',
    scopes: ['finance/read'],
  },

  { method: 'GET', path: '/v1/receipts', function: 'manage-receipts', scopes: ['records/read'] },
  { method: 'PUT', path: '/v1/receipts/{month}', function: 'manage-receipts', scopes: ['records/write'] },
  { method: 'GET', path: '/v1/data-quality', function: 'read-quality', scopes: ['records/read'] },

  { method: 'POST', path: '/v1/batches', function: 'submit-batch', scopes: ['records/write'] },

  { method: 'POST', path: '/v1/uploads', function: 'open-upload', scopes: ['records/write'] },
  { method: 'GET', path: '/v1/uploads', function: 'read-upload', scopes: ['records/write', 'admin/all'] },
  { method: 'GET', path: '/v1/uploads/{id}', function: 'read-upload', scopes: ['records/write'] },
  { method: 'GET', path: '/v1/uploads/{id}/errors.csv', function: 'read-upload', scopes: ['records/write'] },
  { method: 'POST', path: '/v1/uploads/{id}/replay', function: 'replay-upload', scopes: ['admin/all'] },
  {
    method: 'GET',
    path: '/v1/templates/{name}',
    function: 'read-template',
    scopes: ['records/write', 'records/read'],
  },

  { method: 'PUT', path: '/v1/{collection}/{id}', function: 'submit-record', scopes: ['records/write'] },
  { method: 'DELETE', path: '/v1/{collection}/{id}', function: 'submit-record', scopes: ['records/write'] },
  { method: 'GET', path: '/v1/{collection}/{id}', function: 'read-records', scopes: ['records/read'] },
  {
    method: 'GET',
    path: '/v1/{collection}/{id}/history',
    function: 'read-records',
    scopes: ['records/read'],
  },
  { method: 'GET', path: '/v1/{collection}', function: 'read-records', scopes: ['records/read'] },
] as const satisfies readonly Route[];

/** The name of a function that answers requests. */
export type HttpFunctionName = (typeof routes)[number]['function'];

/** API Gateway's name of a route, `PUT /v1/{collection}/{id}`. */
export function routeKey({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${path}`;
}
