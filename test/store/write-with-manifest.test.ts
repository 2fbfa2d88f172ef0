import { type GetObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { signManifest } from '../../shared/deliver/sign-manifest.ts';
import { fileHashes } from '../../shared/render/file-hashes.ts';
import type { Bucket } from '../../shared/store/pack-files.ts';
import { writeWithManifest } from '../../shared/store/write-with-manifest.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const manifestOf = (files: Readonly<Record<string, Uint8Array>>) => bytes(JSON.stringify(fileHashes(files)));

/** A bucket in memory that writes a key once, and the order in which keys were written. */
function aBucket() {
  const held = new Map<string, Uint8Array>();
  const send = (command: unknown) => {
    if (command instanceof PutObjectCommand) {
      const { Key = '', Body } = command.input;
      if (held.has(Key))
        return Promise.reject(
          new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: {} }),
        );
      held.set(Key, Body as Uint8Array);
      return Promise.resolve({});
    }
    const body = held.get((command as GetObjectCommand).input.Key ?? '');
    return Promise.resolve({ Body: { transformToByteArray: () => Promise.resolve(body) } });
  };
  return { held, bucket: { client: { send }, name: 'packs' } as unknown as Bucket };
}

test('the manifest is of the files as they are stored, whatever a later try would have written', async () => {
  const { held, bucket } = aBucket();
  held.set('f/pack.pdf', bytes('of the first try'));
  const manifest = await writeWithManifest(
    bucket,
    'f',
    { 'pack.pdf': bytes('of the second'), 'outcomes.csv': bytes('csv') },
    manifestOf,
  );
  expect(JSON.parse(Buffer.from(manifest).toString())).toEqual(
    fileHashes({ 'pack.pdf': bytes('of the first try'), 'outcomes.csv': bytes('csv') }),
  );
  expect(held.get('f/manifest.json')).toEqual(manifest);
  expect([...held.keys()]).toEqual(['f/pack.pdf', 'f/outcomes.csv', 'f/manifest.json']);
});

test('what is signed is the manifest that is stored, and the signature comes last', async () => {
  const { held, bucket } = aBucket();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  held.set('f/manifest.json', bytes('of the first try'));
  const manifest = await writeWithManifest(bucket, 'f', { a: bytes('a') }, manifestOf);
  const signing = {
    bucket,
    keyId: 'key',
    signer: {
      sign: async (_: string, message: Uint8Array) => Promise.resolve(sign('sha256', message, privateKey)),
    },
    publicKeys: { publicKey: async () => Promise.resolve('pem') },
  };
  await signManifest(signing, 'f', manifest);
  expect([...held.keys()].slice(-2)).toEqual(['f/signing-key.pem', 'f/manifest.sig']);
  expect(verify('sha256', bytes('of the first try'), publicKey, held.get('f/manifest.sig')!)).toBe(true);
  const before = held.get('f/manifest.sig');
  await signManifest(signing, 'f', manifest);
  expect(held.get('f/manifest.sig')).toBe(before);
});
