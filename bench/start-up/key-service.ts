import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';

const askedSchema = z.object({ KeyId: z.string(), Message: z.base64().optional() });

/** The key service on loopback, for functions that run as bundles: it makes codes, and tells a public key. */
export async function openKeyService(): Promise<{ readonly url: string; readonly close: () => void }> {
  const secret = randomBytes(32);
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const answerOf = (target: string, body: string): Record<string, unknown> | undefined => {
    const { KeyId, Message = '' } = askedSchema.parse(JSON.parse(body));
    if (target === 'TrentService.GetPublicKey')
      return { KeyId, PublicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') };
    if (target !== 'TrentService.GenerateMac') return undefined;
    const mac = createHmac('sha256', secret).update(Buffer.from(Message, 'base64')).digest();
    return { KeyId, MacAlgorithm: 'HMAC_SHA_256', Mac: mac.toString('base64') };
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = answerOf(String(request.headers['x-amz-target']), Buffer.concat(parts).toString('utf8'));
      response.writeHead(answer === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(answer ?? { __type: 'UnsupportedOperationException' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server.address())}`, close: () => server.close() };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the key service has no port');
  return address.port;
}
