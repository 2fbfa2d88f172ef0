import { expect, test } from 'vitest';
import { laidOut } from '../../shared/render/xlsx/lay-out-sheet.ts';
import { DATE, POUNDS } from '../../shared/render/xlsx/number-formats.ts';
import type { Sheet, SheetCell, SheetColumn } from '../../shared/render/xlsx/sheet.ts';

const aSheet = (columns: SheetColumn[], rows: SheetCell[][]): Sheet => ({
  name: 'Weeks',
  title: 'Weeks of a block',
  notes: [2, 3],
  lines: ['This worksheet contains one table.'],
  table: { name: 'Weeks_table', columns, rows },
});
const TEXT = { title: 'Block' };
const NUMBER = { title: 'Weeks', numeric: true };

test('the title with its notes comes first, then the lines, the header and the rows', () => {
  const { rows, table } = laidOut(aSheet([TEXT, NUMBER], [[{ value: 'B-1' }, { value: 3 }]]));
  expect(rows.map(({ cells }) => cells.map((cell) => cell?.value))).toEqual([
    ['Weeks of a block [note 2] [note 3]'],
    ['This worksheet contains one table.'],
    ['Block', 'Weeks'],
    ['B-1', 3],
  ]);
  expect(table).toEqual({ name: 'Weeks_table', top: 3, titles: ['Block', 'Weeks'], length: 1 });
});

test('a table without rows has a blank one', () => {
  expect(laidOut(aSheet([TEXT], [])).table?.length).toBe(1);
});

test('what is blank is no cell', () => {
  const { rows } = laidOut(
    aSheet([TEXT, NUMBER], [[{ value: null }, { value: null, format: '0', strong: true }]]),
  );
  expect(rows.at(-1)?.cells).toEqual([undefined, undefined]);
});

test('numbers and the shorthand among them stand at the right, words behind the first column a little in', () => {
  const row: SheetCell[] = [
    { value: 'B-1' },
    { value: '[c]' },
    { value: 0.5, format: '0.0%' },
    { value: 'note' },
  ];
  const { rows } = laidOut(aSheet([TEXT, NUMBER, NUMBER, { title: 'Remark' }], [row]));
  expect(rows.at(-1)?.cells.map((cell) => cell?.style?.alignment)).toEqual([
    { vertical: 'top', wrap: true },
    { vertical: 'top', horizontal: 'right' },
    { vertical: 'top', horizontal: 'right' },
    { vertical: 'top', wrap: true, horizontal: 'left', indent: 1 },
  ]);
  expect(rows.at(-1)?.cells.map((cell) => cell?.style?.format)).toEqual([
    undefined,
    undefined,
    '0.0%',
    undefined,
  ]);
});

test('cells that look alike have one style, and sums are set off from them', () => {
  const row = (strong?: true): SheetCell[] => [{ value: 1, format: '0', ...(strong && { strong }) }];
  const { rows } = laidOut(aSheet([NUMBER], [row(), row(), row(true)]));
  const [one, two, sum] = rows.slice(-3).map(({ cells }) => cells[0]?.style);
  expect(one).toBe(two);
  expect(sum).toEqual({ ...one, font: { name: 'Arial', size: 12, bold: true }, border: { top: 'thin' } });
});

test('a link leads to its sheet and says so; a formula stands beside what it comes to', () => {
  const row: SheetCell[] = [
    { value: 'Notes', link: 'Notes' },
    { value: 3, formula: 'A1+2', format: '0' },
  ];
  const [link, formula] = laidOut(aSheet([TEXT, NUMBER], [row])).rows.at(-1)!.cells;
  expect(link).toMatchObject({
    value: 'Notes',
    link: { sheet: 'Notes', tooltip: 'Go to the worksheet Notes' },
  });
  expect(formula).toMatchObject({ value: 3, formula: 'A1+2', style: { format: '0' } });
});

test.each([
  ['its longest text and four more', TEXT, [{ value: 'a'.repeat(20) }], 24],
  ['twelve at least', TEXT, [{ value: 'a' }], 12],
  ['sixty at most', TEXT, [{ value: 'a'.repeat(90) }], 60],
  ['what it may be at most', { title: 'Block', widest: 30 }, [{ value: 'a'.repeat(90) }], 30],
  ['its title', { title: 'Twenty letters of it' }, [{ value: 'a' }], 24],
  [
    'the longest word of a long title of numbers',
    { title: 'Weeks that nobody has asked for', numeric: true },
    [{ value: 1 }],
    12,
  ],
  ['pounds as they are shown', NUMBER, [{ value: 1_234_567, format: POUNDS }], '£1,234,567.00'.length + 5],
  ['the longest date', NUMBER, [{ value: 46_000, format: DATE }], '30 September 2026'.length + 4],
])('a column is as wide as %s', (_, column, row, width) => {
  expect(laidOut(aSheet([column], [row])).columns).toEqual([{ width }]);
});

test('a row is as high as its longest text, in lines of sixteen points; one line needs no saying', () => {
  const { rows } = laidOut(
    aSheet([TEXT, TEXT], [[{ value: 'a' }, { value: 'a'.repeat(100) }], [{ value: 'b' }]]),
  );
  // 100 letters and 15 % to spare, in 60 to a line.
  expect(rows.slice(-2).map(({ height }) => height)).toEqual([32, undefined]);
});

test('a header is as high as its words need: bold letters are a fifth wider', () => {
  const title = 'Weeks that nobody has asked for';
  // Ten letters fit into twelve: "Weeks that", "nobody has", "asked for".
  expect(laidOut(aSheet([{ title, numeric: true }], [[{ value: 1 }]])).rows[2]?.height).toBe(3 * 16);
});

test('a sheet without a table is lines that wrap', () => {
  const { columns, rows, table } = laidOut({ name: 'Cover', title: 'Pack', lines: ['a'.repeat(150)] });
  expect(columns).toEqual([{ width: 100 }]);
  expect(rows[1]).toEqual({
    height: 32,
    cells: [
      {
        value: 'a'.repeat(150),
        style: { font: { name: 'Arial', size: 12 }, alignment: { vertical: 'top', wrap: true } },
      },
    ],
  });
  expect(table).toBeUndefined();
});
