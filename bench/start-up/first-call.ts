import { routes, type Route, routeKey, type Scope } from '../../shared/platform/routes.ts';
import { type Binding, toContext } from '../../shared/platform/caller.ts';

/** The first thing a new process of a function is asked. */
export type FirstCall = { readonly event: object; readonly asked: string };

/**
 * What a function is asked first: of those that answer requests the first route that reads, under an id that nobody
 * has; an empty payload, which the steps of a machine refuse and what a clock starts takes; no message; no token.
 */
export function firstCall(name: string): FirstCall {
  const ofFunction = routes.filter((route) => route.function === name);
  const route = ofFunction.find(({ method }) => method === 'GET') ?? ofFunction[0];
  if (route !== undefined) return { event: request(route, {}), asked: routeKey(route) };
  if (name === 'authorize-request') return { event: { headers: {} }, asked: 'a request without a token' };
  if (name === 'process-upload') return { event: { Records: [] }, asked: 'no message' };
  return { event: {}, asked: 'an empty payload' };
}

/** A placement that is new, of a person who is new, to be stored. */
export function placementSent(id: string, commissioner: string): FirstCall {
  const route = { method: 'PUT', path: '/v1/{collection}/{id}', scopes: ['records/write'] } as const;
  const params = { collection: 'placements', id };
  return { event: request(route, params, placement(id, commissioner)), asked: 'a placement to store' };
}

/** The same as a batch of one. */
export function batchSent(id: string, commissioner: string): FirstCall {
  const route = { method: 'POST', path: '/v1/batches', scopes: ['records/write'] } as const;
  const records = [{ type: 'placement', id, ...placement(id, commissioner) }];
  return { event: request(route, {}, { records }), asked: 'a batch of one placement to store' };
}

function placement(id: string, commissioner: string) {
  return {
    ...{ personRef: `SU-${id}`, commissioner, service: 'day-programme', funding: 'spot', goal: 'abstinence' },
    ...{ referredOn: '2026-01-02', startsOn: '2026-01-05', plannedEndOn: '2026-03-29' },
    ...{ substances: ['alcohol'], sex: 'female' },
  };
}

type Asked = Pick<Route, 'method' | 'path' | 'scopes'>;

function request(route: Asked, params: Readonly<Record<string, string>>, body: object = {}): object {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = names.map((name) => [name, params[name] ?? known[name] ?? 'none-1'] as const);
  const caller = {
    ...{ clientId: 'bench', sub: 'bench', scopes: route.scopes, isPerson: false },
    binding: boundBy(route.scopes[0]),
  };
  return {
    ...{ version: '2.0', routeKey: routeKey(route), rawPath: route.path, rawQueryString: '' },
    headers: { 'content-type': 'application/json' },
    pathParameters: Object.fromEntries(values),
    ...(route.method !== 'GET' && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: { http: { method: route.method }, authorizer: { lambda: toContext(caller) } },
  };
}

/** What names no entry of ours has to be one all the same. */
const known: Readonly<Record<string, string>> = {
  collection: 'sessions',
  month: '2026-10',
  name: 'all.xlsx',
};

function boundBy(scope: Scope | undefined): Binding {
  if (scope === undefined || scope === 'admin/all') return { operator: true };
  if (scope.startsWith('records/')) return { provider: 'janus' };
  if (scope === 'reports/read') return { referrer: 'gp-1' };
  return { commissioner: 'northshire' };
}
