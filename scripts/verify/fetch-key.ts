import { readFile } from 'node:fs/promises';

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/;

/**
 * The public key of a file or an address, as PEM.
 *
 * @throws Error where it cannot be had, or where the address is one that anybody on the way could answer for
 */
export async function fetchKey(from: string): Promise<string> {
  if (!/^https?:\/\//.test(from)) return readFile(from, 'utf8');
  if (from.startsWith('http:') && !LOOPBACK.test(from))
    throw new Error('A key is fetched by https, or from this machine.');
  const response = await fetch(from, { redirect: 'error' });
  if (!response.ok) throw new Error(`${from} answered ${response.status}.`);
  return response.text();
}
