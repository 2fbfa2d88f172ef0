import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCells } from '../../shared/intake/rows/csv-cells.ts';
import { cutRows, type Span } from '../../shared/uploads/cut-rows.ts';
import { csvRowEnds, lineEnds } from '../../shared/uploads/row-ends.ts';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const cut = (text: string, size: number, most: number) =>
  cutRows(pieces(Buffer.from(text), size), { start: 0, firstRow: 1, rowEnds: csvRowEnds(',', 1), most });

async function cellsOf(bytes: Uint8Array): Promise<(readonly string[])[]> {
  const rows = [];
  for await (const row of csvCells([bytes], ',')) rows.push(row);
  return rows;
}

const cellArb = fc.oneof(
  fc.constantFrom('', 'a', 'é', 'SU-1', ' '),
  fc.constantFrom('"a""b"', '"x,\ny"', '"\r\n"', '"\r"', '""'),
);
const endArb = fc.constantFrom('\n', '\r\n', '\r');

test('whatever a CSV holds and however its bytes come, its slices have the rows of the whole, numbered as they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(cellArb, { minLength: 1, maxLength: 4 }), endArb), { maxLength: 12 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 5 }),
      async (rows, endsWithRow, size, most) => {
        const text = rows.map(([cells, end]) => cells.join(',') + end).join('');
        const csv = endsWithRow ? text : text.replace(/(\r\n|\r|\n)$/, '');
        const bytes = Buffer.from(csv);
        const spans = await cut(csv, size, most);
        const parts = await Promise.all(spans.map(({ start, end }) => cellsOf(bytes.subarray(start, end))));
        expect(parts.flat()).toEqual(await cellsOf(bytes));
        expect(spans.map(({ firstRow }) => firstRow)).toEqual(
          parts.map((_, i) => 1 + parts.slice(0, i).flat().length),
        );
        expect(spans.map(({ rows }) => rows)).toEqual(parts.map(({ length }) => length));
        expect(Math.max(0, ...spans.map(({ rows }) => rows))).toBeLessThanOrEqual(most);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['a quotation mark in a plain cell', 'a,b\nc"d,e\n', 2],
  ['something after a quoted cell', 'a,b\n"c"d,e\n', 2],
  ['a quotation mark that is never closed', 'a,b\nc,d\n"e', 3],
  ['a row that is too long', `a\nb\nc\n"${'x'.repeat(300_000)}"`, 4],
])('%s refuses the file with its row', async (_, csv, row) => {
  const rowEnds = csvRowEnds(',', 1);
  const cutting = async () => {
    await cutRows(pieces(Buffer.from(csv), 7), { start: 0, firstRow: 1, rowEnds });
    rowEnds.end();
  };
  await expect(cutting()).rejects.toMatchObject({
    code: 'malformed-csv',
    message: expect.stringContaining(`Row ${row} `) as string,
  });
});

test('of lines of JSON it is told which slices placements may be in, also where bytes part the word or letters are disguised', async () => {
  const lines = [
    '{"type":"session"}',
    '{"type":"placement"}',
    '{"type":"lapse"}',
    '{"type":"\\u0070lacement"}',
    '{"type":"test"}',
  ];
  const bytes = Buffer.from(lines.join('\n'));
  const held = (spans: readonly Span[]) => spans.map(({ mayHoldPlacements }) => mayHoldPlacements);
  for (const size of [1, 5, 11, 16, 19, 1_000]) {
    const spans = await cutRows(pieces(bytes, size), { start: 0, firstRow: 1, rowEnds: lineEnds(), most: 1 });
    expect([spans.length, held(spans)[1], held(spans)[3]]).toEqual([5, true, true]);
  }
});

test('a line that is longer than any record refuses the file', async () => {
  const bytes = Buffer.from(`{}\n${'x'.repeat(1_100_000)}`);
  const cutting = cutRows(pieces(bytes, 65_536), { start: 0, firstRow: 1, rowEnds: lineEnds() });
  await expect(cutting).rejects.toMatchObject({ code: 'line-too-long' });
});
