import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { gzipSync } from 'node:zlib';
import {
  DOCS_PAGE,
  DOCS_POLICY,
  DOCS_START,
  type ViewerAsset,
  viewerAssets,
} from '../../shared/description/docs-page.ts';

const MINUTES_FRESH = 60;

type Asked = Pick<APIGatewayProxyEventV2, 'routeKey' | 'pathParameters'>;

/**
 * `GET /docs` and `…/{file}`: a page to read the interface, search it and try calls, with a viewer from our own assets.
 * It knows no token but one that is typed into it, and asks nobody but this interface.
 */
export function createHandler({
  readAsset,
}: {
  /** A file of the viewer. */
  readonly readAsset: (name: ViewerAsset) => Promise<Uint8Array>;
}): (event: Asked) => Promise<APIGatewayProxyStructuredResultV2> {
  // Pressed once in a process: the viewer is a megabyte and a half.
  const pressed = new Map<string, Buffer>();
  return async ({ routeKey, pathParameters }) => {
    if (routeKey === 'GET /docs') return shown('text/html', Buffer.from(DOCS_PAGE));
    const { file = '' } = pathParameters ?? {};
    if (file === 'start.js') return shown('text/javascript', Buffer.from(DOCS_START));
    if (!isAsset(file))
      return { statusCode: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
    const bytes = pressed.get(file) ?? gzipSync(await readAsset(file));
    pressed.set(file, bytes);
    return shown(viewerAssets[file], bytes, { 'content-encoding': 'gzip' });
  };
}

const isAsset = (file: string): file is ViewerAsset => Object.hasOwn(viewerAssets, file);

const shown = (type: string, bytes: Buffer, headers: Readonly<Record<string, string>> = {}) => ({
  statusCode: 200,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': `public, max-age=${MINUTES_FRESH * 60}`,
    'content-security-policy': DOCS_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  },
  body: bytes.toString('base64'),
  isBase64Encoded: true,
});
