import { expect, test } from 'vitest';
import { readNdjson } from '../../shared/intake/read-ndjson.ts';

const read = (text: string) => readNdjson(Buffer.from(text));
const codes = (text: string) =>
  read(text).map(({ row, issues }) => [row, issues?.map(({ code }) => code).join() ?? 'read']);

test('each line is a record under its number, and blank lines are counted and passed over', () => {
  expect(read('{"type":"lapse","id":"L-1","openedOn":"2026-10-02"}\n\n  \n{"type":"test","id":7}\n')).toEqual(
    [
      { row: 1, type: 'lapse', id: 'L-1', value: { openedOn: '2026-10-02' } },
      { row: 4, type: 'test', id: 7, value: {} },
    ],
  );
});

test('lines may end as on Windows, begin with a byte order mark and lack an end at the last one', () => {
  expect(read('\uFEFF{"type":"test","id":"T-1"}\r\n{"type":"test","id":"T-2"}')).toMatchObject([
    { row: 1, id: 'T-1' },
    { row: 2, id: 'T-2' },
  ]);
});

test('a line that is no JSON is refused by itself, without repeating it', () => {
  const sent = '{"type":"test","id":"T-1"}\n{"type": Zebediah}\n{"type":"test","id":"T-2"}\n[1,2]\n"x"\nnull';
  expect(codes(sent)).toEqual([
    [1, 'read'],
    [2, 'malformed-json'],
    [3, 'read'],
    [4, 'read'],
    [5, 'read'],
    [6, 'read'],
  ]);
  expect(JSON.stringify(read('{"type": Zebediah}'))).not.toContain('Zebediah');
});

test('what is no object is an entry without a kind', () => {
  expect(read('[1,2]\n"x"\nnull').map(({ type, id }) => [type, id])).toEqual([
    ['', undefined],
    ['', undefined],
    ['', undefined],
  ]);
});

test('a line of 256 KB is read, a longer one is refused', () => {
  const line = (length: number) => `{"type":"${'x'.repeat(length - 11)}"}`;
  expect(line(100)).toHaveLength(100);
  expect(codes(`${line(262_144)}\n${line(262_145)}`)).toEqual([
    [1, 'read'],
    [2, 'line-too-long'],
  ]);
});

test('a key that would set a prototype is refused, also when it is escaped', () => {
  expect(codes('{"__proto__":{"sex":"female"}}\n{"\\u005f_proto_\\u005f":1}\n{"a":"\\u00e9"}')).toEqual([
    [1, 'malformed-json'],
    [2, 'malformed-json'],
    [3, 'read'],
  ]);
});

test('bytes that are no UTF-8 are refused as a whole', () => {
  expect(() => readNdjson(Buffer.from('{"type":"caf\xe9"}', 'latin1'))).toThrow(
    expect.objectContaining({ status: 422, code: 'not-utf8' }),
  );
  expect(() => readNdjson(Buffer.from('{}', 'utf16le').fill(0xff, 0, 1))).toThrow();
});
