import { randomBytes } from 'node:crypto';
import type { DemonstrationPerson } from './demonstration-people.ts';

const LASTS_MS = 60_000;

/** Who signed in, and what the code that says so is good for. */
export type Grant = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly person: DemonstrationPerson;
  readonly signedInAt: Date;
};

/** Codes that were given out and not yet exchanged; they do not outlive the process. */
export type AuthorizationCodes = {
  readonly give: (grant: Grant) => string;
  /** What a code is good for: once, within a minute. Whoever comes with it, it is used up. */
  readonly take: (code: string) => Grant | undefined;
};

export function authorizationCodes(now: () => Date): AuthorizationCodes {
  const given = new Map<string, Grant>();
  const isOver = ({ signedInAt }: Grant) => now().getTime() - signedInAt.getTime() >= LASTS_MS;
  return {
    give: (grant) => {
      for (const [code, each] of given) if (isOver(each)) given.delete(code);
      const code = randomBytes(32).toString('base64url');
      given.set(code, grant);
      return code;
    },
    take: (code) => {
      const grant = given.get(code);
      given.delete(code);
      return grant === undefined || isOver(grant) ? undefined : grant;
    },
  };
}
