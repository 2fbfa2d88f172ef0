import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { checkFolder } from '../../scripts/verify/check-folder.ts';
import { fetchKey } from '../../scripts/verify/fetch-key.ts';
import { readFolder } from '../../scripts/verify/read-folder.ts';
import {
  aKeyFolder,
  aSignedPack,
  FINGERPRINT,
  inFolder,
  removed,
  signByOpenssl,
} from '../support/a-signed-pack.ts';

const ours = aKeyFolder();
const another = aKeyFolder();
afterAll(() => removed(ours, another));
const key = readFileSync(join(ours, 'public.pem'), 'utf8');

let files: Map<string, Uint8Array>;
beforeEach(() => (files = aSignedPack(ours)));

const faults = (known: Parameters<typeof checkFolder>[1] = { key }) =>
  checkFolder(files, known)
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ what, verdict, says }) => `${what} ${verdict}: ${says.replace(/[0-9a-f]{64}/g, '…')}`);

/** The manifest with something else in it, its signature as it was. */
const amendManifest = (change: (manifest: Record<string, unknown> & { files: object }) => object) => {
  const manifest = JSON.parse(Buffer.from(files.get('manifest.json')!).toString()) as { files: object };
  files.set('manifest.json', Buffer.from(JSON.stringify(change(manifest as never))));
};
const NONE = 'signature wrong: is none of this manifest: the manifest was changed, or another key signed it';
const OF_ANOTHER = 'signature wrong: of another key, SHA256:…; the given one is SHA256:…';

test('of a pack as it was signed everything is found and in order', () => {
  expect(
    checkFolder(files, { key, fingerprint: FINGERPRINT }).map(({ what, verdict }) => [what, verdict]),
  ).toEqual([
    ['outcomes.json', 'ok'],
    ['pack.pdf', 'ok'],
    ['outcomes.csv', 'ok'],
    ['issue', 'ok'],
    ['fingerprint', 'ok'],
    ['signature', 'ok'],
  ]);
});

describe('named is', () => {
  test.each(['outcomes.json', 'pack.pdf', 'outcomes.csv'])('a flipped bit of %s', (name) => {
    const bytes = Buffer.from(files.get(name)!);
    // The last bit of the last byte: the document stays as long as it was.
    bytes[bytes.length - 1]! ^= 1;
    files.set(name, bytes);
    expect(faults()).toContain(`${name} wrong: changed: its SHA-256 is …, in the manifest it is …`);
    expect(faults().filter((fault) => !fault.startsWith(name) && !fault.startsWith('issue'))).toEqual([]);
  });

  test.each(['signing-key.pem', 'manifest.sig', 'manifest.json'])('a flipped bit of %s', (name) => {
    const bytes = Buffer.from(files.get(name)!);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    files.set(name, bytes);
    expect(faults()).not.toEqual([]);
  });

  test('a missing file', () => {
    files.delete('pack.pdf');
    expect(faults()).toEqual(['pack.pdf wrong: missing']);
  });

  test('an extra file, in the folder or in one below', () => {
    files.set('notes.txt', Buffer.from('x'));
    files.set('old/manifest.json', Buffer.from('x'));
    expect(faults()).toEqual([
      'notes.txt wrong: extra: the manifest does not name it',
      'old/manifest.json wrong: extra: the manifest does not name it',
    ]);
  });

  test('a missing manifest, signature or key', () => {
    files.delete('signing-key.pem');
    expect(faults()).toEqual(['signing-key.pem wrong: is missing, or is not the key that signed']);
    files.delete('manifest.sig');
    expect(faults()).toEqual(['signature wrong: missing: there is no manifest.sig']);
    files.delete('manifest.json');
    expect(faults()).toEqual(['manifest.json wrong: missing: nothing can be checked without it']);
  });

  test('a signature of another key', () => {
    const signed = new Map(files);
    signByOpenssl(signed, another);
    files.set('manifest.sig', signed.get('manifest.sig')!);
    expect(faults()).toEqual([NONE]);
    files.set('signing-key.pem', signed.get('signing-key.pem')!);
    expect(faults()).toEqual([OF_ANOTHER]);
  });

  test('a manifest changed, and one changed and signed anew by another key', () => {
    amendManifest((manifest) => ({ ...manifest, records: 43 }));
    expect(faults()).toEqual([NONE]);
    signByOpenssl(files, another);
    expect(faults()).toEqual([OF_ANOTHER]);
  });

  test('another key beside a signature that is ours', () => {
    files.set('signing-key.pem', readFileSync(join(another, 'public.pem')));
    expect(faults()).toEqual(['signing-key.pem wrong: is missing, or is not the key that signed']);
  });

  test('a manifest that is none, and one that is of another issue than the document', () => {
    amendManifest((manifest) => ({ ...manifest, revision: 3, asAt: '2026-11-06T06:00:00.000Z' }));
    signByOpenssl(files, ours);
    expect(faults()).toEqual(['issue wrong: outcomes.json has another revision, asAt']);
    files.set('manifest.json', Buffer.from('{"files":'));
    expect(faults()).toEqual(['manifest.json wrong: is no manifest: no file can be checked by it', NONE]);
  });

  test('another fingerprint than the one that is known', () => {
    expect(faults({ key, fingerprint: '80'.repeat(32) })).toEqual([
      'fingerprint wrong: is …, not …: made from another input',
    ]);
    expect(faults({ key, fingerprint: FINGERPRINT.toUpperCase() })).toEqual([]);
  });
});

test('without a key from elsewhere a sound pack is not proven, since whoever makes one can make a key for it', () => {
  signByOpenssl(files, another);
  expect(faults({})).toEqual([
    'signature unproven: by the key in the folder, SHA256:…: compare it, or give --key from a place that you trust',
  ]);
});

test('a file that a manifest names outside of the folder is not read but missing', () => {
  amendManifest((manifest) => ({
    ...manifest,
    files: { ...manifest.files, '../../etc/hostname': { sha256: '0'.repeat(64), bytes: 1 } },
  }));
  expect(faults()).toContain('../../etc/hostname wrong: missing');
});

test('a link in the folder is not followed', async () => {
  const folder = inFolder(files);
  const elsewhere = inFolder(new Map());
  onTestFinished(() => removed(folder, elsewhere));
  writeFileSync(join(elsewhere, 'pack.pdf'), 'pdf');
  removed(join(folder, 'pack.pdf'));
  symlinkSync(join(elsewhere, 'pack.pdf'), join(folder, 'pack.pdf'));
  mkdirSync(join(folder, 'below'));
  writeFileSync(join(folder, 'below', 'more.txt'), 'x');
  files = await readFolder(folder);
  expect(faults()).toEqual([
    'pack.pdf wrong: changed: its SHA-256 is …, in the manifest it is …',
    'below/more.txt wrong: extra: the manifest does not name it',
  ]);
});

test('a key is fetched from this machine or by https, and from nowhere else', async () => {
  const server = createServer((_, response) => response.end(key)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  expect(await fetchKey(`http://127.0.0.1:${port}/signing-key.pem`)).toBe(key);
  await expect(fetchKey('http://example.org/signing-key.pem')).rejects.toThrow('by https');
  await expect(fetchKey('http://127.0.0.1.example.org/key')).rejects.toThrow('by https');
});

describe('the command', () => {
  const verify = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/verify.ts', ...args], { encoding: 'utf8' });
  const trusted = ['--key', join(ours, 'public.pem')];

  test('prints a line a thing, and ends with 0, 1 or 2', () => {
    const folder = inFolder(files);
    onTestFinished(() => removed(folder));
    const sound = verify(folder, ...trusted);
    expect(sound.stdout).toMatch(/^outcomes\.json {2}ok\n/);
    expect(sound.stdout).toMatch(
      /\nsignature {6}ok {8}by the given key, SHA256:[0-9a-f]{64}\n\nEverything is as it was signed\.\n$/,
    );
    expect(sound.status).toBe(0);

    expect(verify(folder)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('Nothing is damaged; who signed it is not proven.') as string,
    });
    writeFileSync(join(folder, 'pack.pdf'), 'PDF');
    const damaged = verify(folder, ...trusted);
    expect(damaged.stdout).toMatch(/\npack\.pdf {7}WRONG {5}changed: .+\n/);
    expect(damaged.stdout).toContain('One thing is wrong.');
    expect(damaged.status).toBe(1);
  });

  test('ends with 2 where it cannot check: no folder, no such folder, no key', () => {
    const folder = inFolder(files);
    onTestFinished(() => removed(folder));
    expect(verify()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') as string });
    expect(verify(join(folder, 'nowhere')).status).toBe(2);
    expect(verify(folder, '--key', join(folder, 'manifest.json'))).toMatchObject({
      status: 2,
      stderr: 'The key given is no public key in PEM.\n',
    });
  });
});
