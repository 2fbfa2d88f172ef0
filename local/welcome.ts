import type { LocalClient } from './bootstrap.ts';
import type { LocalSystem } from './start.ts';

/** What a person wants to know once the system answers. */
export function welcome(
  { baseUrl, tokenUrl, clients, logFile, now }: LocalSystem,
  dataDir: string,
  clock: string | undefined,
): string {
  const [first] = clients;
  return `janus-outcomes runs on this machine, and on this machine alone.

  Portal     ${baseUrl}/portal, to sign in as somebody of any role
  Interface  ${baseUrl}
  Tokens     ${tokenUrl}
  Data       ${dataDir}
  Log        ${logFile}
  Time       ${now().toISOString()}, running on${resumed(now(), clock)}

Clients
${clients.map(describe).join('\n')}

To try it in a shell, as the first of them (a token is good for an hour):

  BASE=${baseUrl}
  TOKEN=$(curl -s -u '${first?.id ?? ''}:${first?.secret ?? ''}' -d grant_type=client_credentials \\
    ${tokenUrl} | sed -E 's/.*"access_token":"([^"]+)".*/\\1/')
  curl -s -H "authorization: Bearer $TOKEN" "$BASE/v1/placements"

A commissioner reads a pack once two people have approved and one has released it, in the portal.
Ctrl-C stops it; started again on the same data, it goes on where it was.
`;
}

function describe({ id, secret, scopes, provider, commissioner }: LocalClient): string {
  const whose =
    provider === undefined
      ? commissioner === undefined
        ? 'operator'
        : `commissioner ${commissioner}`
      : `provider ${provider}`;
  return `  ${whose}: ${scopes.join(' ')}\n    id ${id}\n    secret ${secret}`;
}

const A_MINUTE = 60_000;

/** Why time is later than what was asked for: it never goes behind what the data folder has seen. */
function resumed(now: Date, clock: string | undefined): string {
  const asked = clock === undefined ? now.getTime() : Date.parse(clock);
  return now.getTime() - asked > A_MINUTE ? ' from where the data folder left off' : '';
}
