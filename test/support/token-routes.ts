import { routes } from '../../shared/platform/routes.ts';

/** Every route that asks for a token. */
export const tokenRoutes = routes.filter(({ scopes }) => scopes.length > 0);

/** The address of a route for what a cohort in Northshire of Janus Enterprise left behind. */
export const pathOf = (path: string) =>
  path
    .replace('{collection}', 'placements')
    .replace('{commissioner}', 'northshire')
    .replace('{provider}', 'janus-enterprise')
    .replace('{month}', '2026-10')
    .replace('{name}', 'outcomes.json')
    .replace('{personRef}', 'SU-1')
    .replace('{id}', path.includes('{collection}') ? 'P-SU-1' : 'absent-1');
