import { expect, test } from 'vitest';
import type { Block } from '../../../shared/report/blocks.ts';
import { referrerReport } from '../../../shared/report/referrer/referrer-report.ts';
import { aPerson, aPlacement } from '../../support/records.ts';
import { textsOf } from '../texts-of.ts';
import { aReferrerReport, FOREIGN } from './a-referred-person.ts';

const report = referrerReport(aReferrerReport());
const blocksOf = (id: string): Block[] => report.sections.find((section) => section.id === id)!.blocks;
/** A term of the first page's list. */
const short = (term: string, of = report) =>
  of.sections[0]!.blocks.flatMap((block) => (block.kind === 'definitions' ? block.items : [])).find(
    (item) => item.term === term,
  )?.text;

test('has its parts in the reader’s order', () => {
  expect(report.sections.map(({ title }) => title)).toEqual([
    'In short',
    'Attendance',
    'Tests over time',
    'Lapses and what was done',
    'The family’s part',
    'Topics covered',
    'Reviews',
    'Next step',
    'About this report',
  ]);
});

test('says every part in a sentence first', () => {
  // 12 groups, one missed and one cancelled by the service; 12 one-to-ones, one cancelled; two workshops.
  expect(short('Attendance')).toBe('The person attended 23 of the 25 sessions that were due (92.0%).');
  expect(short('Tests')).toBe(
    '11 tests were given: 9 negative, 1 positive and 1 not clear. Not given: 1 missed.',
  );
  expect(short('Lapses')).toBe('1 lapse is recorded: 1 ended with the return to the groups.');
  expect(short('Family')).toBe('Family took part in 3 sessions.');
  expect(short('Topics')).toBe('4 of 5 topics were covered.');
  expect(short('Next step')).toBe(
    'The review of 16 February 2026 decided to extend the placement. The placement is planned to end on 29 March 2026.',
  );
});

test('holds no reference of anybody else, no relationship, and nothing of who pays', () => {
  const all = JSON.stringify(report);
  for (const foreign of FOREIGN) expect([foreign, all.includes(foreign)]).toEqual([foreign, false]);
  expect(textsOf(report).join(' ')).not.toMatch(/sibling|partner|parent|carer|brother|sister|mother|father/i);
  expect(all).not.toMatch(/protection|inject(?!ing, shared)/i);
});

test('names the recipient and the instant in the foot of every page', () => {
  expect(report.foot).toBe('For Northvale children’s services (team-1) only. Made on 27 March 2026, 09:12');
});

test('draws each test in the row of what it was for, and lists every one', () => {
  const chart = blocksOf('tests').find((block) => block.kind === 'chart')!;
  if (chart.spec.kind !== 'timeline') throw new Error('not a timeline');
  expect(chart.spec.rows).toEqual(['Lapse open', 'Opiates', 'Crack', 'Test not given']);
  expect(chart.spec.marks.map(({ label, points }) => [label, points.length])).toEqual([
    ['Negative', 9],
    ['Positive, prescribed', 11],
    ['Not clear', 1],
    ['Positive', 1],
    ['Missed, refused, excused or not valid', 1],
  ]);
  // The lapse opened on day 31 and ended on day 42; the axis is from 5 January to 27 March, day 81.
  expect(chart.spec).toMatchObject({ days: 81, spans: [{ row: 0, from: 31, to: 42 }] });
  expect(chart.spec.months).toEqual([
    { at: 0, label: 'Jan 2026' },
    { at: 27, label: 'Feb 2026' },
    { at: 55, label: 'Mar 2026' },
  ]);
  const table = blocksOf('tests').find((block) => block.kind === 'table')!;
  expect(table.groups[0]!.rows).toHaveLength(12);
});

test('says of a placement with nothing recorded that nothing is', () => {
  const person = aPerson(
    aPlacement({ id: 'P-1', personRef: 'SU-1', startsOn: '2026-04-06', referredOn: '2026-03-20' }),
  );
  const empty = referrerReport(aReferrerReport(person, 'P-1'));
  expect(short('Attendance', empty)).toBe('No session that the person was to come to is recorded.');
  expect(short('Tests', empty)).toBe('No test is recorded.');
  expect(short('Next step', empty)).toBe(
    'No decision of a review is recorded. The placement begins on 6 April 2026 and is planned to end on 31 December 2027.',
  );
  expect(empty.sections.flatMap(({ blocks }) => blocks).some(({ kind }) => kind === 'chart')).toBe(false);
  expect(empty.coverage).toMatch(/^Before the placement began, as recorded/);
});

test('says of an ended placement how it ended', () => {
  const ended = { endedOn: '2026-03-20', endReason: 'referred-on' } as const;
  const person = aPerson(aPlacement({ id: 'P-1', personRef: 'SU-1', ...ended }));
  expect(short('Next step', referrerReport(aReferrerReport(person, 'P-1')))).toBe(
    'The placement ended on 20 March 2026: referred on to another service. No decision of a review is recorded.',
  );
});
