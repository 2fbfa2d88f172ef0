import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { SEAL } from '../../shared/store/pack-files.ts';
import { type Finding, ok, unproven, wrong } from './finding.ts';

/**
 * Whether the signature is one of the manifest by the key that is trusted. Without one it is checked by the key in the
 * folder, which shows that nothing was damaged but not who made it: whoever makes a pack can make a key for it.
 *
 * @param trusted the public key as PEM, had from elsewhere
 * @throws Error where the trusted key is none
 */
export function checkSignature(
  files: ReadonlyMap<string, Uint8Array>,
  manifest: Uint8Array,
  trusted: string | undefined,
): Finding[] {
  const signature = files.get(SEAL.signature);
  const given = trusted === undefined ? undefined : readKey(trusted);
  if (trusted !== undefined && given === undefined) throw new Error('The key given is no public key in PEM.');
  if (signature === undefined) return [wrong('signature', `missing: there is no ${SEAL.signature}`)];
  const beside = files.get(SEAL.key);
  const own = beside && readKey(Buffer.from(beside).toString('utf8'));
  const signedBy = (key: KeyObject | undefined) =>
    key !== undefined && verify('sha256', manifest, key, signature);

  if (given !== undefined && signedBy(given)) {
    const isSame = own !== undefined && keyFingerprint(own) === keyFingerprint(given);
    return [
      ...(isSame ? [] : [wrong(SEAL.key, 'is missing, or is not the key that signed')]),
      ok('signature', `by the given key, ${keyFingerprint(given)}`),
    ];
  }
  if (own === undefined || !signedBy(own))
    return [
      wrong('signature', 'is none of this manifest: the manifest was changed, or another key signed it'),
    ];
  return given === undefined
    ? [
        unproven(
          'signature',
          `by the key in the folder, ${keyFingerprint(own)}: compare it, or give --key from a place that you trust`,
        ),
      ]
    : [
        wrong(
          'signature',
          `of another key, ${keyFingerprint(own)}; the given one is ${keyFingerprint(given)}`,
        ),
      ];
}

/** The SHA-256 of a public key in DER, by which people compare keys. */
const keyFingerprint = (key: KeyObject): string =>
  `SHA256:${createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')}`;

function readKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
}
