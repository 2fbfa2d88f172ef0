import { describe, expect, test } from 'vitest';
import { periodOf } from '../../shared/outcomes/period.ts';
import type { PersonRecords } from '../../shared/outcomes/person-records.ts';
import { readHistory } from '../../shared/outcomes/read-history.ts';
import { dayOf } from '../../shared/records/london.ts';
import { aLapse, aPerson, aPlacement, aReview, aSession, aTest } from '../support/records.ts';

/** What one commissioner's October 2026 reads of a person, and the lines its fingerprint is made of. */

const read = (person: PersonRecords, endedFrom = '2024-01-01', commissioner = 'northshire') =>
  readHistory(person, commissioner, periodOf('2026-10'), dayOf(endedFrom));

const linesOf = (person: PersonRecords, type: string): readonly string[] =>
  (read(person)?.input ?? []).filter((line) => line.startsWith(`${type}#`));

describe('whom it reads', () => {
  const ended = aPerson(
    aPlacement({ startsOn: '2024-01-08', endedOn: '2024-03-01', endReason: 'completed' }),
  );

  test('somebody whose last placement ended on the first day that is looked back to, and nobody before', () => {
    expect(read(ended, '2024-03-01')?.history.placements).toHaveLength(1);
    expect(read(ended, '2024-03-02')).toBeUndefined();
  });

  test('nobody of another commissioner', () => {
    expect(read(ended, '2024-01-01', 'southshire')).toBeUndefined();
  });
});

describe('the reports that were issued on them', () => {
  const placements = ['PL-1', 'PL-2'].map((id, index) =>
    aPlacement({
      id,
      startsOn: `2026-0${index + 1}-05`,
      endedOn: `2026-0${index + 1}-20`,
      endReason: 'left',
    }),
  );
  const elsewhere = aPlacement({ id: 'PL-3', startsOn: '2026-05-05', commissioner: 'southshire' });
  const issued = (...reports: { at: string; placement: string }[]) => ({
    ...aPerson(...placements, elsewhere),
    reports,
  });

  test('are those of its placements until the last day of the month in London, by day and placement', () => {
    const person = issued(
      // 23:30 on 31 October in London, where it is winter by then; and half an hour into November.
      { at: '2026-10-31T23:30:00.000Z', placement: 'PL-2' },
      { at: '2026-11-01T00:30:00.000Z', placement: 'PL-1' },
      { at: '2026-10-31T09:00:00.000Z', placement: 'PL-1' },
      { at: '2026-09-10T09:00:00.000Z', placement: 'PL-2' },
      { at: '2026-09-10T09:00:00.000Z', placement: 'PL-3' },
    );
    const [september, october] = [dayOf('2026-09-10'), dayOf('2026-10-31')];
    expect(read(person)?.history.reports).toEqual([
      { day: september, placement: 'PL-2' },
      { day: october, placement: 'PL-1' },
      { day: october, placement: 'PL-2' },
    ]);
    expect(linesOf(person, 'report')).toEqual([
      `report#PL-2#${september}`,
      `report#PL-1#${october}`,
      `report#PL-2#${october}`,
    ]);
  });
});

describe('the line of a placement', () => {
  test('has all of an own one, but for the day on which one that waits is to start', () => {
    const line = (fields: Parameters<typeof aPlacement>[0]) =>
      linesOf(aPerson(aPlacement({ id: 'PL', ...fields })), 'placement');
    const started = line({ referredOn: '2026-10-01', startsOn: '2026-10-31' });
    expect(started[0]).toContain('2026-10-31');
    expect(started).not.toEqual(line({ referredOn: '2026-10-01', startsOn: '2026-10-30' }));
    expect(started).not.toEqual(line({ referredOn: '2026-10-01', startsOn: '2026-10-31', ageBand: '45-54' }));
    // Whenever it is to start, it waits.
    expect(line({ referredOn: '2026-10-01', startsOn: '2026-11-01' })).toEqual(
      line({ referredOn: '2026-10-01', startsOn: '2026-12-01' }),
    );
  });

  test('has of another commissioner\u2019s only what decides where records belong', () => {
    const own = aPlacement({ startsOn: '2026-01-05' });
    const line = (fields: Parameters<typeof aPlacement>[0]) =>
      linesOf(
        aPerson(own, aPlacement({ id: 'X', commissioner: 'southshire', startsOn: '2026-05-05', ...fields })),
        'placement',
      )[1];
    expect(line({})).toBe('placement#X#southshire#day-programme#2026-05-05##');
    expect(line({ ageBand: '45-54' })).toBe(line({}));
    expect(line({ endedOn: '2026-06-01', endReason: 'left' })).toBe(
      'placement#X#southshire#day-programme#2026-05-05#2026-06-01#left',
    );
  });
});

describe('what has a line', () => {
  const placement = aPlacement({ startsOn: '2026-01-05' });

  test('each record of the month or before, and none after it or of another commissioner', () => {
    const person = aPerson(
      placement,
      aSession({ id: 's', on: '2026-10-31' }),
      aSession({ id: 'later', on: '2026-11-01' }),
      aTest({ id: 't', on: '2026-10-31' }),
      aLapse({ id: 'l', openedOn: '2026-10-31' }),
      aReview({ id: 'r', reviewedOn: '2026-10-31' }),
    );
    const names = (read(person)?.input ?? []).map((line) => line.split('#').slice(0, 2).join('#'));
    expect(names).toEqual([`placement#${placement.id}`, 'session#s', 'test#t', 'lapse#l', 'review#r']);
  });
});

describe('who waits', () => {
  test('is to start after the month, in the order of ids; on its last day somebody has started', () => {
    const person = aPerson(
      aPlacement({ id: 'PL-9', referredOn: '2026-10-01', startsOn: '2026-11-01' }),
      aPlacement({ id: 'PL-2', referredOn: '2026-10-01', startsOn: '2026-12-01' }),
      aPlacement({ id: 'PL-5', referredOn: '2026-10-01', startsOn: '2026-10-31' }),
    );
    const history = read(person)?.history;
    expect(history?.waiting.map(({ id }) => id)).toEqual(['PL-2', 'PL-9']);
    expect(history?.placements.map(({ id }) => id)).toEqual(['PL-5']);
  });
});

describe('a journey', () => {
  test('has the sessions, tests and lapses of its own placements from its start to its end', () => {
    const first = { startsOn: '2026-01-05', endedOn: '2026-02-20', endReason: 'left' } as const;
    const person = aPerson(
      aPlacement({ id: 'first', ...first }),
      aPlacement({ id: 'second', startsOn: '2026-06-01' }),
      ...['2026-01-05', '2026-02-20', '2026-06-01', '2026-10-31'].flatMap((on) => [
        aSession({ id: `s-${on}`, on }),
        aTest({ id: `t-${on}`, on }),
        aLapse({ id: `l-${on}`, openedOn: on }),
      ]),
    );
    const [one, other] = read(person)?.history.journeys ?? [];
    const of = (journey: typeof one) =>
      [journey?.sessions, journey?.tests, journey?.lapses].map((facts) => facts?.map(({ id }) => id));
    expect(of(one)).toEqual([
      ['s-2026-01-05', 's-2026-02-20'],
      ['t-2026-01-05', 't-2026-02-20'],
      ['l-2026-01-05', 'l-2026-02-20'],
    ]);
    expect(of(other)).toEqual([
      ['s-2026-06-01', 's-2026-10-31'],
      ['t-2026-06-01', 't-2026-10-31'],
      ['l-2026-06-01', 'l-2026-10-31'],
    ]);
  });
});
