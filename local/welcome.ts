import type { LocalClient } from './bootstrap.ts';
import type { LocalSystem } from './start.ts';

/** What a person wants to know once the system answers. */
export function welcome({ baseUrl, tokenUrl, clients, logFile, now }: LocalSystem, dataDir: string): string {
  const [first] = clients;
  return `janus-outcomes runs on this machine, and on this machine alone.

  Interface  ${baseUrl}
  Tokens     ${tokenUrl}
  Data       ${dataDir}
  Log        ${logFile}
  Time       ${now().toISOString()}, running on

Clients
${clients.map(describe).join('\n')}

A token for the first of them, good for an hour:

  curl -s -u '${first?.id ?? ''}:${first?.secret ?? ''}' -d grant_type=client_credentials ${tokenUrl}

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
