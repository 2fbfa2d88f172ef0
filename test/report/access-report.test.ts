import { describe, expect, test } from 'vitest';
import { accessReport } from '../../shared/report/access/access-report.ts';
import { fieldInWords } from '../../shared/report/access/field-words.ts';
import { valueInWords } from '../../shared/report/access/value-in-words.ts';
import type { SubjectAccess } from '../../shared/privacy/subject-access.ts';
import { aYearOfAccess } from './a-year-of-access.ts';
import {
  aClaimedLine,
  aHeldRecord,
  amendedFrom,
  aSubjectAccess,
  aVersion,
  withdrawnAfter,
} from './subject-access.ts';
import { textsIn, textsOf } from './texts-of.ts';

const sectionOf = (id: string, stated: Partial<SubjectAccess>) =>
  accessReport(aSubjectAccess(stated)).sections.find((section) => section.id === id)!;

/** The texts of a section. */
const said = (id: string, stated: Partial<SubjectAccess>) => sectionOf(id, stated).blocks.flatMap(textsIn);

const session = (id: string, startsAt: string, data = {}) =>
  aHeldRecord(
    'session',
    { kind: 'group', startsAt, attendance: 'attended', workers: ['W-1'], ...data },
    { id },
  );

test('says what it is, of whom and when, then the kinds, changes, claims, who had it, figures and rights', () => {
  const report = accessReport(aSubjectAccess());
  expect(report.title).toBe('What is held about the person with the reference SU-0042: Harbour House');
  expect(report.coverage).toBe('As it was held on 5 November 2026, 09:12 (London time).');
  expect(report.sections.map(({ title }) => title)).toEqual([
    'About this document',
    'Placements',
    'Sessions',
    'Tests',
    'Lapses',
    'Milestones',
    'Reviews',
    'Earlier versions and withdrawn records',
    'What was claimed for your placements',
    'Who was handed this data',
    'Where you are counted',
    'What you can ask for',
  ]);
});

test('a provider without a name goes by its code', () => {
  const { providerName: _, ...nameless } = aSubjectAccess();
  expect(accessReport(nameless).subtitle).toBe('Reference SU-0042 at harbour-house');
});

test('counts what is held by kind, withdrawn records and earlier versions too', () => {
  const [table] = accessReport(aYearOfAccess()).sections[0]!.blocks.filter(({ kind }) => kind === 'table');
  expect(textsIn(table!).slice(5)).toEqual(
    [
      ['Placements', 2, 0, 0],
      ['Sessions', 60, 1, 3],
      ['Tests', 30, 0, 0],
      ['Lapses', 2, 0, 1],
      ['Milestones', 4, 0, 0],
      ['Reviews', 3, 0, 0],
      ['All', 101, 1, 4],
    ]
      .flat()
      .map(String),
  );
});

test('says of a kind that nothing is held of it', () => {
  expect(said('test', {})).toContain('No tests are held.');
});

test('the records of a kind are in the order of their time, whatever their offsets', () => {
  const records = [
    session('later', '2026-07-01T10:30:00+01:00'),
    session('earlier', '2026-07-01T09:15:00Z'),
    session('first', '2026-01-02T09:15:00Z'),
  ];
  const told = said('session', { records }).filter((text) => /^(later|earlier|first):/.test(text));
  expect(told.map((text) => text.split(':')[0])).toEqual(['first', 'earlier', 'later']);
});

test('many records are told month by month, as London has the months', () => {
  const records = Array.from({ length: 20 }, (_, i) => session(`S-${i}`, '2026-06-30T23:30:00Z'));
  expect(said('session', { records })).toContain('July 2026');
  expect(said('session', { records: records.slice(1) })).not.toContain('July 2026');
});

test('says of every record who entered it, and when', () => {
  const records = [session('S-1', '2026-01-05T10:00:00Z')];
  const byId = records.map((record) => ({
    ...record,
    versions: record.versions.map((version) => ({ ...version, client: { clientId: '5k2q' } })),
  }));
  expect(said('session', { records })).toContain('S-1: 6 January 2026, 09:12, by harbour-case-system');
  expect(said('session', { records: byId })).toContain('S-1: 6 January 2026, 09:12, by 5k2q');
});

test('what a kind has no column for stands by its name in one more, the own reference excepted', () => {
  const records = [
    session('S-1', '2026-01-05T10:00:00Z', {
      childrenPresent: 2,
      family: [{ ref: 'F-1', relationship: 'carer' }],
    }),
  ];
  const texts = said('session', { records });
  expect(texts).toContain('Workers: W-1. Family who came: F-1 (carer). Children who came: 2.');
  expect(texts.join()).not.toContain('SU-0042');
});

describe('a record that was withdrawn', () => {
  const [first] = session('S-1', '2026-01-05T10:00:00Z').versions;
  const versions = withdrawnAfter([first!], 'entered-in-error');
  const gone = { type: 'session', id: 'S-1', versions };

  test('is told last among its kind, with why', () => {
    const [table] = sectionOf('session', {
      records: [gone, session('S-2', '2026-01-06T10:00:00Z')],
    }).blocks.slice(1);
    expect(table!.kind === 'table' && table!.groups.map(({ label }) => label)).toEqual([
      'Held now',
      'Withdrawn: what these said last',
    ]);
    expect(textsIn(table!).at(-1)).toBe(
      'S-1: version 2, 9 July 2026, 16:45, by harbour-case-system; withdrawn because it was entered in error',
    );
  });

  test('says so in its heading where it is told by itself', () => {
    const review = { type: 'review', id: 'R-1', versions: withdrawnAfter([aVersion()], 'consent-withdrawn') };
    const texts = said('review', { records: [review] });
    expect(texts).toContain('Review (withdrawn)');
    expect(texts.at(-1)).toMatch(/^Version 2, .*: withdrawn because consent was withdrawn$/);
  });

  test('has every step of its history told', () => {
    const again = { ...first!, version: 3, recordedAt: '2026-08-01T08:00:00.000Z' };
    const texts = said('versions', { records: [{ ...gone, versions: [...versions, again] }] });
    expect(texts).toContain('Session of 5 January 2026, 10:00, number S-1');
    expect(texts.filter((text) => text.startsWith('Version'))).toEqual([
      'Version 1: entered',
      'Version 2: withdrawn because it was entered in error',
      'Version 3: entered again',
    ]);
  });
});

describe('a record that was changed', () => {
  const [first] = session('S-1', '2026-01-05T10:00:00Z').versions;
  const changed = (field: string, to: unknown) =>
    said('versions', { records: [{ type: 'session', id: 'S-1', versions: amendedFrom(first!, field, to) }] });

  test('has what was changed told from what to what, by whom and when', () => {
    expect(changed('attendance', 'did-not-attend').slice(-4)).toEqual([
      '8 January 2026, 09:12, by harbour-case-system',
      'Version 2: changed “Attendance”',
      'Attended',
      'Did not attend',
    ]);
    expect(changed('groupRef', 'G-1').slice(-2)).toEqual(['Not stated', 'G-1']);
    expect(changed('groupRef', undefined).slice(-2)).toEqual([
      'Not stated (nothing sent)',
      'Not stated (nothing sent)',
    ]);
  });

  test('has two values that read the same told as they were sent', () => {
    expect(changed('startsAt', '2026-01-05T11:00:00+01:00').slice(-2)).toEqual([
      '5 January 2026, 10:00 ("2026-01-05T10:00:00Z")',
      '5 January 2026, 10:00 ("2026-01-05T11:00:00+01:00")',
    ]);
  });
});

describe('what nobody has worded yet', () => {
  test('a kind is told field by field, after the others', () => {
    const records = [aHeldRecord('court-order', { orderRef: 'CO-7', madeOn: '2026-03-02' }, { id: 'X-9' })];
    const titles = accessReport(aSubjectAccess({ records })).sections.map(({ title }) => title);
    expect(titles.slice(6, 8)).toEqual(['Reviews', 'Further records: court order']);
    expect(said('court-order', { records })).toEqual(
      expect.arrayContaining(['Court order', 'Order ref', 'CO-7', 'Made on', '2 March 2026']),
    );
  });

  test('a field and a value are told as their own words, and anything else as it was sent', () => {
    expect(fieldInWords('hoursOfSleep')).toBe('Hours of sleep');
    expect(fieldInWords('constructor')).toBe('Constructor');
    expect(valueInWords('half-way-there', 'attendance')).toBe('Half way there');
    expect(valueInWords('constructor', 'attendance')).toBe('Constructor');
    expect(valueInWords('2026-13-45', 'reviewedOn')).toBe('2026-13-45');
    expect(valueInWords('A_b 1', 'new')).toBe('A_b 1');
    expect(valueInWords([{ one: 1, two: ['x', { three: false }] }], 'new')).toBe('One: 1, Two: X; Three: No');
    expect(valueInWords([], 'workers')).toBe('None');
    expect(valueInWords({}, 'daysUsed')).toBe('None');
    expect(valueInWords(null, 'goal')).toBe('Not stated');
  });

  test('a part that its phrase does not use follows it', () => {
    const family = [{ ref: 'F-1', relationship: 'parent', livesWith: true }];
    expect(valueInWords(family, 'family')).toBe('F-1 (parent), Lives with');
  });
});

test('references and codes are told as they were sent, whatever they look like', () => {
  expect(valueInWords('north-shire', 'commissioner')).toBe('north-shire');
  expect(valueInWords('2026-01-05', 'placement')).toBe('2026-01-05');
});

test('says who was handed the data, and who had signed in', () => {
  const client = { clientId: 'c-1', name: 'portal' };
  const accesses = [
    { at: '2026-07-01T08:00:00.000Z', action: 'subject-access', format: 'json', client, sub: 'manager-7' },
    { at: '2026-07-02T08:00:00.000Z', action: 'subject-access', format: 'pdf', client, sub: 'c-1' },
    { at: '2026-07-03T08:00:00.000Z', action: 'subject-access', format: 'pdf' },
    { at: '2026-07-04T08:00:00.000Z', action: 'report-issued', client, sub: 'c-1' },
  ] as const;
  expect(said('accesses', { accesses }).slice(6)).toEqual(
    [
      [
        '1 July 2026, 09:00',
        'Everything held about you',
        'Data file (JSON)',
        'portal, signed in as manager-7',
      ],
      ['2 July 2026, 09:00', 'Everything held about you', 'Document (PDF)', 'portal'],
      ['3 July 2026, 09:00', 'Everything held about you', 'Document (PDF)', 'Not kept'],
      ['4 July 2026, 09:00', 'A written report for who referred you', 'Report', 'portal'],
    ].flat(),
  );
});

test('tells what was claimed for their placements, from whom, at what price and by whom', () => {
  const claims = [aClaimedLine(), aClaimedLine({ block: 'B-7', invoiceRef: 'INV 9', ratePence: 26_505 })];
  const entered = 'CL-2026-01: version 1, 3 February 2026, 09:12, by harbour-case-system';
  const four = ['January 2026', 'PL-2026-0007', '4'];
  expect(said('claims', { claims }).slice(8)).toEqual([
    ...[...four, '£279.00', 'northshire: Week by week (spot)', entered],
    ...[...four, '£265.05', 'northshire: block B-7, invoice INV 9', entered],
  ]);
  const withdrawn = said('claims', { claims: [aClaimedLine({ version: 2, withdrawn: true })] });
  expect(withdrawn.at(-1)).toBe(
    'CL-2026-01: version 2, withdrawn 3 February 2026, 09:12, by harbour-case-system',
  );
  expect(said('claims', {})).toContain('Nothing was claimed for your placements.');
});

test('tells the figures that count the person by issue, and that they stay', () => {
  const figure = { commissioner: 'northshire', month: '2026-10', measure: 'lapse-recovery' };
  const texts = said('figures', {
    figures: [
      { ...figure, revision: 10 },
      { ...figure, revision: 2 },
      { ...figure, revision: 2, measure: 'retention' },
    ],
  });
  expect(texts[0]).toContain(
    'they hold no reference, and they stay as they are even if your records are erased',
  );
  expect(texts.slice(6)).toEqual(
    [
      ['northshire', 'October 2026', '2', 'Lapse recovery; Retention'],
      ['northshire', 'October 2026', '10', 'Lapse recovery'],
    ].flat(),
  );
});

test('ends with the rights, and whom to complain to', () => {
  const text = textsOf(accessReport(aSubjectAccess())).slice(-12).join(' ');
  for (const words of ['corrected', 'erased', 'ico.org.uk']) expect(text).toContain(words);
});
