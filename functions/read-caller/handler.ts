import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';

/** `GET /v1/me`: whether the caller is a person, to whom its token is bound, and what it may do. */
export function createHandler({ log }: Pick<World, 'log'>): HttpHandler {
  return serveHttp(log, ({ caller: { isPerson: person, binding, scopes } }) =>
    Promise.resolve({
      status: 200,
      body: { person, binding, scopes },
      headers: { 'cache-control': 'no-store' },
    }),
  );
}
