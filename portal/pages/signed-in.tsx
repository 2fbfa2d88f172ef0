import { useRef } from 'preact/hooks';
import { bindingInWords } from '../interface/me.ts';
import { useSession } from '../interface/session.ts';
import { PageHead } from '../parts/page-head.tsx';
import { isSeenBy } from './page.ts';
import { pages } from './registry.ts';
import { usePlace } from './use-place.ts';

/** The page once somebody is signed in: who they are, the pages they see, and the one that is open. */
export function SignedIn({ onSignOut }: { readonly onSignOut: () => void }) {
  const { me } = useSession();
  const main = useRef<HTMLElement>(null);
  const [path, ...rest] = usePlace();
  const own = pages.filter((page) => isSeenBy(page, me));
  const open = path === undefined ? own[0] : own.find((page) => page.path === path);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // The address says which page is open, so it is not to change.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <header class="band">
        <div class="wide">
          <p class="name">Janus outcomes</p>
          <p>
            {bindingInWords(me.binding)}
            <button type="button" onClick={onSignOut}>
              Sign out
            </button>
          </p>
        </div>
      </header>
      <nav class="pages" aria-label="Pages">
        <ul class="wide">
          {own.map((page) => (
            <li key={page.path}>
              <a href={`#/${page.path}`} aria-current={page === open ? 'page' : undefined}>
                {page.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="wide" id="main" tabIndex={-1} ref={main}>
        {open === undefined ? <NoPage any={own.length > 0} /> : <open.View key={path} rest={rest} />}
      </main>
      <footer>
        <p class="wide">Nothing you see here is kept in this browser. Sign out when you are done.</p>
      </footer>
    </>
  );
}

function NoPage({ any }: { readonly any: boolean }) {
  return (
    <>
      <PageHead title={any ? 'There is no such page' : 'You have no pages yet'} />
      <p>
        {any
          ? 'Choose a page above.'
          : 'You are signed in, but not a member of a group that sees anything. Ask the operator to add you to one.'}
      </p>
    </>
  );
}
