import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBucket } from '../../../local/objects/bucket.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'bucket-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A body that lies on disk. */
function aBody(text: string) {
  const file = join(folder, 'received');
  writeFileSync(file, text);
  return { body: { file, size: text.length, checksums: {} }, etag: `"${text}"`, headers: {} };
}

it('keeps what was there, and nothing of what it could not write down', () => {
  const bucket = openBucket(join(folder, 'objects'), { versioned: false, now: () => new Date() });
  bucket.put('a', aBody('one'));
  rmSync(join(folder, 'objects', 'keys'), { recursive: true });
  expect(() => bucket.put('a', aBody('two'))).toThrow('ENOENT');
  expect(readFileSync(bucket.bodyPath(bucket.find('a')!), 'utf8')).toBe('one');
  expect(readdirSync(join(folder, 'objects', 'bodies'))).toHaveLength(1);
});
