import { describe, expect, test } from 'vitest';
import type { ComputedFigure } from '../../../shared/outcomes/computed.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

const TOPICS = [
  'cravings',
  'drug-dna',
  'lapse-and-relapse',
  'grief-process',
  'justifications-and-reasons',
] as const;

/** Day 84 is 7 October 2026. */
const START = '2026-07-15';

const on = (days: number, start = START) => dateOfDay(dayOf(start) + days);
const coverage = (records: StoredRecord[], month = '2026-10') =>
  computeMeasure('module-coverage', { people: [aPerson(...records)], month });

function share(figure: ComputedFigure | undefined): string {
  if (figure?.kind !== 'proportion') throw new Error('no proportion');
  return `${figure.numerator.count} of ${figure.denominator.count}`;
}

const open = aPlacement({ startsOn: START });
const day0 = aSession({ on: START });

describe('which journeys', () => {
  const due = (records: StoredRecord[], month?: string) => share(coverage(records, month).headline);
  const began = (start: string) => due([aPlacement({ startsOn: start }), aSession({ on: start })]);
  const ended = (days: number, endReason: 'completed' | 'left', month?: string) =>
    due([aPlacement({ startsOn: START, endedOn: on(days), endReason }), day0], month);

  test('those whose day 84 lies in the month', () => {
    expect(began('2026-07-08')).toBe('0 of 0');
    expect(began('2026-07-09')).toBe('0 of 1');
    expect(began('2026-08-08')).toBe('0 of 1');
    expect(began('2026-08-09')).toBe('0 of 0');
  });

  test('counted from day 0, not from the start of the placement or a call', () => {
    const late = [open, aSession({ on: START, kind: 'telephone' }), aSession({ on: '2026-08-20' })];
    expect(due(late)).toBe('0 of 0');
    expect(due(late, '2026-11')).toBe('0 of 1');
  });

  test('over a leap day: day 84 of 7 December 2027 is 29 February 2028', () => {
    const records = [aPlacement({ startsOn: '2027-12-07' }), aSession({ on: '2027-12-07' })];
    expect(due(records, '2028-02')).toBe('0 of 1');
    expect(due(records, '2028-03')).toBe('0 of 0');
  });

  test('those completed in the month before day 84', () => {
    expect(ended(83, 'completed')).toBe('0 of 1');
    expect(ended(60, 'completed', '2026-09')).toBe('0 of 1');
    expect(ended(60, 'completed')).toBe('0 of 0');
  });

  test('each once, on the earlier: not again when completed after day 84', () => {
    expect(ended(120, 'completed')).toBe('0 of 1');
    expect(ended(120, 'completed', '2026-11')).toBe('0 of 0');
  });

  test('not those that ended otherwise before day 84, which are named; on day 84 it was reached', () => {
    expect(ended(83, 'left')).toBe('0 of 0');
    expect(ended(84, 'left')).toBe('0 of 1');
    const left = aPlacement({ startsOn: START, endedOn: on(83), endReason: 'left' });
    expect(coverage([left, day0]).headline).toMatchObject({
      excluded: { 'ended-otherwise-before-day-84': { count: 1, people: 1 } },
    });
  });

  test('not those without a start', () => {
    expect(due([aPlacement({ startsOn: START, endedOn: on(80), endReason: 'completed' })])).toBe('0 of 0');
  });

  test('with none there is no share', () => {
    expect(due([aPlacement({ service: 'aftercare' })])).toBe('0 of 0');
  });

  test('provisional while another placement may continue one to its day 84 in the month', () => {
    const marks = (start: string, days: number) => {
      const left = aPlacement({ startsOn: start, endedOn: on(days, start), endReason: 'left' });
      const { headline } = coverage([left, aSession({ on: start })]);
      return headline.kind === 'proportion' && headline.marks.includes('p');
    };
    // Day 84 is 31 October; 10 October is 21 days before it.
    expect(marks('2026-08-08', 63)).toBe(false);
    expect(marks('2026-08-08', 64)).toBe(true);
    // Day 84 is 1 November.
    expect(marks('2026-08-09', 64)).toBe(false);
  });
});

describe('which topics', () => {
  const session = (days: number, ...topics: NonNullable<Parameters<typeof aSession>[0]>['topics'] & object) =>
    aSession({ on: on(days), topics });

  test('all five, over any sessions of the journey', () => {
    const each = TOPICS.map((topic, index) => session(7 * index, topic));
    expect(share(coverage([open, ...each]).headline)).toBe('1 of 1');
    expect(share(coverage([open, session(0, ...TOPICS)]).headline)).toBe('1 of 1');
    expect(share(coverage([open, ...each.slice(0, 4)]).headline)).toBe('0 of 1');
  });

  test('topics of other modules and repeats do not make up for one', () => {
    const others = session(1, 'cravings', 'tough-decisions', 'managing-change');
    expect(
      share(coverage([open, ...TOPICS.slice(0, 4).map((topic) => session(0, topic)), others]).headline),
    ).toBe('0 of 1');
  });

  test('each topic beside it', () => {
    const { beside } = coverage([open, session(0, 'cravings'), session(7, 'grief-process', 'cravings')]);
    expect(Object.entries(beside).map(([name, figure]) => [name, share(figure)])).toEqual([
      ['topic-cravings', '1 of 1'],
      ['topic-drug-dna', '0 of 1'],
      ['topic-lapse-and-relapse', '0 of 1'],
      ['topic-grief-process', '1 of 1'],
      ['topic-justifications-and-reasons', '0 of 1'],
    ]);
  });

  test('not of a session the person did not attend', () => {
    for (const attendance of ['did-not-attend', 'family-only'] as const) {
      const missed = aSession({ on: on(7), topics: [...TOPICS], attendance });
      expect(share(coverage([open, day0, missed]).headline)).toBe('0 of 1');
    }
  });

  test('up to the month’s last day, and only of this journey', () => {
    const lately = (date: string) =>
      share(coverage([open, day0, aSession({ on: date, topics: [...TOPICS] })]).headline);
    expect(lately('2026-10-31')).toBe('1 of 1');
    expect(lately('2026-11-01')).toBe('0 of 1');
    const before = aPlacement({ startsOn: '2026-01-05', endedOn: '2026-03-29', endReason: 'completed' });
    const earlier = aSession({ on: '2026-01-05', topics: [...TOPICS] });
    expect(share(coverage([before, open, day0, earlier]).headline)).toBe('0 of 1');
  });
});

test('splits are by the first placement of the journey', () => {
  const first = aPlacement({ startsOn: START, endedOn: on(30), endReason: 'left', goal: 'reduction' });
  const { splits } = coverage([first, aPlacement({ startsOn: on(40) }), day0]);
  expect(Object.keys(splits['goal'] ?? {})).toEqual(['reduction']);
});
