import { expect, test } from 'vitest';
import { columnLetter } from '../../shared/xlsx/column-letter.ts';
import { sharedStrings } from '../../shared/xlsx/parts/shared-strings.ts';
import { sheetPart } from '../../shared/xlsx/parts/sheet.ts';
import { styles } from '../../shared/xlsx/parts/styles.ts';
import { tablePart } from '../../shared/xlsx/parts/table.ts';
import { element, inAttribute, inText, listed } from '../../shared/xlsx/parts/xml.ts';
import type { Worksheet } from '../../shared/xlsx/worksheet.ts';
import { aWorksheet } from './a-worksheet.ts';
import { tagsIn } from './read-xlsx.ts';

const written = (sheet: Worksheet) => {
  const shared = { strings: sharedStrings(), styles: styles() };
  return { xml: sheetPart(sheet, shared), strings: shared.strings.part(), styles: shared.styles.part() };
};
const childrenOf = (xml: string) =>
  tagsIn(xml)
    .filter(({ depth }) => depth === 1)
    .map(({ name }) => name);
const within = (xml: string, name: string) => new RegExp(`<${name}[ >].*</${name}>`, 's').exec(xml)?.[0];

test('columns are called A to Z, AA and on', () => {
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('markup is escaped, and what XML cannot hold is left out', () => {
  expect(inText('a < b & c > "d"\u0000\u001b\u007f\ufffe')).toBe('a &lt; b &amp; c &gt; "d"');
  expect(element('a', { b: '<"&">', c: undefined, d: 0 }, '<e/>')).toBe(
    '<a b="&lt;&quot;&amp;&quot;&gt;" d="0"><e/></a>',
  );
});

test('a break of lines is one character in a text, and escaped in an attribute with tabs', () => {
  expect(inText('a\r\nb\rc\td')).toBe('a\nb\nc\td');
  expect(inAttribute('a\r\nb\tc')).toBe('a_x000A_b_x0009_c');
});

test('what looks like the escape of a letter is escaped, whatever the case', () => {
  expect(inText('_x0041_ _x00aF_x0041_')).toBe('_x005F_x0041_ _x005F_x00aF_x005F_x0041_');
  expect(inText('_x004_ x0041_ _X0041_')).toBe('_x004_ x0041_ _X0041_');
});

test('each text is there once, with how often texts are used', () => {
  const strings = sharedStrings();
  expect(['b', 'a', 'b', ' c'].map(strings.numberOf)).toEqual([0, 1, 0, 2]);
  expect(within(strings.part(), 'sst')).toBe(
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4" uniqueCount="3">' +
      '<si><t>b</t></si><si><t>a</t></si><si><t xml:space="preserve"> c</t></si></sst>',
  );
});

test('there may be more texts, and more of a list, than a function has arguments', () => {
  const many = 150_000;
  const strings = sharedStrings();
  for (let text = 0; text < many; text += 1) strings.numberOf(`text ${text}`);
  expect(strings.part()).toContain(`uniqueCount="${many}"`);
  expect(
    listed(
      'a',
      {},
      Array.from({ length: many }, () => '<b/>'),
    ),
  ).toHaveLength('<a></a>'.length + 4 * many);
});

test('cells say where they are, which text or number they have, and what computes it', () => {
  const [text, number] = [{ value: 'a' }, { value: 0.1 + 0.2, style: { format: '0.0%' } }];
  const formulas = [
    { value: 3, formula: 'B1<2' },
    { value: 'a&b', formula: '"a"&"&b"' },
  ];
  const { xml } = written({
    name: 'A',
    rows: [{ cells: [text, undefined, number] }, { height: 32, cells: formulas }],
  });
  expect(within(xml, 'sheetData')).toBe(
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>0.30000000000000004</v></c></row>' +
      '<row r="2" ht="32" customHeight="1"><c r="A2"><f>B1&lt;2</f><v>3</v></c>' +
      '<c r="B2" t="str"><f>"a"&amp;"&amp;b"</f><v>a&amp;b</v></c></row></sheetData>',
  );
  expect(xml).toContain('<dimension ref="A1:C2"/>');
});

/** ECMA-376, part 1, 18.3.1.99, and 18.8.39: what Excel repairs where it is otherwise. */
test('elements have the order of the standard', () => {
  const { xml, styles: styled } = written(aWorksheet());
  expect(childrenOf(xml)).toEqual([
    ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData'],
    ...['dataValidations', 'hyperlinks', 'pageMargins', 'pageSetup', 'tableParts'],
  ]);
  expect(childrenOf(styled)).toEqual([
    ...['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles'],
  ]);
  expect(
    childrenOf(written(aWorksheet({ columns: [{ width: 9, style: { format: 'd mmmm' } }] })).styles)[0],
  ).toBe('numFmts');
});

test('lists that would be empty are left out', () => {
  expect(childrenOf(written({ name: 'A', rows: [] }).xml)).toEqual([
    ...['dimension', 'sheetViews', 'sheetFormatPr', 'sheetData', 'pageMargins'],
  ]);
});

test('a link leads to the first cell of a sheet, whatever it is called', () => {
  const link = { sheet: "Joe's", tooltip: 'Go "there"' };
  const { xml } = written({ name: 'A', rows: [{ cells: [undefined, { value: 'Joe', link }] }] });
  expect(within(xml, 'hyperlinks')).toBe(
    '<hyperlinks><hyperlink ref="B1" location="\'Joe\'\'s\'!A1" tooltip="Go &quot;there&quot;" display="Joe"/></hyperlinks>',
  );
});

test('rows stay in sight above the first that moves', () => {
  expect(within(written({ name: 'A', rows: [], frozenRows: 2 }).xml, 'sheetView')).toBe(
    '<sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>' +
      '<selection pane="bottomLeft" activeCell="A3" sqref="A3"/></sheetView>',
  );
});

test('a range takes the values of a list alone, and tells so of another', () => {
  expect(within(written(aWorksheet()).xml, 'dataValidations')).toBe(
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Block" ' +
      'error="Choose one." sqref="A3:A9"><formula1>Lists!$A$1:$A$2</formula1></dataValidation></dataValidations>',
  );
});

test('a table has a header of its own titles, no buttons, no stripes and no totals', () => {
  const xml = tablePart({ name: 'Weeks_table', top: 4, titles: ['A & B', 'C'], length: 3 }, 2);
  expect(within(xml, 'table')).toBe(
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="2" name="Weeks_table" ' +
      'displayName="Weeks_table" ref="A4:B7" headerRowCount="1" totalsRowShown="0"><tableColumns count="2">' +
      '<tableColumn id="1" name="A &amp; B"/><tableColumn id="2" name="C"/></tableColumns>' +
      '<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="0" ' +
      'showColumnStripes="0"/></table>',
  );
});

test('styles that look alike are one, and what they have in common is there once', () => {
  const { numberOf, part } = styles();
  const font = { name: 'Arial', size: 12, bold: true, underline: true, colour: 'FF0A4A73' };
  const given = [
    { font, format: 'd mmmm' },
    { font: { ...font }, format: 'd mmmm' },
    { font, border: { top: 'thin' }, format: '#,##0' },
    { alignment: { horizontal: 'left', vertical: 'top', wrap: true, indent: 1 } },
    undefined,
  ] as const;
  expect(given.map(numberOf)).toEqual([1, 1, 2, 3, 0]);
  const xml = part();
  expect(within(xml, 'numFmts')).toBe(
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="d mmmm"/></numFmts>',
  );
  expect(within(xml, 'fonts')).toContain(
    '<font><b/><u/><sz val="12"/><color rgb="FF0A4A73"/><name val="Arial"/></font></fonts>',
  );
  expect(within(xml, 'borders')).toContain(
    '<border><left/><right/><top style="thin"/><bottom/><diagonal/></border></borders>',
  );
  expect(within(xml, 'cellXfs')).toBe(
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
      '<xf numFmtId="3" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/>' +
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">' +
      '<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/></xf></cellXfs>',
  );
});
