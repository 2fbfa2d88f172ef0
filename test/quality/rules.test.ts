import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../shared/outcomes/person-records.ts';
import { measures } from '../../shared/outcomes/measures/registry.ts';
import { checkPerson } from '../../shared/quality/check-person.ts';
import { MEASURES_OF_TYPE } from '../../shared/quality/measures-of-type.ts';
import { periodKnown } from '../../shared/quality/period-known.ts';
import { qualityRules } from '../../shared/quality/registry.ts';
import { recordTypeNames } from '../../shared/records/registry.ts';
import { dateOfDay } from '../../shared/records/london.ts';
import {
  aLapse,
  aMilestone,
  aPlacement,
  aPositiveTest,
  aReview,
  aSession,
  aTest,
} from '../support/records.ts';

/** Each rule on both sides of its edges, as at 31 October 2026 unless a test says another day. */

/** What is found of a rule, as `type id since`. */
const found = (rule: string, records: readonly StoredRecord[], today = '2026-11-04') =>
  checkPerson(
    {
      provider: 'janus',
      personRef: 'P1',
      records: records.map((record, i) => ({
        ...record,
        version: 1,
        recordedAt: `2026-10-01T00:00:${String(i).padStart(2, '0')}.000Z`,
      })),
    },
    [],
    periodKnown('2026-10', today),
  )
    .filter((fault) => fault.rule === rule)
    .map(({ type, id, since }) => `${type} ${id} ${dateOfDay(since)}`);

const placement = aPlacement({ id: 'p', startsOn: '2026-09-01' });
const session = aSession({ id: 's0', on: '2026-09-01' });

describe('the registry', () => {
  test('has every rule of the folder, each under the name of its file', () => {
    const files = readdirSync('shared/quality/rules').map((name) => name.replace('.ts', ''));
    expect(qualityRules.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  test('names measures that there are, and something to do', () => {
    const known = new Set(measures.map(({ id }) => id));
    const named = [
      ...qualityRules.flatMap(({ touches }) => (touches === 'by-type' ? [] : touches)),
      ...recordTypeNames.flatMap((type) => MEASURES_OF_TYPE[type]),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    for (const { todo, title } of qualityRules) expect([title, todo.length > 40]).toEqual([title, true]);
  });
});

test('nothing is wrong with somebody whose records are complete', () => {
  const review = aReview({ reviewedOn: '2026-09-03' });
  const records = [placement, session, aSession({ on: '2026-10-20' }), review];
  for (const { id } of qualityRules) expect([id, found(id, records)]).toEqual([id, []]);
});

describe('no placement', () => {
  test('is said of each record of somebody who has none', () => {
    expect(found('no-placement', [session, aTest({ id: 't', on: '2026-09-02' })])).toEqual([
      'session s0 2026-09-01',
      'test t 2026-09-02',
    ]);
  });

  test('is said from the 366th day after an end on', () => {
    const ended = aPlacement({ startsOn: '2025-09-01', endedOn: '2025-10-14', endReason: 'left' });
    expect(found('no-placement', [ended, aTest({ id: 't', on: '2026-10-14' })])).toEqual([]);
    expect(found('no-placement', [ended, aTest({ id: 't', on: '2026-10-15' })])).toEqual([
      'test t 2026-10-15',
    ]);
  });

  test('is said of nothing that names its commissioner, or is not of the twelve months', () => {
    expect(
      found('no-placement', [aMilestone({ reachedOn: '2026-10-02', commissioner: 'northshire' })]),
    ).toEqual([]);
    expect(found('no-placement', [aTest({ on: '2025-10-31' }), aTest({ on: '2026-11-01' })])).toEqual([]);
    expect(found('no-placement', [aTest({ id: 't', on: '2025-11-01' })])).toHaveLength(1);
  });
});

describe('a session after the end', () => {
  const ended = aPlacement({
    id: 'p',
    startsOn: '2026-09-01',
    endedOn: '2026-10-01',
    endReason: 'completed',
  });
  test('is missing a placement, on the last day it is not', () => {
    expect(found('session-after-end', [ended, aSession({ on: '2026-10-01' })])).toEqual([]);
    expect(found('session-after-end', [ended, aSession({ id: 's', on: '2026-10-02' })])).toEqual([
      'session s 2026-10-02',
    ]);
  });

  test('is none by telephone, with family or where they did not come', () => {
    const others = [
      aSession({ on: '2026-10-02', kind: 'telephone' }),
      aSession({ on: '2026-10-02', kind: 'family-group', attendance: 'family-only' }),
      aSession({ on: '2026-10-02', attendance: 'did-not-attend' }),
    ];
    expect(found('session-after-end', [ended, ...others])).toEqual([]);
  });
});

describe('a placement past its planned end', () => {
  const planned = (plannedEndOn: string, more = {}) =>
    aPlacement({ id: 'p', startsOn: '2026-09-01', plannedEndOn, ...more });
  test('is told from the day after on, unless it ended', () => {
    expect(found('past-planned-end', [planned('2026-10-31')])).toEqual([]);
    expect(found('past-planned-end', [planned('2026-10-30')])).toEqual(['placement p 2026-10-30']);
    expect(
      found('past-planned-end', [planned('2026-09-30', { endedOn: '2026-10-10', endReason: 'left' })]),
    ).toEqual([]);
  });

  test('is told as at today while the month goes on', () => {
    expect(found('past-planned-end', [planned('2026-10-12')], '2026-10-12')).toEqual([]);
    expect(found('past-planned-end', [planned('2026-10-12')], '2026-10-13')).toHaveLength(1);
  });
});

describe('a journey without a first session', () => {
  test('is told a week after its start', () => {
    expect(found('not-started', [aPlacement({ id: 'p', startsOn: '2026-10-25' })])).toEqual([]);
    expect(found('not-started', [aPlacement({ id: 'p', startsOn: '2026-10-24' })])).toEqual([
      'placement p 2026-10-24',
    ]);
    const telephone = aSession({ on: '2026-10-24', kind: 'telephone' });
    expect(found('not-started', [aPlacement({ startsOn: '2026-10-24' }), telephone])).toHaveLength(1);
  });

  test('is told where it was completed, not where somebody never came', () => {
    const ended = (endReason: 'completed' | 'left') =>
      aPlacement({ startsOn: '2026-09-01', endedOn: '2026-10-01', endReason });
    expect(found('not-started', [ended('completed')])).toHaveLength(1);
    expect(found('not-started', [ended('left')])).toEqual([]);
  });
});

describe('silence', () => {
  test('is 28 days without an attended session or provided test', () => {
    expect(found('silence', [placement, session, aTest({ on: '2026-10-04' })])).toEqual([]);
    expect(found('silence', [placement, session, aTest({ on: '2026-10-03' })])).toEqual([
      'placement p 2026-10-03',
    ]);
    const missed = aTest({ on: '2026-10-20', status: 'missed' });
    expect(found('silence', [placement, session, missed])).toEqual(['placement p 2026-09-01']);
  });

  test('is none while a placement is suspended, or has ended', () => {
    const suspended = (to: string) =>
      aPlacement({ id: 'p', startsOn: '2026-09-01', suspensions: [{ from: '2026-09-10', to }] });
    expect(found('silence', [suspended('2026-10-31'), session])).toEqual([]);
    expect(found('silence', [suspended('2026-10-30'), session])).toHaveLength(1);
    const ended = aPlacement({ startsOn: '2026-09-01', endedOn: '2026-10-30', endReason: 'left' });
    expect(found('silence', [ended, session])).toEqual([]);
  });

  test('is told of aftercare from its start', () => {
    const aftercare = aPlacement({ id: 'a', service: 'aftercare', startsOn: '2026-10-03' });
    expect(found('silence', [aftercare])).toEqual(['placement a 2026-10-03']);
  });
});

describe('a positive test without a lapse', () => {
  const positive = aPositiveTest({ id: 't', on: '2026-10-10' });
  test('is told when a week has passed', () => {
    expect(found('positive-without-lapse', [placement, session, positive])).toEqual(['test t 2026-10-10']);
    expect(
      found('positive-without-lapse', [placement, session, aPositiveTest({ on: '2026-10-24' })]),
    ).toHaveLength(1);
    expect(
      found('positive-without-lapse', [placement, session, aPositiveTest({ on: '2026-10-25' })]),
    ).toEqual([]);
  });

  test('is none with a lapse open then or opened within 7 days', () => {
    const with_ = (openedOn: string, more = {}) =>
      found('positive-without-lapse', [placement, session, positive, aLapse({ openedOn, ...more })]);
    expect(with_('2026-10-17')).toEqual([]);
    expect(with_('2026-10-18')).toHaveLength(1);
    expect(with_('2026-09-10')).toEqual([]);
    expect(with_('2026-09-10', { outcome: 'recovered', returnedOn: '2026-10-03' })).toEqual([]);
    expect(with_('2026-09-10', { outcome: 'recovered', returnedOn: '2026-10-02' })).toHaveLength(1);
  });

  test('is none before day 0, of hair, explained, or where abstinence is not the goal', () => {
    const explained = aTest({
      on: '2026-10-10',
      results: [{ substance: 'opiates', result: 'positive', explained: true }],
    });
    const hair = aPositiveTest({ on: '2026-10-10', matrix: 'hair' });
    expect(found('positive-without-lapse', [placement, session, explained, hair])).toEqual([]);
    const later = aSession({ on: '2026-10-11' });
    expect(found('positive-without-lapse', [placement, later, positive])).toEqual([]);
    const reduction = aPlacement({ startsOn: '2026-09-01', goal: 'reduction' });
    expect(found('positive-without-lapse', [reduction, session, positive])).toEqual([]);
  });
});

test('a lapse without an outcome is told on day 28', () => {
  const lapse = (openedOn: string, more = {}) =>
    found('lapse-without-outcome', [placement, session, aLapse({ id: 'l', openedOn, ...more })]);
  expect(lapse('2026-10-04')).toEqual([]);
  expect(lapse('2026-10-03')).toEqual(['lapse l 2026-10-03']);
  expect(lapse('2026-09-03', { outcome: 'exited', closedOn: '2026-10-01' })).toEqual([]);
  // What is dated after the month does not exist yet.
  expect(lapse('2026-09-03', { outcome: 'exited', closedOn: '2026-11-01' })).toHaveLength(1);
});

describe('a review is overdue', () => {
  const start = (on: string) => [aPlacement({ id: 'p', startsOn: on }), aSession({ on })];
  test('at the start when more than 14 days have passed', () => {
    expect(found('review-overdue', start('2026-10-17'))).toEqual([]);
    expect(found('review-overdue', start('2026-10-16'))).toEqual(['placement p 2026-10-30']);
    const review = (reviewedOn: string) =>
      found('review-overdue', [...start('2026-10-01'), aReview({ reviewedOn })]);
    expect(review('2026-10-15')).toEqual([]);
    expect(review('2026-10-16')).toHaveLength(1);
  });

  test('when the last one is more than 182 days ago', () => {
    // 2 May 2026 is 182 days before 31 October.
    const reviewed = (on: string) => found('review-overdue', [...start(on), aReview({ reviewedOn: on })]);
    expect(reviewed('2026-05-02')).toEqual([]);
    expect(reviewed('2026-05-01')).toEqual(['placement p 2026-10-30']);
    const later = aReview({ stage: 'review', reviewedOn: '2026-06-01' });
    expect(
      found('review-overdue', [...start('2026-05-01'), aReview({ reviewedOn: '2026-05-01' }), later]),
    ).toEqual([]);
  });
});

describe('the outcome of a lapse is contradicted', () => {
  const lapse = (more: Parameters<typeof aLapse>[0]) => aLapse({ id: 'l', openedOn: '2026-09-10', ...more });
  const ended = (endReason: 'left' | 'referred-on' | 'completed', endedOn = '2026-10-01') =>
    aPlacement({ startsOn: '2026-09-01', endedOn, endReason });
  const rule = (...records: StoredRecord[]) => found('lapse-outcome-contradicted', [session, ...records]);

  test('where somebody recovered after the placement had ended', () => {
    const recovered = (returnedOn: string) => lapse({ outcome: 'recovered', returnedOn });
    expect(rule(ended('completed'), recovered('2026-10-01'))).toEqual([]);
    expect(rule(ended('completed'), recovered('2026-10-02'))).toEqual(['lapse l 2026-10-02']);
  });

  test('where somebody relapsed and came back to the groups with a negative test', () => {
    const relapsed = lapse({ outcome: 'relapsed', closedOn: '2026-09-20' });
    const back = aSession({ on: '2026-10-05' });
    expect(rule(placement, relapsed, back)).toEqual([]);
    expect(rule(placement, relapsed, back, aTest({ on: '2026-10-04' }))).toEqual(['lapse l 2026-09-20']);
  });

  test('where the placement ended that day for another reason', () => {
    const exited = lapse({ outcome: 'exited', closedOn: '2026-10-01' });
    const relapsed = lapse({ outcome: 'relapsed', closedOn: '2026-10-01' });
    expect(rule(ended('left'), exited)).toEqual([]);
    expect(rule(ended('referred-on'), exited)).toHaveLength(1);
    expect(rule(ended('referred-on'), relapsed)).toEqual([]);
    expect(rule(ended('left'), relapsed)).toHaveLength(1);
    expect(rule(ended('left', '2026-10-02'), relapsed)).toEqual([]);
  });
});

test('a wait is negative where the first session came before the referral', () => {
  const referred = (referredOn: string) =>
    found('negative-wait', [aPlacement({ id: 'p', startsOn: '2026-09-01', referredOn }), session]);
  expect(referred('2026-09-01')).toEqual([]);
  expect(referred('2026-09-02')).toEqual(['placement p 2026-09-01']);
});

test('two commissioners pay for the same days where placements overlap by more than the day of the change', () => {
  const first = aPlacement({ startsOn: '2026-08-01', endedOn: '2026-09-15', endReason: 'transferred' });
  const second = (startsOn: string, more = {}) =>
    found('two-payers', [first, aPlacement({ id: 'q', startsOn, commissioner: 'eastshire', ...more })]);
  expect(second('2026-09-15')).toEqual([]);
  expect(second('2026-09-14')).toEqual(['placement q 2026-09-14']);
  expect(second('2026-09-14', { commissioner: 'northshire' })).toEqual([]);
  expect(second('2026-09-14', { service: 'aftercare' })).toEqual([]);
});

describe('look-alikes', () => {
  test('are of the same instant and kind, however the instant is written', () => {
    const one = aSession({ id: 's1', startsAt: '2026-10-21T10:00:00Z' });
    const other = (more: object) => aSession({ id: 's2', startsAt: '2026-10-21T11:00:00+01:00', ...more });
    expect(found('look-alike', [placement, one, other({})])).toEqual(['session s2 2026-10-21']);
    expect(found('look-alike', [placement, one, other({ kind: 'one-to-one' })])).toEqual([]);
    expect(found('look-alike', [placement, one, other({ startsAt: '2026-10-21T10:01:00Z' })])).toEqual([]);
  });

  test('of three alike two are told, not the one that came first', () => {
    const three = ['c', 'a', 'b'].map((id) => aTest({ id, on: '2026-10-02' }));
    expect(found('look-alike', [placement, ...three])).toEqual(['test a 2026-10-02', 'test b 2026-10-02']);
  });
});
