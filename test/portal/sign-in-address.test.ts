import { expect, test } from 'vitest';
import { signInAddress } from '../../portal/sign-in/sign-in-address.ts';

test('asks for a code with a hashed secret, and for nothing that widens what the token may do', () => {
  const config = {
    clientId: 'c1',
    authorizeUrl: 'https://sign-in.example/oauth2/authorize',
    tokenUrl: 'https://sign-in.example/oauth2/token',
    logoutUrl: 'https://sign-in.example/logout',
  };
  const asked = { redirectUri: 'https://here.example/portal', state: 's1', challenge: 'h1' };
  const { origin, pathname, searchParams } = new URL(signInAddress(config, asked));
  expect(`${origin}${pathname}`).toBe('https://sign-in.example/oauth2/authorize');
  expect(Object.fromEntries(searchParams)).toEqual({
    response_type: 'code',
    client_id: 'c1',
    redirect_uri: 'https://here.example/portal',
    scope: 'openid',
    state: 's1',
    code_challenge: 'h1',
    code_challenge_method: 'S256',
  });
});
