import type { Config } from './config.ts';
import { keepPending } from './pending.ts';
import { challengeOf, newVerifier } from './pkce.ts';
import { signInAddress } from './sign-in-address.ts';

/** The page that people come back to: this one, without anything that follows its path. */
export const redirectUri = (): string => `${location.origin}/portal`;

/** Leaves for the sign-in page, to come back to the place in this page that is open now. */
export async function beginSignIn(config: Config): Promise<void> {
  const [verifier, state] = [newVerifier(), newVerifier()];
  keepPending({ verifier, state, returnTo: location.hash });
  const challenge = await challengeOf(verifier);
  location.assign(signInAddress(config, { redirectUri: redirectUri(), state, challenge }));
}
