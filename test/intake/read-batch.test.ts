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
  test('records are committed one by one unless the body says otherwise', async () => {
    const records = [{ type: 'test', id: 'T-1' }];
    expect(await json({ records })).toEqual({
      mode: 'commit',
      atomic: 'none',
      entries: [{ type: 'test', id: 'T-1', value: {} }],
    });
    expect(await json({ records, mode: 'validate', atomic: 'all' })).toMatchObject({
      mode: 'validate',
      atomic: 'all',
    });
  });

  test('what is asked for in the query is refused, so that nobody rehearses and commits', async () => {
    const records = [{}];
    await expect(json({ records }, { mode: 'validate', atomic: 'all' })).rejects.toThrow(
      refusal(422, 'invalid-batch', ['mode', 'misplaced'], ['atomic', 'misplaced']),
    );
  });

  test.each([[[]], [{}], [{ records: [] }], [{ records: [{}], mode: 'try' }], [{ records: [{}], dry: 1 }]])(
    '%j is no batch',
    async (body) => {
      await expect(json(body)).rejects.toThrow(refusal(422, 'invalid-batch'));
    },
  );
});

describe('in lines of JSON', () => {
  test('the query says what is to be done', async () => {
    expect(await lines('{"type":"test","id":"T-1"}', { mode: 'validate', atomic: 'all' })).toEqual({
      mode: 'validate',
      atomic: 'all',
      entries: [{ row: 1, type: 'test', id: 'T-1', value: {} }],
    });
    expect(await lines('{}')).toMatchObject({ mode: 'commit', atomic: 'none' });
  });

  test('a mode that there is not is refused before anything is read', async () => {
    await expect(lines('{}', { mode: 'valdate' })).rejects.toThrow(
      refusal(422, 'invalid-batch', ['mode', 'not-allowed']),
    );
  });

  test('nothing but blank lines is no batch', async () => {
    await expect(lines('\n \n')).rejects.toThrow(refusal(422, 'invalid-batch'));
  });

  test('1,000 records are a batch, 1,001 are not, however many lines are blank', async () => {
    expect((await lines('{}\n\n'.repeat(1000))).entries).toHaveLength(1000);
    await expect(lines('{}\n'.repeat(1001))).rejects.toThrow(refusal(413, 'too-many-records'));
  });

  test('4 MB are a batch, a byte more is not', async () => {
    expect((await lines(' '.repeat(4_194_302) + '{}')).entries).toHaveLength(1);
    await expect(lines(' '.repeat(4_194_303) + '{}')).rejects.toThrow(refusal(413, 'batch-too-large'));
  });
});

describe('in rows of a CSV', () => {
  const rows = (text: string | Buffer, query: Record<string, string> = { type: 'lapse' }) =>
    readBatch({ body: undefined, query, sent: { media: 'text/csv', bytes: Buffer.from(text) } });
  const header = 'id,personRef,openedOn,source,substance,outcome';

  test('a row whose id an earlier row has with other content is refused; the same row again is not', async () => {
    const sent = ['L-1,SU-1', 'L-2,SU-1', 'L-1,SU-1', 'L-1,SU-2'];
    const csv = [header, ...sent.map((row) => `${row},2026-10-05,test,alcohol,open`)].join('\n');
    const { entries } = await rows(csv);
    expect(entries.map(({ issues }) => issues?.map(({ field, code }) => `${field} ${code}`))).toEqual([
      undefined,
      undefined,
      undefined,
      ['id repeated-id'],
    ]);
    expect(entries[3]!.issues![0]!.message).toContain('row 2');
  });

  test('the query says of which kind they are, and rows have the numbers of a spreadsheet', async () => {
    const sent = `\uFEFF${header}\r\nL-1,SU-1,02/10/2026,test,alcohol,open\r\n\r\nL-2,SU-2,2026-10-03,test,alcohol,open\r\n`;
    expect(await rows(sent, { type: 'lapse', mode: 'validate' })).toMatchObject({
      mode: 'validate',
      atomic: 'none',
      entries: [
        { row: 2, type: 'lapse', id: 'L-1', value: { personRef: 'SU-1', openedOn: '2026-10-02' } },
        { row: 4, type: 'lapse', id: 'L-2', value: { openedOn: '2026-10-03' } },
      ],
    });
  });

  test('without a kind, or with one that there is not, it is no batch', async () => {
    await expect(rows(header, {})).rejects.toThrow(refusal(422, 'invalid-batch', ['type', 'required']));
    await expect(rows(header, { type: 'lapses' })).rejects.toThrow(
      refusal(422, 'invalid-batch', ['type', 'not-allowed']),
    );
  });

  test('wrong columns are told before any row', async () => {
    await expect(rows('id,personref,openedOn\nL-1,SU-1,nonsense')).rejects.toThrow(
      expect.objectContaining({ status: 422, code: 'wrong-columns' }),
    );
  });

  test('nothing but the header is no batch, and of 1,001 rows none is read', async () => {
    await expect(rows(`${header}\n`)).rejects.toThrow(refusal(422, 'invalid-batch'));
    const row = 'L-1,SU-1,2026-10-02,test,alcohol,open\n';
    expect((await rows(`${header}\n${row.repeat(1000)}`)).entries).toHaveLength(1000);
    await expect(rows(`${header}\n${row.repeat(1001)}`)).rejects.toThrow(refusal(413, 'too-many-records'));
  });

  test('another character set is refused, also where a gateway read it and put signs in the place of letters', async () => {
    const sent = `${header}\nL-1,caf\u00e9,2026-10-02,test,alcohol,open\n`;
    await expect(rows(Buffer.from(sent, 'latin1'))).rejects.toThrow(refusal(422, 'not-utf8'));
    await expect(rows(Buffer.from(sent, 'latin1').toString('utf8'))).rejects.toThrow(
      refusal(422, 'not-utf8'),
    );
  });
});
