import { expect, test } from 'vitest';
import { readRecord } from '../../shared/intake/read-record.ts';
import { aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';

const placement = aSentPlacement('SU-0042');
const session = aSentSession('SU-0042');
const { status, results, ...drugTest } = aSentTest('SU-0042');
const lapse = { personRef: 'SU-0042', openedOn: '2026-02-01', source: 'test', substance: 'alcohol' };

const problems = (type: string, value: unknown, id: unknown = 'R-1') =>
  readRecord(type, id, value).issues?.map(({ field, code }) => `${field} ${code}`) ?? [];

test('a sound record is read with its subject and its date', () => {
  expect(readRecord('placement', 'P-1', placement).record).toEqual({
    type: 'placement',
    id: 'P-1',
    data: placement,
    subject: { kind: 'person', personRef: 'SU-0042' },
    happenedAt: '2026-01-02',
  });
});

test('a session with family only is kept with its commissioner', () => {
  const { personRef, ...rest } = session;
  const family = [{ ref: 'F-1', relationship: 'carer' }];
  const value = {
    ...rest,
    commissioner: 'northshire',
    attendance: 'family-only',
    kind: 'carer-group',
    family,
  };
  expect(readRecord('session', 'S-1', value).record?.subject).toEqual({
    kind: 'commissioner',
    commissioner: 'northshire',
  });
});

test('every problem is told at once: of single fields, between fields, unknown ones and the id', () => {
  const wrong = {
    ...placement,
    sex: 'f',
    endReason: 'left',
    referredOn: '2026-02-30',
    plannedEndOn: '2026-01-01',
    nickname: 'x',
  };
  expect(problems('placement', wrong, 'a/b').sort()).toEqual(
    [
      'endedOn required',
      'id malformed-id',
      'nickname unknown-field',
      'plannedEndOn date-order',
      'referredOn invalid-date',
      'sex not-allowed',
    ].sort(),
  );
});

test('the allowed values are told, the value sent never is', () => {
  const issues = readRecord('placement', 'P-1', { ...placement, sex: 'Zebediah 9434765919' }).issues;
  expect(issues).toEqual([
    {
      field: 'sex',
      code: 'not-allowed',
      message: 'send one of the allowed values',
      allowed: ['female', 'male', 'other', 'not-stated'],
    },
  ]);
});

test('a field name that could be personal is not repeated', () => {
  const issues = readRecord('placement', 'P-1', { ...placement, 'Zebediah Q. Zimmermann': 1 }).issues;
  expect(issues?.map(({ field }) => field)).toEqual(['(unnamed)']);
});

test('after twenty problems the rest are counted', () => {
  const unknown = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`field${i}`, 1]));
  const issues = readRecord('placement', 'P-1', { ...placement, ...unknown }).issues ?? [];
  expect(issues).toHaveLength(21);
  expect(issues.at(-1)).toEqual({ field: '', code: 'more-errors', message: 'there are 5 more problems' });
});

test.each([
  ['no object at all', 'placement', null, ['personRef required']],
  ['an unknown kind', 'visit', {}, ['type not-allowed']],
])('%s is refused as data, not by an exception', (_, type, value, some) => {
  const found = problems(type, value);
  expect(found.length).toBeGreaterThan(0);
  if (type === 'visit') expect(found).toEqual(some);
});

test.each([
  ['a reference without a digit', { ...session, personRef: 'jane' }, 'personRef no-digit'],
  ['a worker named by e-mail', { ...session, workers: ['w1@example.org'] }, 'workers.0 personal-identifier'],
  [
    'an NHS number as a family reference',
    { ...session, family: [{ ref: '9434765919', relationship: 'parent' }] },
    'family.0.ref personal-identifier',
  ],
  [
    'family at a session that nobody attended',
    { ...session, attendance: 'did-not-attend', family: [] },
    'family not-applicable',
  ],
  [
    'an instant without its offset',
    { ...session, startsAt: '2026-01-05T10:00:00' },
    'startsAt invalid-instant',
  ],
  ['neither person nor commissioner', { ...session, personRef: undefined }, 'personRef required'],
])('a session: %s', (_, value, problem) => {
  expect(problems('session', value)).toContain(problem);
});

test.each([
  ['a provided test without results', { ...drugTest, status: 'provided' }, 'results required'],
  [
    'results of a missed test',
    { ...drugTest, status: 'missed', results: [{ substance: 'alcohol', result: 'negative' }] },
    'results not-applicable',
  ],
  [
    'one substance twice',
    {
      ...drugTest,
      status: 'provided',
      results: [
        { substance: 'alcohol', result: 'negative' },
        { substance: 'alcohol', result: 'positive' },
      ],
    },
    'results repeated',
  ],
])('a test: %s', (_, value, problem) => {
  expect(problems('test', value)).toEqual([problem]);
});

test.each([
  ['recovered without a return', { ...lapse, outcome: 'recovered' }, 'returnedOn required'],
  ['relapsed without its day', { ...lapse, outcome: 'relapsed' }, 'closedOn required'],
  [
    'returned before it began',
    { ...lapse, outcome: 'recovered', returnedOn: '2026-01-31' },
    'returnedOn date-order',
  ],
  ['open and referred', { ...lapse, outcome: 'open', referredTo: 'detox' }, 'referredTo not-applicable'],
])('a lapse: %s', (_, value, problem) => {
  expect(problems('lapse', value)).toEqual([problem]);
});

test('a milestone of a family member names the commissioner', () => {
  const milestone = {
    familyRef: 'F-1',
    step: 'careers-advice',
    reachedOn: '2026-02-01',
    evidence: 'verified',
  };
  expect(problems('milestone', milestone)).toEqual(['commissioner required']);
  expect(problems('milestone', { ...milestone, commissioner: 'northshire' })).toEqual([]);
});

test('days used are whole days of 28, by known substances', () => {
  const review = { personRef: 'SU-1', stage: 'start', reviewedOn: '2026-01-05', daysUsed: { alcohol: 29 } };
  expect(problems('review', review)).toEqual(['daysUsed.alcohol out-of-range']);
  expect(problems('review', { ...review, daysUsed: { tea: 3 } })).toEqual(['daysUsed.tea unknown-field']);
});
