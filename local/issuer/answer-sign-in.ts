import type { AuthorizationCodes } from './authorization-codes.ts';
import type { DemonstrationPerson } from './demonstration-people.ts';
import { backTo, type PortalClient, readAuthorization } from './read-authorization.ts';
import { signInPage, unknownPage } from './sign-in-page.ts';

/** A page, or where the browser goes on. */
type SignInAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
};

export type SignInParts = {
  readonly portal: PortalClient;
  readonly codes: AuthorizationCodes;
  readonly people: () => Promise<readonly DemonstrationPerson[]>;
  /** The real clock. */
  readonly now: () => Date;
};

const KEPT_NOWHERE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

const goTo = (location: string): SignInAnswer => ({
  status: 302,
  headers: { ...KEPT_NOWHERE, location },
  html: '',
});

const show = (status: number, { html, policy }: ReturnType<typeof signInPage>): SignInAnswer => ({
  status,
  headers: {
    ...KEPT_NOWHERE,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  },
  html,
});

/**
 * `GET /oauth2/authorize`, and `POST /login` with the choice: the page on which somebody signs in, or the way back to the
 * portal with a code. The choice comes with all that was asked for, which is read again as if for the first time.
 */
export async function answerSignIn(
  asked: URLSearchParams,
  { portal, codes, people, now }: SignInParts,
): Promise<SignInAnswer> {
  const chosen = asked.get('person');
  asked.delete('person');
  const read = readAuthorization(asked, portal);
  if (read.kind === 'unknown') return show(400, unknownPage());
  if (read.kind === 'refused') return goTo(read.location);
  const { authorization } = read;
  const all = await people();
  const person = all.find(({ sub }) => sub === chosen);
  if (person === undefined)
    return show(200, signInPage(all, asked, backTo(authorization, { error: 'access_denied' })));
  const { redirectUri, challenge } = authorization;
  const { clientId } = portal;
  const code = codes.give({ clientId, redirectUri, challenge, person, signedInAt: now() });
  return goTo(backTo(authorization, { code }));
}

/** `GET /logout`: back to the portal. There is no session here to end, and no other address to go to. */
export function answerSignOut(asked: URLSearchParams, { portal }: Pick<SignInParts, 'portal'>): SignInAnswer {
  const isKnown =
    asked.get('client_id') === portal.clientId && asked.get('logout_uri') === portal.redirectUri;
  return isKnown ? goTo(portal.redirectUri) : show(400, unknownPage());
}
