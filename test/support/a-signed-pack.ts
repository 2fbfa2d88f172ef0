import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packManifest } from '../../shared/render/pack-manifest.ts';
import { anOutcomeDocument } from './outcome-document.ts';

const openssl = (folder: string, ...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] }).toString();

/** A folder with a key pair of openssl's: `private.pem`, `public.pem`. */
export function aKeyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'janus-key-'));
  openssl(folder, 'genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'private.pem');
  openssl(folder, 'pkey', '-in', 'private.pem', '-pubout', '-out', 'public.pem');
  return folder;
}

/** Signs the manifest among the files as openssl does, and puts the public key beside it. */
export function signByOpenssl(files: Map<string, Uint8Array>, keyFolder: string): void {
  writeFileSync(join(keyFolder, 'manifest.json'), files.get('manifest.json')!);
  openssl(keyFolder, 'dgst', '-sha256', '-sign', 'private.pem', '-out', 'manifest.sig', 'manifest.json');
  files.set('manifest.sig', readFileSync(join(keyFolder, 'manifest.sig')));
  files.set('signing-key.pem', readFileSync(join(keyFolder, 'public.pem')));
}

export const FINGERPRINT = '7f'.repeat(32);

/** A small pack, its files no more than their names but for the document, signed by openssl. */
export function aSignedPack(keyFolder: string): Map<string, Uint8Array> {
  const document = anOutcomeDocument();
  const written = {
    'outcomes.json': Buffer.from(JSON.stringify(document)),
    'pack.pdf': Buffer.from('pdf'),
    'outcomes.csv': Buffer.from('csv'),
  };
  const origin = { inputFingerprint: FINGERPRINT, records: 42, previousRevision: 1 };
  const files = new Map<string, Uint8Array>(Object.entries(written));
  files.set('manifest.json', packManifest(document, written, origin));
  signByOpenssl(files, keyFolder);
  return files;
}

export const removed = (...folders: string[]) =>
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));

/** Writes the files into a folder of their own. */
export function inFolder(files: ReadonlyMap<string, Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'janus-pack-'));
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return folder;
}
