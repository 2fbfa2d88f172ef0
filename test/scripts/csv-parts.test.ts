import { expect, test } from 'vitest';
import { csvParts } from '../../scripts/submit/csv-parts.ts';

const parts = (text: string) =>
  csvParts(Buffer.from(text, 'latin1'), { type: 'session' }).map(({ body, records, before }) => ({
    text: Buffer.from(body).toString('latin1'),
    records,
    before,
  }));

test('a file of up to 1,000 rows goes as it is, byte for byte', () => {
  const text = 'id;name\r\n1;"two\r\nlines, and ""quotes"""\r\n2;caf\u00e9\r\n';
  expect(parts(text)).toEqual([{ text, records: 2, before: 0 }]);
});

test('a longer one is cut between rows, each part behind the first line', () => {
  const rows = Array.from({ length: 2001 }, (_, i) => `${i},"a\nb"`);
  const found = parts(['id,text', ...rows].join('\n'));
  expect(found.map(({ records, before }) => [records, before])).toEqual([
    [1000, 0],
    [1000, 1000],
    [1, 2000],
  ]);
  expect(found[2]?.text).toBe('id,text\n2000,"a\nb"');
});

test('blank rows at the end are no rows, and a file without rows has no part', () => {
  expect(parts('id\n1\n\n\r\n')).toMatchObject([{ records: 1 }]);
  expect(parts('id\n')).toEqual([]);
});
