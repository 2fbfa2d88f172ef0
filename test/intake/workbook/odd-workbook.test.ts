import { describe, expect, test } from 'vitest';
import { aRelationship, aWorkbook, refusal, rowsOf } from './a-workbook.ts';

/** What of a workbook cannot be found or made out is refused, and never read as empty; what the format allows is read. */

const aRow = '<row r="1"><c r="A1"><v>7</v></c></row>';

describe('a sheet is found', () => {
  test.each([
    ['beside the workbook', 'worksheets/sheet1.xml'],
    ['by a path with a dot', './worksheets/sheet1.xml'],
    ['by a path that goes up and down again', '../xl/worksheets/./sheet1.xml'],
    ['from the top', '/xl/worksheets/sheet1.xml'],
  ])('%s', async (_, target) => {
    const toSheet = aRelationship('rId1', 'worksheet', target);
    expect(await rowsOf(aWorkbook({ sheet: aRow, toSheet }))).toEqual([{ number: 1, cells: [7] }]);
  });

  test('under whatever prefix its relationship has', async () => {
    expect(await rowsOf(aWorkbook({ sheet: aRow, relation: 'd3p1:id' }))).toEqual([
      { number: 1, cells: [7] },
    ]);
  });
});

describe('a workbook is refused', () => {
  test.each([
    ['is not there', aRelationship('rId1', 'worksheet', 'worksheets/sheet2.xml')],
    ['is named by no relationship', aRelationship('rId9', 'worksheet', 'worksheets/sheet1.xml')],
    ['is above the top', aRelationship('rId1', 'worksheet', '../../../etc/passwd')],
    [
      'is outside of it',
      aRelationship('rId1', 'worksheet', 'http://example.org/sheet1.xml', 'TargetMode="External"'),
    ],
    [
      'is outside of it, under a path of its own',
      aRelationship('rId1', 'worksheet', '/xl/worksheets/sheet1.xml', 'TargetMode="External"'),
    ],
    ['is at another address', aRelationship('rId1', 'worksheet', '//example.org/xl/worksheets/sheet1.xml')],
  ])('whose sheet %s', async (_, toSheet) => {
    expect(await refusal(aWorkbook({ sheet: aRow, toSheet }))).toBe('not-a-workbook');
  });

  test.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml'])(
    'that says it has %s and has not',
    async (name) => {
      expect(await refusal(aWorkbook({ sheet: aRow, without: [name] }))).toBe('not-a-workbook');
    },
  );

  test.each(['1', '-1', '0.5', 'x', '99999999999'])(
    'with a cell of the shared text %s of one',
    async (at) => {
      const refers = (to: string) =>
        aWorkbook({ strings: '<si><t>one</t></si>', sheet: `<row><c t="s"><v>${to}</v></c></row>` });
      expect(await refusal(refers('0'))).toBe('read');
      expect(await refusal(refers(at))).toBe('not-a-workbook');
    },
  );

  test.each(['0', '-5', '1.5', 'x', '', '1e3', '1048577', '99999999999'])('with a row %j', async (number) => {
    const numbered = (r: string) => aWorkbook({ sheet: `<row r="${r}"><c><v>7</v></c></row>` });
    expect(await refusal(numbered('1048576'))).toBe('read');
    expect(await refusal(numbered(number))).toBe('not-a-workbook');
  });

  test.each(['', 'A', '1', 'A0', 'É1', '$A$1', 'A1:B1', 'ABCD1', 'A-1'])('with a cell %j', async (name) => {
    expect(await refusal(aWorkbook({ sheet: `<row><c r="${name}"><v>7</v></c></row>` }))).toBe(
      'not-a-workbook',
    );
  });

  test('with two values at one place', async () => {
    const twice = '<row><c r="A1"><v>7</v></c><c r="A1"><v>8</v></c></row>';
    expect(await refusal(aWorkbook({ sheet: twice }))).toBe('not-a-workbook');
  });

  test.each([
    ['n', 'seven'],
    ['n', '1e999'],
    ['b', 'perhaps'],
  ])('with a cell of kind %s that holds %s', async (kind, text) => {
    expect(await refusal(aWorkbook({ sheet: `<row><c t="${kind}"><v>${text}</v></c></row>` }))).toBe(
      'not-a-workbook',
    );
  });
});

test('names of cells may be in small letters, and cells in any order', async () => {
  const sheet = '<row r="3"><c r="ab3"><v>2</v></c><c r="a3"><v>1</v></c></row>';
  const [row] = await rowsOf(aWorkbook({ sheet }));
  expect(row).toMatchObject({ number: 3 });
  expect([row!.cells[0], row!.cells[27], row!.cells.length]).toEqual([1, 2, 28]);
});

test('truths may be in words', async () => {
  const words = ['1', '0', 'true', 'false'].map((word) => `<c t="b"><v>${word}</v></c>`).join('');
  expect(await rowsOf(aWorkbook({ sheet: `<row>${words}</row>` }))).toEqual([
    { number: 1, cells: [true, false, true, false] },
  ]);
});
