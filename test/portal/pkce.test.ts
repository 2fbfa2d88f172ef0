import { expect, test } from 'vitest';
import { challengeOf, newVerifier } from '../../portal/sign-in/pkce.ts';

test('the challenge of the verifier of RFC 7636, appendix B, is the one it gives', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('a verifier is 43 characters that need no escape, and another each time', () => {
  const [one, other] = [newVerifier(), newVerifier()];
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(other).not.toBe(one);
});
