import { type Route, routeKey } from '../../shared/platform/routes.ts';

/** The route that answers a request, and its parameters, decoded. */
export type MatchedRoute = {
  readonly route: Route;
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
};

/**
 * Makes the function that finds the route for a method and a path's decoded segments. As API Gateway does, the more
 * specific route wins: a fixed segment goes before a parameter, from the left.
 *
 * @example routeMatcher(routes)('GET', ['', 'v1', 'runs', 'r1'])?.parameters // { id: 'r1' }
 */
export function routeMatcher(
  routes: readonly Route[],
): (method: string, segments: readonly string[]) => MatchedRoute | undefined {
  const table = routes
    .map((route) => ({ route, pattern: route.path.split('/') }))
    .sort((a, b) => (specificity(a.pattern) < specificity(b.pattern) ? -1 : 1));

  return (method, segments) => {
    const found = table.find(({ route, pattern }) => route.method === method && matches(pattern, segments));
    if (found === undefined) return undefined;
    const { route, pattern } = found;
    const parameters = pattern.flatMap((part, index) =>
      isParameter(part) ? [[part.slice(1, -1), segments[index] ?? ''] as const] : [],
    );
    return { route, routeKey: routeKey(route), parameters: Object.fromEntries(parameters) };
  };
}

const isParameter = (part: string) => part.startsWith('{');

const specificity = (pattern: readonly string[]) =>
  pattern.map((part) => (isParameter(part) ? '1' : '0')).join('');

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => (isParameter(part) ? segments[index] !== '' : part === segments[index]))
  );
}
