import { createHash, verify } from 'node:crypto';
import { expect } from 'vitest';
import type { System } from './system.ts';

/** Fails unless a revision is whole: every file as its manifest says, and the manifest signed. */
export async function expectWhole(
  { file }: System,
  month: string,
  revision: number,
  commissioner = 'northshire',
): Promise<void> {
  const read = (name: string) => file(commissioner, month, name, revision);
  const manifest = await read('manifest.json');
  const { files } = JSON.parse(manifest.toString()) as { files: Record<string, { sha256: string }> };
  expect(Object.keys(files)).toContain('pack.pdf');
  for (const [name, { sha256 }] of Object.entries(files))
    expect([
      name,
      createHash('sha256')
        .update(await read(name))
        .digest('hex'),
    ]).toEqual([name, sha256]);
  const key = await read('signing-key.pem');
  expect(verify('sha256', manifest, key, await read('manifest.sig'))).toBe(true);
}

/** The numbers of the revisions of a month that are issued. */
export async function issuedRevisions({ operator }: System, month: string): Promise<number[]> {
  const { body } = await operator('GET', `/v1/packs/northshire/${month}`);
  return ((body['revisions'] ?? []) as { revision: number }[]).map(({ revision }) => revision);
}
