import { useContext } from 'preact/hooks';
import { SessionContext } from '../interface/session.ts';

/** Leads to the sign-in page and back to where one was. */
export function SignInAgain() {
  const session = useContext(SessionContext);
  if (session === undefined) return null;
  return (
    <p>
      <button type="button" onClick={session.signInAgain}>
        Sign in again
      </button>
    </p>
  );
}
