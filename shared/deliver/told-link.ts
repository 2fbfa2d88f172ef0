import type { HttpAnswer, HttpRequest } from '../platform/http.ts';
import type { Disposition } from './sign-link.ts';

const NO_STORE = { 'cache-control': 'no-store' };

/** Whether the file of a link is to be saved: `?disposition=attachment`; it is shown where nothing else is asked for. */
export const askedDisposition = ({ query }: Pick<HttpRequest, 'query'>): Disposition =>
  query['disposition'] === 'attachment' ? 'attachment' : 'inline';

/**
 * Hands out a link: as JSON to who asks for it by `Accept`, since a page cannot read where a redirection leads, and to
 * all others as the redirection itself.
 *
 * @param superseded the revision that stands in place of the one whose file it is, which is told with it
 */
export function toldLink(
  { headers }: Pick<HttpRequest, 'headers'>,
  url: string,
  superseded?: number,
): HttpAnswer {
  const told = { ...NO_STORE, ...(superseded !== undefined && { 'superseded-by': `r${superseded}` }) };
  return headers['accept']?.includes('application/json') === true
    ? {
        status: 200,
        body: { url, ...(superseded !== undefined && { supersededBy: superseded }) },
        headers: told,
      }
    : { status: 302, headers: { location: url, ...told } };
}
