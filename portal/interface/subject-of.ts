/**
 * Of whom a token is: its subject, as it says itself (RFC 7519). It is read to tell somebody what they did themselves,
 * and decides nothing.
 *
 * @returns the subject; undefined where the token cannot be read
 */
export function subjectOf(token: string): string | undefined {
  const [, payload = ''] = token.split('.');
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof claims === 'object' && claims !== null && 'sub' in claims && typeof claims.sub === 'string'
      ? claims.sub
      : undefined;
  } catch {
    return undefined;
  }
}
