import type { Answer } from '../support/system.ts';
import type { Recorded } from './history-that-differs.ts';
import type { Content } from './state.ts';

type Told = Pick<Recorded, 'version' | 'outcome' | 'recordedAt'> & {
  readonly client: { readonly clientId: string };
  readonly data: Content;
};

/** The versions that a history tells; none of what was never there. */
export function versionsIn({ body }: Answer): Recorded[] {
  return ((body['versions'] ?? []) as Told[]).map(({ version, outcome, recordedAt, client, data }) => ({
    ...{ version, outcome, recordedAt },
    content: data,
    sender: client.clientId,
  }));
}
