import type { ShowPortalEnv } from './env.ts';

const NOTHING_OF = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/**
 * What a browser lets the page do: run its own files, ask this interface, the token service and the place of uploads,
 * and show packs in a frame. It is never itself in a frame.
 */
export function portalHeaders({
  TOKEN_URL,
  UPLOADS_ORIGIN,
  PACKS_ORIGIN,
}: Pick<ShowPortalEnv, 'TOKEN_URL' | 'UPLOADS_ORIGIN' | 'PACKS_ORIGIN'>): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self' ${new URL(TOKEN_URL).origin} ${UPLOADS_ORIGIN}`,
    `frame-src ${PACKS_ORIGIN}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    'content-security-policy': policy,
    'permissions-policy': NOTHING_OF.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}
