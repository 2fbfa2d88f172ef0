import { useEffect, useMemo, useState } from 'preact/hooks';
import { connect } from './interface/connect.ts';
import { fetchFile } from './interface/fetch-file.ts';
import type { Me } from './interface/me.ts';
import { messageOf } from './interface/message.ts';
import { type Session, SessionContext } from './interface/session.ts';
import { subjectOf } from './interface/subject-of.ts';
import { SignedOut } from './pages/signed-out.tsx';
import { SignedIn } from './pages/signed-in.tsx';
import { beginSignIn } from './sign-in/begin-sign-in.ts';
import { type Config, readConfig } from './sign-in/config.ts';
import { finishSignIn } from './sign-in/finish-sign-in.ts';
import { signOut } from './sign-in/sign-out.ts';

type State =
  | { readonly at: 'start' }
  | { readonly at: 'signed-out'; readonly config?: Config; readonly problem?: string }
  | { readonly at: 'signed-in'; readonly config: Config; readonly token: string; readonly me: Me };

/** The whole page: nobody is signed in, somebody comes back from the sign-in page, or somebody is at work. */
export function Portal() {
  const [state, setState] = useState<State>({ at: 'start' });
  useEffect(() => {
    void begun().then(setState);
  }, []);
  if (state.at === 'start')
    return (
      <p class="wide waiting" role="status">
        Loading…
      </p>
    );
  if (state.at === 'signed-out') {
    const { config, problem } = state;
    const onSignIn = () => {
      if (config === undefined) location.reload();
      else void beginSignIn(config);
    };
    return <SignedOut problem={problem} onSignIn={onSignIn} />;
  }
  return <AtWork {...state} />;
}

function AtWork({ config, token, me }: Extract<State, { readonly at: 'signed-in' }>) {
  const session = useMemo(
    (): Session => ({
      api: connect(token),
      me,
      subject: subjectOf(token),
      fetchFile: (path) => fetchFile(token, path),
      signInAgain: () => void beginSignIn(config),
    }),
    [config, token, me],
  );
  return (
    <SessionContext.Provider value={session}>
      <SignedIn onSignOut={() => signOut(config)} />
    </SessionContext.Provider>
  );
}

/** A token that was had a moment ago and is refused is of somebody whose groups give nothing. */
const NO_RIGHTS =
  'Your account is in no group that sees anything here, or in groups of two parties. Ask the operator to put it right.';

async function begun(): Promise<State> {
  let config: Config | undefined;
  try {
    config = await readConfig();
    const token = await finishSignIn(config);
    if (token === undefined) return { at: 'signed-out', config };
    return { at: 'signed-in', config, token, me: await connect(token).getCaller() };
  } catch (error) {
    const { signedOut, detail } = messageOf(error);
    return {
      at: 'signed-out',
      ...(config !== undefined && { config }),
      problem: signedOut ? NO_RIGHTS : detail,
    };
  }
}
