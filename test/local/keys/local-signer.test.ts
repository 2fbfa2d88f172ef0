import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { localSigner } from '../../../local/keys/local-signer.ts';

const folder = mkdtempSync(join(tmpdir(), 'janus-signer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'signing-key.json');
const message = Buffer.from('manifest');

test('signs the same bytes each time, also after a restart, by a key that only its owner may read', async () => {
  const { keyId, signer, publicKeys } = localSigner(path);
  const signature = await signer.sign(keyId, message);
  expect(signature).toHaveLength(256);
  expect(Buffer.from(await localSigner(path).signer.sign(keyId, message))).toEqual(Buffer.from(signature));
  expect(await localSigner(path).publicKeys.publicKey(keyId)).toBe(await publicKeys.publicKey(keyId));
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('its public half checks what it signed, and tells nothing of the private one', async () => {
  const { keyId, signer, publicKeys } = localSigner(path);
  const pem = await publicKeys.publicKey(keyId);
  expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n[^-]+-----END PUBLIC KEY-----\n$/);
  const signature = await signer.sign(keyId, message);
  expect(verify('sha256', message, createPublicKey(pem), signature)).toBe(true);
  expect(verify('sha256', Buffer.from('manifes'), createPublicKey(pem), signature)).toBe(false);
});

test('another key id is refused', async () => {
  await expect(localSigner(path).signer.sign('another', message)).rejects.toThrow('no such key');
});
