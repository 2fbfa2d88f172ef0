import { useEffect } from 'preact/hooks';

type SignedOutProps = { readonly problem: string | undefined; readonly onSignIn: () => void };

/** What is seen before anybody is signed in. */
export function SignedOut({ problem, onSignIn }: SignedOutProps) {
  useEffect(() => {
    document.title = 'Sign in – Janus outcomes';
  }, []);
  return (
    <>
      <header class="band">
        <div class="wide">
          <p class="name">Janus outcomes</p>
        </div>
      </header>
      <main class="wide">
        {problem !== undefined && (
          <div class="summary" role="alert">
            <h2>You were not signed in</h2>
            <p>{problem}</p>
          </div>
        )}
        <h1>Outcomes of drug and alcohol treatment</h1>
        <p>
          Commissioners read, approve and release their monthly packs here. Providers send records and see
          what is missing. Finance, referrers and the operator find their own work.
        </p>
        <p>
          <button type="button" class="main" onClick={onSignIn}>
            Sign in
          </button>
        </p>
        <p class="small">
          You need an account that the operator has made for you. Nothing is kept in this browser.
        </p>
      </main>
    </>
  );
}
