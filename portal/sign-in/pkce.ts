/**
 * A secret of this browser, of which only a hash leaves it until a code is exchanged (RFC 7636, section 4.1): 32 random
 * bytes in base64url.
 */
export const newVerifier = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/**
 * The hash of a verifier that goes with the request for a code (RFC 7636, section 4.2, S256).
 *
 * @example await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk') // 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
 */
export async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(hash));
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
