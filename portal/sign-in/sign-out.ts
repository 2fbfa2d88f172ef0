import { redirectUri } from './begin-sign-in.ts';
import type { Config } from './config.ts';

/** Leaves this page, and with it its token, and ends what the sign-in page remembers. */
export function signOut({ logoutUrl, clientId }: Config): void {
  const query = new URLSearchParams({ client_id: clientId, logout_uri: redirectUri() });
  location.assign(`${logoutUrl}?${query.toString()}`);
}
