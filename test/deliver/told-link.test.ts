import { expect, test } from 'vitest';
import { askedDisposition, toldLink } from '../../shared/deliver/told-link.ts';

const URL = 'https://packs.example/link';

test('a program that asks for JSON is told the link, any other caller is led to it, and nobody keeps it', () => {
  expect(toldLink({ headers: { accept: 'application/json' } }, URL)).toEqual({
    ...{ status: 200, body: { url: URL }, headers: { 'cache-control': 'no-store' } },
  });
  for (const accept of [undefined, '*/*', 'text/html'])
    expect(toldLink({ headers: { accept } }, URL)).toEqual({
      ...{ status: 302, headers: { location: URL, 'cache-control': 'no-store' } },
    });
});

test('a file is shown unless it is asked to be saved', () => {
  expect(askedDisposition({ query: { disposition: 'attachment' } })).toBe('attachment');
  for (const disposition of [undefined, 'inline', 'attachment; filename="x"'])
    expect(askedDisposition({ query: { disposition } })).toBe('inline');
});
