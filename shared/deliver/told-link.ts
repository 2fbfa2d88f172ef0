import type { HttpAnswer, HttpRequest } from '../platform/http.ts';
import type { Disposition } from './sign-link.ts';

const NO_STORE = { 'cache-control': 'no-store' };

/** Whether the file of a link is to be saved: `?disposition=attachment`; it is shown where nothing else is asked for. */
export const askedDisposition = ({ query }: Pick<HttpRequest, 'query'>): Disposition =>
  query['disposition'] === 'attachment' ? 'attachment' : 'inline';

/**
 * Hands out a link: as JSON to who asks for it by `Accept`, since a page cannot read where a redirection leads, and to
 * all others as the redirection itself.
 */
export function toldLink({ headers }: Pick<HttpRequest, 'headers'>, url: string): HttpAnswer {
  return headers['accept']?.includes('application/json') === true
    ? { status: 200, body: { url }, headers: NO_STORE }
    : { status: 302, headers: { location: url, ...NO_STORE } };
}
