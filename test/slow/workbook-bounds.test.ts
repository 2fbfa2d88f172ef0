import { constants, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSharedStrings } from '../../shared/intake/workbook/shared-strings.ts';
import { openZip } from '../../shared/intake/workbook/zip-entries.ts';
import { rangesOf } from '../intake/workbook/a-workbook.ts';

/** The bounds of a workbook that only hundreds of megabytes come up to, as they are outside of tests. */

const MEGABYTE = 1024 * 1024;

/** An archive of half a megabyte, of one entry that is unpacked to so many. */
function aBombOf(megabytes: number): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array.from({ length: megabytes }, () => one), deflateRawSync('')]);
  // Stored, and said to be deflated.
  const zip = Buffer.from(zipSync({ a: packed }, { level: 0 }));
  const DEFLATED = 8;
  zip.writeUInt16LE(DEFLATED, zip.indexOf('PK\u0003\u0004') + 8);
  zip.writeUInt16LE(DEFLATED, zip.lastIndexOf('PK\u0001\u0002') + 10);
  return zip;
}

test('an archive is unpacked to 500 MB and not a byte further', async () => {
  const unpack = async (megabytes: number) => {
    let length = 0;
    const zip = await openZip(rangesOf(aBombOf(megabytes), 64 * 1024));
    for await (const part of zip.open('a')!) {
      length += part.length;
      expect(length).toBeLessThanOrEqual(500 * MEGABYTE);
    }
    return length;
  };
  expect(await unpack(500)).toBe(500 * MEGABYTE);
  await expect(unpack(501)).rejects.toMatchObject({ code: 'too-large-unpacked' });
});

test('shared texts of 128 MB are held, and no more', async () => {
  const text = 'x'.repeat(MEGABYTE / 16);
  async function* textsOf(megabytes: number) {
    await Promise.resolve();
    yield Buffer.from('<sst>');
    for (let i = 0; i < 16 * megabytes; i += 1) yield Buffer.from(`<si><t>${text}</t></si>`);
    yield Buffer.from('</sst>');
  }
  expect((await readSharedStrings(textsOf(128))).at(16 * 128 - 1)).toBe(text);
  await expect(readSharedStrings(textsOf(129))).rejects.toMatchObject({ code: 'too-many-texts' });
});
