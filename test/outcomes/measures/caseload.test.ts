import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

/** The counts of October 2026 that are not 0, as `name n`, with `p` where provisional. */
function counts(...records: StoredRecord[]): string[] {
  const { headline, beside } = computeMeasure('caseload', { people: [aPerson(...records)] });
  return Object.entries({ treated: headline, ...beside }).flatMap(([name, figure]) => {
    if (figure.kind !== 'count') throw new Error('no count');
    const provisional = figure.marks.includes('p') ? ' p' : '';
    return figure.count === 0 ? [] : [`${name} ${figure.count}${provisional}`];
  });
}

const day0 = aSession({ on: '2026-01-05' });
const ended = (endedOn: string, endReason: 'left' | 'completed' | 'died' = 'left') =>
  aPlacement({ endedOn, endReason });

test('with nobody there is 0 of everything', () => {
  const { headline, beside, sums } = computeMeasure('caseload', { people: [] });
  expect(headline).toMatchObject({ kind: 'count', count: 0, people: 0, population: 'in-treatment' });
  expect(Object.keys(beside)).toEqual([
    'referred',
    'waiting',
    'started',
    're-opened',
    'exits',
    'exits-completed',
    'exits-transferred',
    'exits-referred-on',
    'exits-left',
    'exits-withdrawn',
    'exits-died',
    'ended-not-started',
  ]);
  expect(sums['exits']).toEqual(Object.keys(beside).filter((name) => name.startsWith('exits-')));
});

describe('in treatment', () => {
  test.each([
    ['an open journey', [aPlacement(), day0], ['treated 1']],
    ['aftercare', [aPlacement({ service: 'aftercare' })], ['treated 1']],
    ['a journey that ended the day before the month', [ended('2026-09-30'), day0], []],
  ])('%s', (_, records, expected) => {
    expect(counts(...records)).toEqual(expected);
  });

  test('counts a person with two journeys once, in the splits by the later', () => {
    const people = [
      aPerson(
        aPlacement({ endedOn: '2026-10-05', endReason: 'completed', funding: 'block', block: 'B1' }),
        aPlacement({ startsOn: '2026-10-12' }),
        day0,
        aSession({ on: '2026-10-12' }),
      ),
      aPerson(aPlacement({ personRef: 'P2', funding: 'block', block: 'B1' })),
    ];
    const { headline, splits } = computeMeasure('caseload', { people });
    expect(headline).toMatchObject({ count: 1, people: 1 });
    expect(splits['funding']).toMatchObject({ spot: { count: 1 } });
    expect(Object.keys(splits['funding'] ?? {})).toEqual(['spot']);
  });
});

describe('referred and waiting', () => {
  const waiting = (referredOn: string, startsOn = '2026-11-02') => aPlacement({ referredOn, startsOn });

  test('a referral is of its month, whether it has started or not', () => {
    expect(counts(waiting('2026-09-30'))).toEqual(['waiting 1']);
    expect(counts(waiting('2026-10-01'))).toEqual(['referred 1', 'waiting 1']);
    expect(counts(waiting('2026-10-31'))).toEqual(['referred 1', 'waiting 1']);
    expect(counts(waiting('2026-11-01'))).toEqual([]);
    const started = [waiting('2026-10-02', '2026-10-05'), aSession({ on: '2026-10-05' })];
    expect(counts(...started)).toEqual(['treated 1', 'referred 1', 'started 1']);
  });

  test('two referrals of one person are one person', () => {
    const again = aPlacement({ referredOn: '2026-10-20', startsOn: '2026-11-09' });
    expect(counts(waiting('2026-10-02'), again)).toEqual(['referred 1', 'waiting 1']);
    expect(counts(aPlacement(), day0, again)).toEqual(['treated 1', 'referred 1']);
  });

  test('aftercare is no referral to the programme and nothing to wait for', () => {
    const planned = { service: 'aftercare', referredOn: '2026-10-02', startsOn: '2026-11-02' } as const;
    expect(counts(aPlacement(planned))).toEqual([]);
  });

  test('whose placement has begun still waits until a first session, not by telephone', () => {
    expect(counts(aPlacement())).toEqual(['waiting 1']);
    expect(counts(aPlacement(), aSession({ on: '2026-10-07', kind: 'telephone' }))).toEqual(['waiting 1']);
    expect(counts(aPlacement(), aSession({ on: '2026-10-31' }))).toEqual(['treated 1', 'started 1']);
    expect(counts(aPlacement(), aSession({ on: '2026-11-01' }))).toEqual(['waiting 1']);
  });

  test('who is on the programme does not wait for a further placement', () => {
    expect(counts(aPlacement(), day0, waiting('2026-09-30'))).toEqual(['treated 1']);
  });

  test('who has left and is to come back waits', () => {
    expect(counts(ended('2026-09-01'), day0, waiting('2026-09-15'))).toEqual(['waiting 1']);
  });
});

test('a journey starts on its day 0, in its month alone', () => {
  const start = (on: string) => counts(aPlacement(), aSession({ on }));
  expect(start('2026-09-30')).toEqual(['treated 1']);
  expect(start('2026-10-01')).toEqual(['treated 1', 'started 1']);
});

describe('re-opened', () => {
  const left = ended('2026-09-20');
  const back = (startsOn: string) => aPlacement({ startsOn, referredOn: '2026-09-01' });

  test('a placement at most 21 days after an end continues the journey; a later one begins another', () => {
    expect(counts(left, day0, back('2026-10-11'))).toEqual(['treated 1', 're-opened 1']);
    expect(counts(left, day0, back('2026-10-12'))).toEqual(['waiting 1']);
  });

  test('not one that overlaps the one before, even where an earlier still had ended', () => {
    expect(counts(ended('2026-10-20'), day0, back('2026-10-20'))).toEqual(['treated 1']);
    const open = aPlacement({ startsOn: '2026-02-02' });
    expect(counts(ended('2026-09-20'), open, day0, back('2026-10-05'))).toEqual(['treated 1']);
  });

  test('not in another month, and not after a completion', () => {
    expect(counts(ended('2026-09-10'), day0, back('2026-09-30'))).toEqual(['treated 1']);
    expect(counts(ended('2026-09-20', 'completed'), day0, back('2026-10-05'))).toEqual(['waiting 1']);
  });
});

describe('exits', () => {
  test.each(['completed', 'transferred', 'referred-on', 'left', 'withdrawn', 'died'] as const)(
    '%s is a part of them',
    (endReason) => {
      const records = [aPlacement({ endedOn: '2026-10-05', endReason }), day0];
      expect(counts(...records)).toEqual(['treated 1', 'exits 1', `exits-${endReason} 1`]);
    },
  );

  test('are of the month they fell in', () => {
    expect(counts(ended('2026-10-01'), day0)).toEqual(['treated 1', 'exits 1', 'exits-left 1']);
    expect(counts(ended('2026-09-30'), day0)).toEqual([]);
    expect(counts(ended('2026-11-01'), day0)).toEqual(['treated 1']);
  });

  test('are provisional while another placement may continue the journey', () => {
    expect(counts(ended('2026-10-10'), day0)).toEqual(['treated 1', 'exits 1', 'exits-left 1']);
    expect(counts(ended('2026-10-11'), day0)).toEqual(['treated 1', 'exits 1 p', 'exits-left 1 p']);
  });

  test('are certain after a completion or a death', () => {
    for (const reason of ['completed', 'died'] as const)
      expect(counts(ended('2026-10-30', reason), day0)).toEqual([
        'treated 1',
        'exits 1',
        `exits-${reason} 1`,
      ]);
  });

  test('a change of commissioner is one, on the day of the change', () => {
    const moved = aPlacement({ startsOn: '2026-10-05', commissioner: 'southport' });
    expect(counts(aPlacement(), day0, moved)).toEqual(['treated 1', 'exits 1', 'exits-transferred 1']);
  });

  test('what ended without a start is counted apart', () => {
    expect(counts(ended('2026-10-05'))).toEqual(['ended-not-started 1']);
    expect(counts(ended('2026-10-30'))).toEqual(['ended-not-started 1 p']);
  });

  test('two journeys of one person that ended are two exits of one person', () => {
    const records = [
      ended('2026-10-02', 'completed'),
      aPlacement({ startsOn: '2026-10-05', endedOn: '2026-10-08', endReason: 'left' }),
      day0,
      aSession({ on: '2026-10-05' }),
    ];
    const { beside } = computeMeasure('caseload', { people: [aPerson(...records)] });
    expect(beside['exits']).toMatchObject({ count: 2, people: 1 });
  });
});

test('the month of a leap day has it', () => {
  const records = [
    aPlacement({ startsOn: '2028-02-29', referredOn: '2028-02-29' }),
    aSession({ on: '2028-02-29' }),
  ];
  const inMonth = (month: string) => {
    const { beside } = computeMeasure('caseload', { people: [aPerson(...records)], month });
    return [beside['referred'], beside['started']];
  };
  expect(inMonth('2028-02')).toMatchObject([{ count: 1 }, { count: 1 }]);
  expect(inMonth('2028-03')).toMatchObject([{ count: 0 }, { count: 0 }]);
});
