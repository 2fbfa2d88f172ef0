import type { Caller } from './caller.ts';

/** Who did something, as the audit has it: the client, the subject of the token, and that it is a person's. */
export function byWhom({ clientId, sub, isPerson }: Pick<Caller, 'clientId' | 'sub' | 'isPerson'>) {
  return { clientId, sub, ...(isPerson && { person: true as const }) };
}
