import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSharedStrings } from '../../../shared/intake/workbook/shared-strings.ts';
import { openZip } from '../../../shared/intake/workbook/zip-entries.ts';
import { aWorkbook, rangesOf, refusal } from './a-workbook.ts';

/** How much of anything a workbook may have; what takes hundreds of megabytes to try is among the slow tests. */

test('an archive of 1,000 entries is opened, one of 1,001 is refused', async () => {
  const zipOf = (count: number) => {
    const entries = Array.from({ length: count }, (_, i) => [`e${i}`, new Uint8Array(0)] as const);
    return openZip(rangesOf(zipSync(Object.fromEntries(entries)), 1_000_000));
  };
  expect((await zipOf(1_000)).names).toHaveLength(1_000);
  await expect(zipOf(1_001)).rejects.toMatchObject({ code: 'not-a-workbook' });
});

describe('a megabyte without the end of a tag is refused, and half a one is read', () => {
  test.each([
    ['in an attribute', (filling: string) => `<x a="${filling}"/>`],
    ['in the name of a tag', (filling: string) => `<x${filling}/>`],
    ['in a comment', (filling: string) => `<!--${filling}-->`],
    ['in what is no cell', (filling: string) => `<x>${filling}</x>`],
    ['in a part that is not XML', (filling: string) => `<![CDATA[${filling}]]>`],
  ])('%s', async (_, partOf) => {
    const filled = (megabytes: number) =>
      aWorkbook({ sheet: partOf('y'.repeat(Math.ceil(megabytes * 1024 * 1024))) });
    expect(await refusal(filled(0.5))).toBe('read');
    expect(await refusal(filled(1.2))).toBe('not-a-workbook');
  });

  test('but not what has tags in it, however long', async () => {
    expect(await refusal(aWorkbook({ sheet: '<x a="1"/>'.repeat(400_000) }))).toBe('read');
  });
});

test('shared texts are counted in bytes over all of them, and as many as are allowed are held', async () => {
  async function* textsOf(...texts: string[]) {
    await Promise.resolve();
    yield Buffer.from(strToU8(`<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`));
  }
  const held = await readSharedStrings(textsOf('é'.repeat(30), 'x'.repeat(40)), 100);
  expect([held.at(0), held.at(1)]).toEqual(['é'.repeat(30), 'x'.repeat(40)]);
  for (const texts of [['é'.repeat(30), 'x'.repeat(41)], ['é'.repeat(51)]])
    await expect(readSharedStrings(textsOf(...texts), 100)).rejects.toMatchObject({
      code: 'too-many-texts',
      status: 422,
    });
});
