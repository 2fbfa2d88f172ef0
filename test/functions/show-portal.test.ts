import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createHandler } from '../../functions/show-portal/handler.ts';

const handler = createHandler(
  {
    PORTAL_CLIENT_ID: 'c1',
    AUTHORIZE_URL: 'https://sign-in.example/oauth2/authorize',
    TOKEN_URL: 'https://sign-in.example/oauth2/token',
    LOGOUT_URL: 'https://sign-in.example/logout',
    UPLOADS_ORIGIN: 'https://uploads.example',
    PACKS_ORIGIN: 'https://packs.example',
  },
  { readAsset: (name) => Promise.resolve(Buffer.from(`what ${name} holds`)) },
);
const page = (headers: Record<string, string> = {}) => handler({ routeKey: 'GET /portal', headers });
const file = (name: string) =>
  handler({ routeKey: 'GET /portal/{file}', pathParameters: { file: name }, headers: {} });
const textOf = ({ body = '' }: { body?: string | undefined }) =>
  gunzipSync(Buffer.from(body, 'base64')).toString();

test('the page may run its own files, ask the three it has to ask, frame packs, and nothing else', async () => {
  expect((await page()).headers).toMatchObject({
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self' https://sign-in.example https://uploads.example",
      'frame-src https://packs.example',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'permissions-policy': expect.stringContaining('camera=()') as unknown,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
});

test('every answer has the policy, also one that is not there', async () => {
  for (const answer of [
    await page(),
    await file('portal.js'),
    await file('config.json'),
    await file('nothing'),
  ])
    expect(answer.headers).toHaveProperty('content-security-policy');
});

test('a file is pressed, and told by its kind', async () => {
  const answer = await file('portal.js');
  expect(answer.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-encoding': 'gzip',
  });
  expect(textOf(answer)).toBe('what portal.js holds');
  expect(textOf(await page())).toBe('what index.html holds');
});

test('a browser that has a file still as it is gets none of it again', async () => {
  const etag = String((await page()).headers?.['etag']);
  expect(await page({ 'if-none-match': etag })).toMatchObject({ statusCode: 304, headers: { etag } });
  expect(await page({ 'if-none-match': '"another"' })).toMatchObject({ statusCode: 200 });
});

test('config.json says where people sign in, and nothing of what else is reached', async () => {
  const { body = '' } = await file('config.json');
  expect(JSON.parse(body)).toEqual({
    clientId: 'c1',
    authorizeUrl: 'https://sign-in.example/oauth2/authorize',
    tokenUrl: 'https://sign-in.example/oauth2/token',
    logoutUrl: 'https://sign-in.example/logout',
  });
});

describe('what is no file of the portal', () => {
  test.each(['', 'main.tsx', '../package.json', '..%2fpackage.json', 'constructor', 'toString'])(
    '%j is not there',
    async (name) => {
      expect(await file(name)).toMatchObject({ statusCode: 404 });
    },
  );
});
