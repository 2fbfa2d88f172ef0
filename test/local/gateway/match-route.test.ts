import { describe, expect, it } from 'vitest';
import { routeMatcher } from '../../../local/gateway/match-route.ts';
import { routes } from '../../../shared/platform/routes.ts';

const match = routeMatcher(routes);
const keyOf = (method: string, path: string) => match(method, path.split('/'))?.routeKey;

describe('routes', () => {
  it('lets a fixed segment win over a parameter', () => {
    expect(keyOf('GET', '/v1/packs')).toBe('GET /v1/packs');
    expect(keyOf('GET', '/v1/placements')).toBe('GET /v1/{collection}');
    expect(keyOf('PUT', '/v1/clients/a')).toBe('PUT /v1/clients/{id}');
    expect(keyOf('PUT', '/v1/sessions/a')).toBe('PUT /v1/{collection}/{id}');
  });

  it('falls back to a parameter where the fixed segment lacks the method', () => {
    expect(keyOf('PUT', '/v1/runs/a')).toBe('PUT /v1/{collection}/{id}');
  });

  it('gives the parameters by their names', () => {
    expect(
      match('GET', ['', 'v1', 'packs', 'northshire', '2026-10', 'files', 'pack.pdf'])?.parameters,
    ).toEqual({
      commissioner: 'northshire',
      month: '2026-10',
      name: 'pack.pdf',
    });
  });

  it('matches no empty parameter, no other method and no longer path', () => {
    expect(keyOf('GET', '/v1/')).toBeUndefined();
    expect(keyOf('GET', '/v1/placements/')).toBeUndefined();
    expect(keyOf('PATCH', '/v1/placements/a')).toBeUndefined();
    expect(keyOf('GET', '/v1/placements/a/b/c/d/e/f')).toBeUndefined();
  });
});
