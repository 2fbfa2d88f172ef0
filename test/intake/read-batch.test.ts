import { describe, expect, test } from 'vitest';
import { readBatch } from '../../shared/intake/read-batch.ts';

const json = (body: unknown, query: Record<string, string> = {}) =>
  readBatch({ body, query, sent: { media: 'application/json', bytes: Buffer.from(JSON.stringify(body)) } });
const lines = (text: string, query: Record<string, string> = {}) =>
  readBatch({ body: undefined, query, sent: { media: 'application/x-ndjson', bytes: Buffer.from(text) } });

const refusal = (status: number, code: string, ...fields: string[][]): unknown =>
  expect.objectContaining({
    status,
    code,
    ...(fields.length > 0 && {
      issues: fields.map(([field, of]): unknown => expect.objectContaining({ field, code: of })),
    }),
  });

describe('in JSON', () => {
  test('records are committed one by one unless the body says otherwise', () => {
    const records = [{ type: 'test', id: 'T-1' }];
    expect(json({ records })).toEqual({
      mode: 'commit',
      atomic: 'none',
      entries: [{ type: 'test', id: 'T-1', value: {} }],
    });
    expect(json({ records, mode: 'validate', atomic: 'all' })).toMatchObject({
      mode: 'validate',
      atomic: 'all',
    });
  });

  test('what is asked for in the query is refused, so that nobody rehearses and commits', () => {
    const records = [{}];
    expect(() => json({ records }, { mode: 'validate', atomic: 'all' })).toThrow(
      refusal(422, 'invalid-batch', ['mode', 'misplaced'], ['atomic', 'misplaced']),
    );
  });

  test.each([[[]], [{}], [{ records: [] }], [{ records: [{}], mode: 'try' }], [{ records: [{}], dry: 1 }]])(
    '%j is no batch',
    (body) => {
      expect(() => json(body)).toThrow(refusal(422, 'invalid-batch'));
    },
  );
});

describe('in lines of JSON', () => {
  test('the query says what is to be done', () => {
    expect(lines('{"type":"test","id":"T-1"}', { mode: 'validate', atomic: 'all' })).toEqual({
      mode: 'validate',
      atomic: 'all',
      entries: [{ row: 1, type: 'test', id: 'T-1', value: {} }],
    });
    expect(lines('{}')).toMatchObject({ mode: 'commit', atomic: 'none' });
  });

  test('a mode that there is not is refused before anything is read', () => {
    expect(() => lines('{}', { mode: 'valdate' })).toThrow(
      refusal(422, 'invalid-batch', ['mode', 'not-allowed']),
    );
  });

  test('nothing but blank lines is no batch', () => {
    expect(() => lines('\n \n')).toThrow(refusal(422, 'invalid-batch'));
  });

  test('1,000 records are a batch, 1,001 are not, however many lines are blank', () => {
    expect(lines('{}\n\n'.repeat(1000)).entries).toHaveLength(1000);
    expect(() => lines('{}\n'.repeat(1001))).toThrow(refusal(413, 'too-many-records'));
  });

  test('4 MB are a batch, a byte more is not', () => {
    expect(lines(' '.repeat(4_194_302) + '{}').entries).toHaveLength(1);
    expect(() => lines(' '.repeat(4_194_303) + '{}')).toThrow(refusal(413, 'batch-too-large'));
  });
});
