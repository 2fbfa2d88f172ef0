import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type * as z from 'zod';
import { type PortalAsset, portalAssets } from './assets.ts';
import type { showPortalEnv } from './env.ts';
import { portalHeaders } from './policy.ts';

type Asked = Pick<APIGatewayProxyEventV2, 'routeKey' | 'pathParameters' | 'headers'>;

type Pressed = { readonly bytes: Buffer; readonly etag: string };

/**
 * `GET /portal`, and `/portal/{file}` of what it is made of: a page for people, that asks this interface as they may.
 * `config.json` says where they sign in. It says nothing of anybody; a browser asks each time whether it is still so.
 */
export function createHandler(
  env: z.infer<typeof showPortalEnv>,
  {
    readAsset,
  }: {
    /** A file of the portal. */
    readonly readAsset: (name: PortalAsset) => Promise<Uint8Array>;
  },
): (event: Asked) => Promise<APIGatewayProxyStructuredResultV2> {
  const headers = portalHeaders(env);
  // Pressed once in a process.
  const pressed = new Map<string, Pressed>();

  return async ({ routeKey, pathParameters, headers: asked }) => {
    const name = routeKey === 'GET /portal' ? 'index.html' : (pathParameters?.['file'] ?? '');
    if (name === 'config.json') return answer(200, 'application/json', JSON.stringify(config(env)));
    if (!isAsset(name)) return answer(404, 'text/plain', 'Not found');
    const { bytes, etag } = pressed.get(name) ?? press(await readAsset(name));
    pressed.set(name, { bytes, etag });
    const fresh = { etag, 'cache-control': 'public, no-cache' };
    if (asked['if-none-match'] === etag) return { statusCode: 304, headers: { ...headers, ...fresh } };
    return {
      statusCode: 200,
      headers: {
        ...headers,
        ...fresh,
        'content-type': `${portalAssets[name]}; charset=utf-8`,
        'content-encoding': 'gzip',
      },
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    };
  };

  function answer(statusCode: number, type: string, body: string): APIGatewayProxyStructuredResultV2 {
    return {
      statusCode,
      headers: { ...headers, 'content-type': type, 'cache-control': 'no-store' },
      body,
    };
  }
}

const isAsset = (name: string): name is PortalAsset => Object.hasOwn(portalAssets, name);

function press(file: Uint8Array): Pressed {
  const bytes = gzipSync(file);
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"` };
}

const config = ({
  PORTAL_CLIENT_ID,
  AUTHORIZE_URL,
  TOKEN_URL,
  LOGOUT_URL,
}: z.infer<typeof showPortalEnv>) => ({
  clientId: PORTAL_CLIENT_ID,
  authorizeUrl: AUTHORIZE_URL,
  tokenUrl: TOKEN_URL,
  logoutUrl: LOGOUT_URL,
});
