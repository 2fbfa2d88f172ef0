import type { callerWith } from './system.ts';

type Entry = { readonly id: string; readonly action: string } & Readonly<Record<string, unknown>>;

/** The audit as a caller sees it, newest first, but for what the operator changed of clients and registries: a system begins with some. */
export async function auditEntries(
  call: ReturnType<typeof callerWith>,
  query = '',
): Promise<readonly Entry[]> {
  const { body } = await call('GET', `/v1/audit${query}`);
  return (body['entries'] as Entry[]).filter(({ action }) => !/^(client|registry)-/.test(action));
}
