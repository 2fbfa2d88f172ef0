import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from './connect.ts';
import type { Me } from './me.ts';

/** Who is signed in, and how they ask. It lives as long as the page is open. */
export type Session = {
  readonly api: Client;
  readonly me: Me;
  /** The subject of their token, by which the interface names them. */
  readonly subject: string | undefined;
  /** Asks for a file under the session's token. */
  readonly fetchFile: (path: string) => Promise<Blob>;
  readonly signInAgain: () => void;
};

export const SessionContext = createContext<Session | undefined>(undefined);

/** @throws Error outside of a session, which is a mistake of ours */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('nobody is signed in');
  return session;
}
