import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Worksheet } from '../../shared/xlsx/worksheet.ts';
import { writeXlsx } from '../../shared/xlsx/write-xlsx.ts';
import { aHiddenSheet, aWorksheet, PROPERTIES } from './a-worksheet.ts';
import { partsOf, readXlsx, tagsIn } from './read-xlsx.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('_x00AF<>&"\'=+@\r\n\t \u0001\u007f\ufffe')) }),
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const value = fc.oneof(text, number);
const cell: fc.Arbitrary<Cell | undefined> = fc.oneof(
  fc.constant(undefined),
  value.map((of) => ({ value: of })),
  value.map((of) => ({ value: of, style: { format: '0.0' } })),
  text.map((of) => ({ value: of, link: { sheet: 'Lists', tooltip: of } })),
  number.map((of) => ({ value: of, formula: 'A1&"<"' })),
);
const someRows = fc.array(
  fc.array(cell, { maxLength: 6 }).map((cells) => ({ cells })),
  { maxLength: 6 },
);

/** A text as XML can hold it: XML 1.0, 2.2 and 2.11; nor do readers take the control after the last letter. */
const held = (of: string): string =>
  Array.from(of.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
    .filter((character) => {
      const code = character.codePointAt(0)!;
      return (code >= 0x20 || code === 9 || code === 10) && ![0x7f, 0xfffe, 0xffff].includes(code);
    })
    .join('');

test('whatever stands in cells, another reader finds the same', async () => {
  await fc.assert(
    fc.asyncProperty(someRows, async (written) => {
      const sheet = (await readXlsx(writeXlsx(PROPERTIES, [{ name: 'A', rows: written }]))).getWorksheet(
        'A',
      )!;
      written.forEach(({ cells }, r) =>
        cells.forEach((one, c) => {
          const read = sheet.getCell(r + 1, c + 1);
          if (one === undefined) expect(read.value).toBeNull();
          else if (typeof one.value === 'string') expect(read.value).toBe(held(one.value));
          else expect(read.type === ExcelJS.ValueType.Formula ? read.result : read.value).toBe(one.value + 0);
        }),
      );
    }),
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '1', 'TRUE', '#N/A', '2026-01-01'])(
  'the text %j stays a text',
  async (words) => {
    const sheet = (
      await readXlsx(writeXlsx(PROPERTIES, [{ name: 'A', rows: [{ cells: [{ value: words }] }] }]))
    ).worksheets[0]!;
    expect(sheet.getCell('A1').type).toBe(ExcelJS.ValueType.String);
    expect(sheet.getCell('A1').value).toBe(words);
  },
);

test('half of a character is written as the sign of one that is missing', async () => {
  const rows = [{ cells: [{ value: 'a\ud83d' }] }];
  expect(
    (await readXlsx(writeXlsx(PROPERTIES, [{ name: 'A', rows }]))).worksheets[0]!.getCell('A1').text,
  ).toBe('a\ufffd');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  'the number %d is refused: no spreadsheet would open it',
  (none) => {
    expect(() => writeXlsx(PROPERTIES, [{ name: 'A', rows: [{ cells: [{ value: none }] }] }])).toThrow(
      RangeError,
    );
  },
);

test('equal sheets give equal bytes, and others do not', () => {
  const write = (...sheets: Worksheet[]) => Buffer.from(writeXlsx(PROPERTIES, sheets)).toString('base64');
  expect(write(aWorksheet(), aHiddenSheet)).toBe(write(aWorksheet(), structuredClone(aHiddenSheet)));
  expect(write(aWorksheet({ frozenRows: 2 }))).not.toBe(write(aWorksheet()));
});

describe('the package', () => {
  const bytes = writeXlsx(PROPERTIES, [aWorksheet(), aHiddenSheet]);
  const parts = partsOf(bytes);

  test('begins with the content types, and every member is of the first moment that a zip can hold', () => {
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
    // The directory's entries: time and date are 12 bytes behind the signature. The date is 1 January 1980.
    const zip = Buffer.from(bytes);
    let entries = 0;
    for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 1)) {
      expect([zip.readUInt16LE(at + 12), zip.readUInt16LE(at + 14)]).toEqual([0, 0x21]);
      entries += 1;
    }
    expect(entries).toBe(parts.size);
  });

  test('is of parts that are well-formed, whose kind is told, and that another part refers to', () => {
    const kinds = tagsIn(parts.get('[Content_Types].xml')!);
    const told = kinds.flatMap(({ attributes: { PartName } }) =>
      PartName === undefined ? [] : [PartName.slice(1)],
    );
    const referredTo = [...parts].flatMap(([path, xml]) => {
      if (!path.endsWith('.rels')) return [];
      const from = new URL(`../${path.slice(path.lastIndexOf('/') + 1)}`, new URL(path, 'file:///'));
      return tagsIn(xml).flatMap(({ attributes: { Target } }) =>
        Target === undefined ? [] : [new URL(Target, from).pathname.slice(1)],
      );
    });
    const all = [...parts.keys()].filter((path) => !path.endsWith('.rels') && path !== '[Content_Types].xml');
    expect(told.toSorted()).toEqual(all.toSorted());
    expect(referredTo.toSorted()).toEqual(all.toSorted());
    for (const xml of parts.values()) expect(tagsIn(xml).length).toBeGreaterThan(0);
  });

  test('says what it is, of when, and in which language', async () => {
    const { title, subject, creator, created, modified } = await readXlsx(bytes);
    expect({ title, subject, creator, at: created.toISOString() }).toEqual(PROPERTIES);
    expect(modified).toEqual(created);
    expect(parts.get('docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
  });

  test('of no instant is of none', () => {
    const { at: _, ...timeless } = PROPERTIES;
    expect(partsOf(writeXlsx(timeless, [aHiddenSheet])).get('docProps/core.xml')).not.toContain(
      'dcterms:created',
    );
  });

  test('hides what is to be hidden, and opens in the first sheet', async () => {
    const { worksheets, views } = await readXlsx(bytes);
    expect(worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Weeks', 'visible'],
      ['Lists', 'hidden'],
    ]);
    expect(views[0]?.activeTab).toBe(0);
  });
});
