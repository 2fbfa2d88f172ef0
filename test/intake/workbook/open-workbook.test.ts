import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../shared/intake/workbook/open-workbook.ts';
import { NOT_COMPUTED } from '../../../shared/intake/rows/read-cell.ts';
import { openZip } from '../../../shared/intake/workbook/zip-entries.ts';
import { aWorkbook, rangesOf, refusal, rowsOf } from './a-workbook.ts';

describe('a workbook', () => {
  it('has texts that are shared, inline or computed, numbers, truths, and errors as they are shown', async () => {
    const strings =
      '<si><t>one</t></si><si><r><t>tw</t></r><r><t xml:space="preserve">o </t></r><rPh><t>xx</t></rPh></si><si><t/></si>';
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>three &amp; more</t></is></c></row>' +
      '<row r="4"><c r="B4"><v>4.5</v></c><c r="D4" t="b"><v>1</v></c><c r="E4" t="str"><f>A1&amp;"x"</f><v>onex</v></c><c r="F4" t="e"><v>#N/A</v></c></row>' +
      '<row><c><v>7</v></c><c/></row><row r="9"/>';
    expect(await rowsOf(aWorkbook({ strings, sheet }))).toEqual([
      { number: 1, cells: ['one', 'two ', undefined, 'three & more'] },
      { number: 4, cells: [undefined, 4.5, undefined, true, 'onex', '#N/A'] },
      { number: 5, cells: [7] },
    ]);
  });

  it('has formulas that came to an empty text as blank, and those without a value as not computed', async () => {
    const sheet =
      '<row><c t="str"><f>""</f><v></v></c><c><f>A1</f></c><c><f>A1</f><v/></c><c t="str"><f>A1</f></c><c><f>2</f><v>2</v></c></row>';
    expect(await rowsOf(aWorkbook({ sheet }))).toEqual([
      { number: 1, cells: [undefined, NOT_COMPUTED, NOT_COMPUTED, NOT_COMPUTED, 2] },
    ]);
  });

  it('has dates as they are shown, from 1904 on where it counts from there, and numbers as they are', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const sheet =
      '<row r="1"><c r="A1" s="0"><v>100.5</v></c><c r="B1" s="1"><v>100.5</v></c><c r="C1" s="2"><v>100.5</v></c><c r="D1" s="3"><v>100.5</v></c></row>';
    const cells = async (properties: string) =>
      (await rowsOf(aWorkbook({ styles, sheet, properties })))[0]!.cells;
    expect(await cells('<workbookPr date1904="1"/>')).toEqual([
      100.5,
      '10/04/1904 12:00:00',
      '10/04/1904 12:00:00',
      100.5,
    ]);
    expect(await cells('<workbookPr/>')).toEqual([
      100.5,
      '09/04/1900 12:00:00',
      '09/04/1900 12:00:00',
      100.5,
    ]);
  });

  it('has whole numbers that are shown with zeros before them with these, and no others', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="0"/><numFmt numFmtId="166" formatCode="00.00"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';
    const cell = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
    const sheet = `<row>${cell(0, 123)}${cell(1, 123)}${cell(1, 1234567)}${cell(1, 1.5)}${cell(1, -7)}${cell(2, 5)}${cell(3, 5)}</row>`;
    expect(await rowsOf(aWorkbook({ styles, sheet }))).toEqual([
      { number: 1, cells: [123, '00123', '1234567', 1.5, -7, 5, 5] },
    ]);
  });

  it('with entities of its own is refused, in whatever part', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(await refusal(aWorkbook({ book: `<?xml version="1.0"?>${bomb}<workbook/>` }))).toBe(
      'not-a-workbook',
    );
    const entries = aWorkbook({ sheet: '<row><c t="str"><v>&b;</v></c></row>' });
    expect(await refusal(entries)).toBe('not-a-workbook');
  });

  it('that is no workbook, not whole, or broken inside is refused', async () => {
    const whole = aWorkbook({ sheet: '<row><c><v>1</v></c></row>' });
    expect(await refusal(strToU8('id;personRef'))).toBe('not-a-workbook');
    expect(await refusal(whole.subarray(0, whole.length - 30))).toBe('not-a-workbook');
    expect(await refusal(zipSync({ 'a.txt': strToU8('a') }))).toBe('not-a-workbook');
    expect(await refusal(aWorkbook({ sheet: '<row><c>' }))).toBe('not-a-workbook');
    const broken = Uint8Array.from(whole);
    broken.fill(0xff, 45, 75);
    expect(await refusal(broken)).toBe('not-a-workbook');
  });

  it('has no dates by a format that is longer than any, however long', async () => {
    const style = (code: string) =>
      `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
    const sheet = '<row><c s="0"><v>46330</v></c></row>';
    const cells = async (code: string) => (await rowsOf(aWorkbook({ styles: style(code), sheet })))[0]!.cells;
    expect(await cells(`dd/mm/yyyy${'_'.repeat(245)}`)).toEqual(['04/11/2026']);
    expect(await cells(`dd/mm/yyyy${'_'.repeat(246)}`)).toEqual([46_330]);
    const began = performance.now();
    expect(await cells('['.repeat(500_000))).toEqual([46_330]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('that is nested deeper than any is refused', async () => {
    const nested = (depth: number) => '<x>'.repeat(depth) + '</x>'.repeat(depth);
    expect(await refusal(aWorkbook({ sheet: nested(62) }))).toBe('read');
    expect(await refusal(aWorkbook({ sheet: nested(63) }))).toBe('not-a-workbook');
    expect(await refusal(aWorkbook({ sheet: '<x/>'.repeat(1_000) }))).toBe('read');
  });

  it('with a text longer than any cell’s is refused, shared or inline', async () => {
    const inline = (parts: number) =>
      aWorkbook({ sheet: `<row><c t="inlineStr"><is>${longText(parts)}</is></c></row>` });
    const shared = (parts: number) => aWorkbook({ strings: `<si>${longText(parts)}</si>` });
    const longText = (parts: number) => `<r><t>${'x'.repeat(32_767)}</t></r>`.repeat(parts);
    for (const workbook of [inline, shared]) {
      expect(await refusal(workbook(4))).toBe('read');
      expect(await refusal(workbook(5))).toBe('not-a-workbook');
    }
  });

  it('with a value beyond the thousandth column is refused; empty cells are no matter', async () => {
    const at = (name: string) => aWorkbook({ sheet: `<row><c r="${name}"><v>1</v></c></row>` });
    // ALL is the thousandth: 26 × 26 + 12 × 26 + 12.
    expect(await refusal(at('ALL1'))).toBe('read');
    expect(await refusal(at('ALM1'))).toBe('too-many-columns');
    expect(await refusal(at('XFD1'))).toBe('too-many-columns');
    expect(await refusal(aWorkbook({ sheet: '<row><c r="XFD1" s="1"/></row>' }))).toBe('read');
  });

  it('is the same however its bytes come', async () => {
    const bytes = aWorkbook({ strings: '<si><t>é–£</t></si>', sheet: '<row><c t="s"><v>0</v></c></row>' });
    for (const piece of [1, 7, 64])
      for await (const row of (await openWorkbook(rangesOf(bytes, piece)))[0]!.rows())
        expect(row).toEqual({ number: 1, cells: ['é–£'] });
  });
});

describe('what is unpacked', () => {
  it('is counted as it comes, over all entries, whatever they say of their size', async () => {
    const bytes = zipSync({ a: new Uint8Array(300_000), b: new Uint8Array(300_000) });
    // The directory says ten bytes of each.
    const view = Buffer.from(bytes);
    for (let at = view.indexOf('PK\x01\x02'); at !== -1; at = view.indexOf('PK\x01\x02', at + 1))
      view.writeUInt32LE(10, at + 24);
    const zip = await openZip(rangesOf(view), 500_000);
    const drain = async (name: string) => {
      let length = 0;
      for await (const part of zip.open(name)!) length += part.length;
      return length;
    };
    expect(await drain('a')).toBe(300_000);
    await expect(drain('b')).rejects.toMatchObject({ code: 'too-large-unpacked' });
  });
});
