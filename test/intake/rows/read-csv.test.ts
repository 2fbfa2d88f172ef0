import { describe, expect, it, test } from 'vitest';
import { readRecord } from '../../../shared/intake/read-record.ts';
import { readCsv } from '../../../shared/intake/rows/read-csv.ts';
import { NOT_COMPUTED } from '../../../shared/intake/rows/read-cell.ts';
import { dateOfSerial, readDate } from '../../../shared/intake/rows/read-date.ts';
import { readHeader } from '../../../shared/intake/rows/read-header.ts';
import { readInstant } from '../../../shared/intake/rows/read-instant.ts';
import { type Row, rowReader } from '../../../shared/intake/rows/read-row.ts';
import { rowIssues } from '../../../shared/intake/rows/row-issues.ts';
import { AppError } from '../../../shared/platform/errors.ts';
import type { RecordTypeName } from '../../../shared/records/registry.ts';

async function rowsOf(type: RecordTypeName, csv: string | Uint8Array, pieces = 1): Promise<Row[]> {
  const bytes = typeof csv === 'string' ? Buffer.from(csv) : csv;
  const size = Math.ceil(bytes.length / pieces);
  const parts = Array.from({ length: pieces }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
  const rows: Row[] = [];
  for await (const row of readCsv(parts, type)) rows.push(row);
  return rows;
}

async function refusalOf(type: RecordTypeName, csv: string | Uint8Array): Promise<AppError> {
  try {
    await rowsOf(type, csv);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was read');
}

/** What is told of the first row, by code. */
async function toldOf(type: RecordTypeName, csv: string): Promise<string[]> {
  const [row] = await rowsOf(type, csv);
  const { issues = [] } = readRecord(type, row!.id, row!.value);
  return rowIssues(row!, issues).map(({ field, code }) => `${field} ${code}`);
}

const LAPSE = 'id,personRef,openedOn,source,substance,outcome';

describe('a CSV', () => {
  it('is read row by row, the first row of data numbered 2', async () => {
    const rows = await rowsOf(
      'lapse',
      `${LAPSE}\nL-1,SU-1,2026-10-05,test,alcohol,open\nL-2,SU-2,06/10/2026,worker,crack,open`,
    );
    expect(rows.map(({ row, id, value }) => [row, id, value])).toEqual([
      [
        2,
        'L-1',
        { personRef: 'SU-1', openedOn: '2026-10-05', source: 'test', substance: 'alcohol', outcome: 'open' },
      ],
      [
        3,
        'L-2',
        { personRef: 'SU-2', openedOn: '2026-10-06', source: 'worker', substance: 'crack', outcome: 'open' },
      ],
    ]);
  });

  it.each([';', '\t'])('may have its cells parted by %j', async (mark) => {
    const csv = `${LAPSE}\r\nL-1,SU-1,2026-10-05,test,alcohol,open\r\n`.replaceAll(',', mark);
    expect((await rowsOf('lapse', csv)).map(({ id }) => id)).toEqual(['L-1']);
  });

  it('may begin with a byte order mark, and quote cells with delimiters, quotation marks and new lines in them', async () => {
    const csv = `\uFEFF"id",${LAPSE.slice(3)}\r\n"L-1","SU-1",2026-10-05,"te""st,\r\nx",alcohol,open\r\nL-2,SU-2,2026-10-05,test,alcohol,open`;
    const rows = await rowsOf('lapse', csv);
    expect(rows.map(({ row, id }) => [row, id])).toEqual([
      [2, 'L-1'],
      [3, 'L-2'],
    ]);
    expect(rows[0]!.value['source']).toBe('te"st,\r\nx');
  });

  it('is the same however its bytes are cut', async () => {
    const csv = `\uFEFF${LAPSE}\r\nL-1,SU-1,2026-10-05,"tést – £",alcohol,open\r\n\r\nL-2,SU-2,2026-10-05,test,alcohol,open\r\n`;
    const whole = await rowsOf('lapse', csv);
    for (const pieces of [2, 3, 7, 60, Buffer.byteLength(csv)])
      expect(await rowsOf('lapse', csv, pieces)).toEqual(whole);
  });

  it('has blank rows passed over and counted, also those of delimiters and spaces alone', async () => {
    const csv = `${LAPSE}\n\nL-1,SU-1,2026-10-05,test,alcohol,open\n, ,,,,\nL-2,SU-2,2026-10-05,test,alcohol,open\n,,,,,\n\n\n`;
    expect((await rowsOf('lapse', csv)).map(({ row, id }) => [row, id])).toEqual([
      [3, 'L-1'],
      [5, 'L-2'],
    ]);
  });

  it('keeps leading zeros and leaves out fields whose cells are empty', async () => {
    const csv = `${LAPSE},returnedOn\n007,0042,2026-10-05,test,alcohol,open,`;
    const [row] = await rowsOf('lapse', csv);
    expect(row!.id).toBe('007');
    expect(row!.value['personRef']).toBe('0042');
    expect(row!.value).not.toHaveProperty('returnedOn');
  });

  it.each(['', '\uFEFF'])('with nothing in it is refused', async (csv) => {
    expect(await refusalOf('lapse', csv)).toMatchObject({ status: 422, code: 'empty-file' });
  });

  it.each([
    ['Windows-1252', Buffer.from(`${LAPSE}\nL-1,SU-1,2026-10-05,caf\xe9,alcohol,open\n`, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${LAPSE}\n`, 'utf16le')],
    ['UTF-8 that is cut off', Buffer.from(`${LAPSE}\nL-1,é`).subarray(0, -1)],
  ])('in %s is refused with how to save it', async (_, bytes) => {
    const { code, message } = await refusalOf('lapse', bytes);
    expect(code).toBe('not-utf8');
    expect(message).toContain('CSV UTF-8');
  });

  it('that is a workbook is refused', async () => {
    expect((await refusalOf('lapse', Buffer.from('PK\x03\x04 and more'))).code).toBe('not-text');
  });

  it('with a quotation mark that is not closed is refused with its row', async () => {
    const { code, message } = await refusalOf(
      'lapse',
      `${LAPSE}\nL-1,SU-1,2026-10-05,test,alcohol,open\nL-2,"SU-2,`,
    );
    expect([code, message]).toEqual(['malformed-csv', expect.stringContaining('Row 3')]);
  });
});

describe('columns that are not right', () => {
  it('are told all at once, before any row, with the names that were meant and without those that were sent', async () => {
    const { code, issues } = await refusalOf(
      'lapse',
      'id,Person ref,openedOn,openedOn,source,outcom,SU-1234\nrubbish',
    );
    expect(code).toBe('wrong-columns');
    expect(issues.map(({ field, code, message }) => `${field} ${code}: ${message}`)).toEqual([
      'column B unknown-column: there is no column of this name; did you mean personRef?',
      'column F unknown-column: there is no column of this name; did you mean outcome?',
      'column G unknown-column: there is no column of this name; leave it out',
      'personRef missing-column: there is no column of this name; it is needed',
      'substance missing-column: there is no column of this name; it is needed',
      'outcome missing-column: there is no column of this name; it is needed',
      'openedOn repeated-column: columns C and D have this name; keep one',
    ]);
  });

  it('are the first twenty, and how many more', async () => {
    const { issues } = await refusalOf('lapse', `${LAPSE},${'x,'.repeat(1_000)}\n`);
    expect(issues).toHaveLength(21);
    expect(issues.at(-1)).toMatchObject({ code: 'more-errors', message: 'there are 980 more problems' });
  });

  it('are those of a dictionary that is needed where none of it is there', async () => {
    const { issues } = await refusalOf('review', 'id,personRef,stage,reviewedOn\n');
    expect(issues).toMatchObject([{ field: 'daysUsed.alcohol', code: 'missing-column' }]);
  });

  it('may be without a name at the end, but hold no values there', async () => {
    expect(await rowsOf('lapse', `${LAPSE},,\nL-1,SU-1,2026-10-05,test,alcohol,open,,`)).toHaveLength(1);
    expect(await toldOf('lapse', `${LAPSE},,\nL-1,SU-1,2026-10-05,test,alcohol,open,,more`)).toEqual([
      'column H column-without-name',
    ]);
  });
});

describe('what is wrong with a row', () => {
  it('are the first twenty problems and how many more, and one column without a name', () => {
    const names = ['id', 'personRef', 'stage', 'reviewedOn', 'daysUsed.alcohol', 'sharing'];
    const read = rowReader('review', readHeader('review', names));
    const row = read(2, ['R-1', 'SU-1', 'start', '2026-10-05', 3, 'yes', ...Array<string>(60_000).fill('x')]);
    expect(row!.unread).toMatchObject([{ field: 'column G', code: 'column-without-name' }]);
    const { issues = [] } = readRecord('review', row!.id, row!.value);
    expect(rowIssues(row!, issues)).toHaveLength(1);

    const problem = (i: number) => ({ field: `f${i}`, code: 'invalid', message: '' });
    const unread = Array.from({ length: 15 }, (_, i) => problem(i));
    const ofRecord = [
      ...Array.from({ length: 20 }, (_, i) => problem(100 + i)),
      { field: '', code: 'more-errors', message: 'there are 7 more problems' },
    ];
    const told = rowIssues({ type: 'review', unread, places: {} }, ofRecord);
    expect(told).toHaveLength(21);
    // 15 + 20 + 7 are 42, of which 20 are told.
    expect(told.at(-1)).toEqual({ field: '', code: 'more-errors', message: 'there are 22 more problems' });
  });
});

describe('a row of a CSV with more cells than the first row', () => {
  it.each(['open,', 'open,,', 'open,more', 'open,,more', 'nothing,,'])(
    'is refused for that alone: %s',
    async (end) => {
      expect(await toldOf('lapse', `${LAPSE}\nL-1,SU-1,2026-10-05,test,alcohol,${end}`)).toEqual([
        'column G too-many-cells',
      ]);
    },
  );

  it('has a decimal comma in it, perhaps, and would be read shifted', async () => {
    const header =
      'id,personRef,stage,reviewedOn,daysUsed.alcohol,unitsPerUsingDay,injectedDays,qualityOfLife';
    const row = (units: string) => `${header}\nR-1,SU-1,start,2026-10-05,12,${units},0,`;
    expect(await toldOf('review', row('7.5'))).toEqual([]);
    expect(await toldOf('review', row('7,5'))).toEqual(['column I too-many-cells']);
  });

  it('is passed over where it is blank', async () => {
    const csv = `${LAPSE}\n,,,,,,,,,\nL-1,SU-1,2026-10-05,test,alcohol,open`;
    expect((await rowsOf('lapse', csv)).map(({ row, id }) => [row, id])).toEqual([[3, 'L-1']]);
  });

  it('is no row of a workbook, whose cells name their columns', () => {
    const read = rowReader('lapse', readHeader('lapse', LAPSE.split(',')));
    const cells = ['L-1', 'SU-1', '2026-10-05', 'test', 'alcohol', 'open', undefined, ''];
    expect(read(2, cells)).toMatchObject({ id: 'L-1', unread: [] });
  });
});

describe('what is in a cell', () => {
  const session = 'id,personRef,kind,startsAt,attendance,workers,topics';

  it.each([
    ['W-1; W-2', ['W-1', 'W-2']],
    ['W-1|W-2', ['W-1', 'W-2']],
    ['W-1', ['W-1']],
    ['', []],
  ])('may be a list: %j', async (cell, workers) => {
    const [row] = await rowsOf('session', `${session}\nS-1,SU-1,group,2026-10-05T10:00Z,attended,"${cell}",`);
    expect(row!.value).toMatchObject({ workers });
    expect(row!.value).not.toHaveProperty('topics');
  });

  it('may be an allowed value in capitals', async () => {
    const [row] = await rowsOf(
      'session',
      `${session}\nS-1,SU-1,One-to-One,2026-10-05T10:00Z,Attended,W1,Cravings; Drug-DNA`,
    );
    expect(row!.value).toMatchObject({
      kind: 'one-to-one',
      attendance: 'attended',
      topics: ['cravings', 'drug-dna'],
    });
  });

  it.each([
    ['01/07/2026 16:00', '2026-07-01T16:00:00+01:00'],
    ['1/12/2026 9:05', '2026-12-01T09:05:00+00:00'],
    ['2026-07-01 16:00:30', '2026-07-01T16:00:30+01:00'],
    ['2026-07-01T16:00', '2026-07-01T16:00:00+01:00'],
    ['2026-07-01T16:00:00+02:00', '2026-07-01T16:00:00+02:00'],
    ['2026-07-01 16:00Z', '2026-07-01T16:00:00Z'],
    ['2026-10-25 00:59', '2026-10-25T00:59:00+01:00'],
    ['2026-10-25 02:00', '2026-10-25T02:00:00+00:00'],
    ['2026-10-25T01:30+00:00', '2026-10-25T01:30:00+00:00'],
    ['2026-03-29 02:00', '2026-03-29T02:00:00+01:00'],
  ])('may be a time, London’s where it has no offset: %s', async (cell, startsAt) => {
    const csv = `${session}\nS-1,SU-1,group,${cell},attended,W1,`;
    expect((await rowsOf('session', csv))[0]!.value).toMatchObject({ startsAt });
    expect(await toldOf('session', csv)).toEqual([]);
  });

  it.each([
    ['2026-10-25 01:30', 'ambiguous-time'],
    ['2026-03-29 01:30', 'invalid-instant'],
    ['01/07/2026', 'invalid-instant'],
    ['01/07/26 16:00', 'ambiguous-date'],
    ['01/07/2026 24:00', 'invalid-instant'],
    ['4 pm', 'invalid-instant'],
    ['46204.5', 'invalid-instant'],
  ])('is no time: %s', async (cell, code) => {
    expect(await toldOf('session', `${session}\nS-1,SU-1,group,${cell},attended,W1,`)).toEqual([
      `startsAt ${code}`,
    ]);
  });

  it.each([
    ['2026-11-04', '2026-11-04'],
    ['04/11/2026', '2026-11-04'],
    ['4.11.2026', '2026-11-04'],
    ['4-11-2026', '2026-11-04'],
    ['4 Nov 2026', '2026-11-04'],
    ['29/02/2024', '2024-02-29'],
    ['2026-11-04 00:00:00', '2026-11-04'],
  ])('may be a date, the day first: %s', async (cell, openedOn) => {
    const csv = `${LAPSE}\nL-1,SU-1,${cell},test,alcohol,open`;
    expect((await rowsOf('lapse', csv))[0]!.value).toMatchObject({ openedOn });
    expect(await toldOf('lapse', csv)).toEqual([]);
  });

  it.each([
    ['11/13/2026', 'invalid-date'],
    ['29/02/2026', 'invalid-date'],
    ['2026-02-29', 'invalid-date'],
    ['04/11/26', 'ambiguous-date'],
    ['4-Nov-26', 'ambiguous-date'],
    ['46000', 'invalid-date'],
    ['2026-11-04 10:00', 'invalid-date'],
  ])('is no date: %s', async (cell, code) => {
    expect(await toldOf('lapse', `${LAPSE}\nL-1,SU-1,${cell},test,alcohol,open`)).toEqual([
      `openedOn ${code}`,
    ]);
  });

  it('is no code where a spreadsheet made a date of it', async () => {
    expect(await toldOf('lapse', `${LAPSE}\n01/02/2026,SU-1,2026-10-05,test,alcohol,open`)).toEqual([
      'id read-as-date',
    ]);
  });

  it('is a number in figures, or yes or no', async () => {
    const header =
      'id,personRef,stage,reviewedOn,daysUsed.alcohol,unitsPerUsingDay,injectedDays,sharing,housingProblem';
    const [row] = await rowsOf('review', `${header}\nR-1,SU-1,start,2026-10-05,12,7.5,0,Yes,FALSE`);
    expect(row!.value).toEqual({
      personRef: 'SU-1',
      stage: 'start',
      reviewedOn: '2026-10-05',
      daysUsed: { alcohol: 12 },
      unitsPerUsingDay: 7.5,
      injectedDays: 0,
      sharing: true,
      housingProblem: false,
    });
    expect(await toldOf('review', `${header}\nR-1,SU-1,start,2026-10-05,29,many,1.5,perhaps,no`)).toEqual([
      'unitsPerUsingDay wrong-type',
      'sharing wrong-type',
      'daysUsed.alcohol out-of-range',
      'injectedDays wrong-type',
    ]);
  });
});

describe('what a workbook has in a cell', () => {
  it.each([
    [46_330, '2026-11-04'],
    [41_300, '2013-01-26'],
    [50_099, '2037-02-28'],
  ])('is a date by its serial number: %d', (serial, date) => {
    expect(readDate(serial)).toEqual({ value: date });
  });

  it.each([
    [46_330.5, 'invalid-date'],
    [41_126, 'ambiguous-date'],
    [41_299, 'ambiguous-date'],
    [50_100, 'ambiguous-date'],
    [61, 'ambiguous-date'],
    [-1, 'ambiguous-date'],
    [NaN, 'ambiguous-date'],
  ])('is no date by its serial number: %d', (serial, code) => {
    expect(readDate(serial).why).toMatchObject({ code });
  });

  it('is never taken for a date where it may be a day, a month and two figures of a year', () => {
    for (let day = 1; day <= 31; day += 1)
      for (let month = 1; month <= 12; month += 1)
        for (let year = 0; year <= 99; year += 1)
          expect(readDate(day * 10_000 + month * 100 + year).value).toBeUndefined();
  });

  it.each([
    [60, undefined],
    [61, { date: '1900-03-01' }],
    [73_050, { date: '2099-12-31' }],
    [73_051, undefined],
  ])('and is shown as a date is that date from 1 March 1900 to the end of 2099: %d', (serial, date) => {
    expect(dateOfSerial(serial)).toEqual(date);
  });

  it('is a time to the nearest second, in London', () => {
    expect(readInstant(46_204 + 16 / 24)).toEqual({ value: '2026-07-01T16:00:00+01:00' });
    expect(readInstant(46_330.999_999).value).toBe('2026-11-05T00:00:00+00:00');
    expect(readInstant(46_330).why).toMatchObject({ code: 'invalid-instant' });
  });

  it('is a code also where it is a number, and yes or no where it is a truth', () => {
    const header = readHeader('review', [
      'id',
      'personRef',
      'stage',
      'reviewedOn',
      'daysUsed.alcohol',
      'sharing',
    ]);
    expect(rowReader('review', header)(2, [7, 42, 'start', 46_330, 3, true])).toMatchObject({
      id: '7',
      value: { personRef: '42', reviewedOn: '2026-11-04', daysUsed: { alcohol: 3 }, sharing: true },
      unread: [],
    });
  });
});

describe('a code that a workbook has as a number', () => {
  const names = ['id', 'personRef', 'kind', 'startsAt', 'attendance', 'workers'];
  const told = (id: string | number, workers: string | number) => {
    const cells = [id, 'SU-1', 'group', '2026-10-05 10:00', 'attended', workers];
    const row = rowReader('session', readHeader('session', names))(2, cells)!;
    const { issues = [] } = readRecord('session', row.id, row.value);
    return rowIssues(row, issues).map(({ field, code }) => `${field} ${code}`);
  };

  it('is whole up to fifteen figures', () => {
    expect(told(999_999_999_999_999, 42)).toEqual([]);
    expect(told('1234567890123456', '1234567890123456')).toEqual([]);
  });

  it.each([1_000_000_000_000_000, 1_234_567_890_123_450, 1e21, 1.1])(
    'is not to be known again: %d',
    (number) => {
      expect(told(number, 42)).toEqual(['id read-as-number']);
      expect(told('S-1', number)).toEqual(['workers read-as-number']);
    },
  );
});

test.for([
  ['session', 'id personRef kind startsAt attendance workers childrenPresent groupRef family.1.ref'],
  ['test', 'id personRef collectedAt matrix reason status results.alcohol'],
  ['review', 'id personRef stage reviewedOn daysUsed.alcohol sharing unitsPerUsingDay'],
] as const)('a formula without a value is refused in every column: %s', ([type, columns]) => {
  const names = columns.split(' ');
  const row = rowReader(type, readHeader(type, names))(
    2,
    names.map(() => NOT_COMPUTED),
  )!;
  const { issues = [] } = readRecord(type, row.id, row.value);
  expect(new Set(issues.map(({ field }) => field.split('.')[0]))).toEqual(
    new Set(names.map((name) => name.split('.')[0])),
  );
  expect(rowIssues(row, issues).map(({ field, code }) => [field, code])).toEqual(
    expect.arrayContaining(names.map((name) => [name, 'not-computed'])),
  );
});

describe('what has several columns', () => {
  it('is a result by substance, with what explains it', async () => {
    const csv =
      'id,personRef,collectedAt,matrix,reason,status,results.opiates,results.alcohol,results.crack\n' +
      'T-1,SU-1,2026-10-05 10:00,urine,random,provided,Positive (explained),,negative';
    const [row] = await rowsOf('test', csv);
    expect(row!.value['results']).toEqual([
      { substance: 'opiates', result: 'positive', explained: true },
      { substance: 'crack', result: 'negative' },
    ]);
    expect(await toldOf('test', csv)).toEqual([]);
    expect(await toldOf('test', csv.replace('negative', 'clean'))).toEqual(['results.crack not-allowed']);
  });

  it('are the days of each substance; none of them is none', async () => {
    const header = 'id,personRef,stage,reviewedOn,daysUsed.alcohol,daysUsed.powder-cocaine';
    const days = async (cells: string) =>
      (await rowsOf('review', `${header}\nR-1,SU-1,start,2026-10-05,${cells}`))[0]!.value['daysUsed'];
    expect(await days('3,0')).toEqual({ alcohol: 3, 'powder-cocaine': 0 });
    expect(await days(',')).toEqual({});
  });

  it('are suspensions and family members, numbered, in the order of their numbers', async () => {
    const csv =
      'id,personRef,kind,startsAt,attendance,workers,family.2.ref,family.2.relationship,family.1.ref,family.1.relationship\n' +
      'S-1,SU-1,joint-group,2026-10-05 10:00,attended,W1,F-2,parent,F-1,Partner\n' +
      'S-2,SU-1,joint-group,2026-10-05 10:00,attended,W1,F-2,aunt,,';
    const [both, wrong] = await rowsOf('session', csv);
    expect(both!.value['family']).toEqual([
      { ref: 'F-1', relationship: 'partner' },
      { ref: 'F-2', relationship: 'parent' },
    ]);
    const { issues = [] } = readRecord('session', wrong!.id, wrong!.value);
    expect(rowIssues(wrong!, issues)).toMatchObject([
      { field: 'family.2.relationship', code: 'not-allowed' },
    ]);
  });
});
