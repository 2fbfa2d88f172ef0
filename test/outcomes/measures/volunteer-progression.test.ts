import { describe, expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../shared/outcomes/computed.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aMilestone, aPerson, aPlacement } from '../../support/records.ts';

const START = '2026-02-02';

function on(days: number): string {
  return dateOfDay(dayOf(START) + days);
}

const aftercare = aPlacement({ service: 'aftercare', startsOn: '2025-01-06' });

function progression(...milestones: StoredRecord[]): ComputedMeasure {
  return computeMeasure('volunteer-progression', { people: [aPerson(aftercare, ...milestones)] });
}

function share(figure: ComputedMeasure['beside'][string] | undefined): string {
  if (figure?.kind !== 'proportion') throw new Error('no proportion');
  return [
    `${figure.numerator.count} of ${figure.denominator.count}`,
    ...figure.marks.filter((mark) => mark === 'p'),
  ].join(' ');
}

const start = aMilestone({ reachedOn: START });
const job = (reachedOn: string, evidence: 'verified' | 'self-reported' = 'verified') =>
  aMilestone({ step: 'employment-started', reachedOn, evidence });

describe('the headline', () => {
  const headline = (...milestones: StoredRecord[]) => share(progression(...milestones).headline);

  test('counts a verified step by day 210, not on day 211', () => {
    expect(headline(start, job(on(210)))).toBe('1 of 1');
    expect(headline(start, job(on(211)))).toBe('0 of 1');
  });

  test.each(['education-started', 'training-started', 'employment-started'] as const)(
    '%s is a step on',
    (step) => {
      expect(headline(start, aMilestone({ step, reachedOn: on(100) }))).toBe('1 of 1');
    },
  );

  test.each([
    'external-voluntary-work-started',
    'voluntary-placement-completed',
    'careers-advice',
    'job-centre',
    'criminal-record-check',
  ] as const)('%s is not', (step) => {
    expect(headline(start, aMilestone({ step, reachedOn: on(100) }))).toBe('0 of 1');
  });

  test('counts leaving early for a job, and no step before the start', () => {
    const left = aMilestone({ step: 'voluntary-placement-left', reachedOn: on(60) });
    expect(headline(start, left, job(on(60)))).toBe('1 of 1');
    expect(headline(start, job(on(-1)))).toBe('0 of 1');
  });

  test('is of voluntary placements begun 210 days ago or more, within a year of starts', () => {
    const begun = (reachedOn: string) => headline(aMilestone({ reachedOn }));
    expect(begun('2026-04-04')).toBe('0 of 1');
    expect(begun('2026-04-05')).toBe('0 of 0');
    expect(begun('2025-04-05')).toBe('0 of 1');
    expect(begun('2025-04-04')).toBe('0 of 0');
  });

  test('names those begun too lately as left out', () => {
    const left = aMilestone({ step: 'voluntary-placement-left', reachedOn: '2026-05-01' });
    const oldEnough = aMilestone({ reachedOn: '2026-04-04' });
    const { headline: figure } = progression(oldEnough, left, aMilestone({ reachedOn: '2026-10-01' }));
    expect(figure).toMatchObject({
      denominator: { count: 1 },
      excluded: { 'begun-within-210-days': { count: 1, people: 1 } },
    });
  });

  test('is provisional while a self-reported step may still be verified', () => {
    const measure = progression(start, job(on(50), 'self-reported'));
    expect(share(measure.headline)).toBe('0 of 1 p');
    expect(share(measure.beside['including-self-reported'])).toBe('1 of 1 p');
  });

  test('is as final with self-reported steps where there are none', () => {
    const including = (...milestones: StoredRecord[]) =>
      share(progression(...milestones).beside['including-self-reported']);
    expect(including(start, job(on(50)))).toBe('1 of 1');
    expect(including(aMilestone({ reachedOn: START, evidence: 'self-reported' }))).toBe('0 of 1 p');
  });

  test('is provisional where the start itself is only self-reported', () => {
    expect(headline(aMilestone({ reachedOn: START, evidence: 'self-reported' }), job(on(50)))).toBe(
      '1 of 1 p',
    );
  });

  test('has a start that was sent twice once, and a second voluntary placement again', () => {
    const again = (days: number) => aMilestone({ reachedOn: on(days) });
    expect(headline(start, aMilestone({ reachedOn: START, id: 'again' }), again(20))).toBe('0 of 1');
    const left = aMilestone({ step: 'voluntary-placement-left', reachedOn: on(15) });
    expect(headline(start, left, again(20))).toBe('0 of 2');
  });

  test('has a start within 26 weeks once, while nothing ended it, and one after 26 weeks again', () => {
    const begun = (days: number, ...ends: StoredRecord[]) =>
      headline(aMilestone({ reachedOn: '2025-07-01' }), aMilestone({ reachedOn: after(days) }), ...ends);
    const after = (days: number) => dateOfDay(dayOf('2025-07-01') + days);
    const left = (days: number) =>
      aMilestone({ step: 'voluntary-placement-left', reachedOn: after(days), id: `left-${days}` });
    expect(begun(181)).toBe('0 of 1');
    expect(begun(182)).toBe('0 of 2');
    expect(begun(100, left(99))).toBe('0 of 2');
    expect(begun(100, left(100))).toBe('0 of 2');
    expect(begun(100, left(101))).toBe('0 of 1');
    expect(begun(100, left(-1))).toBe('0 of 1');
    // One that is left on its first day is over, too.
    expect(begun(100, left(0))).toBe('0 of 2');
  });

  test('has an end on the day of a second start to the first, and the second goes on', () => {
    const days = ['2025-07-01', '2025-09-01', '2025-10-01'].map((reachedOn) => aMilestone({ reachedOn }));
    const left = aMilestone({ step: 'voluntary-placement-left', reachedOn: '2025-09-01' });
    expect(headline(...days, left)).toBe('0 of 2');
  });

  test('is of the verified one of two starts of a day, whichever comes first', () => {
    const sent = (first: 'verified' | 'self-reported', second: 'verified' | 'self-reported') =>
      headline(
        aMilestone({ id: 'M-1', reachedOn: START, evidence: first }),
        aMilestone({ id: 'M-2', reachedOn: START, evidence: second }),
      );
    expect(sent('verified', 'self-reported')).toBe('0 of 1');
    expect(sent('self-reported', 'verified')).toBe('0 of 1');
    expect(sent('self-reported', 'self-reported')).toBe('0 of 1 p');
  });

  test('counts a step on the day of the start', () => {
    expect(headline(start, job(START))).toBe('1 of 1');
  });

  test('has one that belongs to no placement by then, since it names the commissioner', () => {
    const begun = (...milestones: StoredRecord[]) => {
      const later = aPlacement({ service: 'aftercare', startsOn: '2026-09-07' });
      const people = [aPerson(later, ...milestones)];
      return share(computeMeasure('volunteer-progression', { people }).headline);
    };
    const named = aMilestone({ reachedOn: START, commissioner: 'northshire' });
    const step = { step: 'employment-started', reachedOn: on(30), commissioner: 'northshire' } as const;
    expect(begun(named)).toBe('0 of 1');
    expect(begun(named, aMilestone(step))).toBe('1 of 1');
  });

  test('has a family member among the family volunteers alone', () => {
    const family = aMilestone({ familyRef: 'F1', reachedOn: START });
    const measure = computeMeasure('volunteer-progression', {
      people: [],
      unattached: [family, aMilestone({ familyRef: 'F1', reachedOn: on(50) })],
    });
    expect(share(measure.headline)).toBe('0 of 0');
    expect(measure.beside['family-volunteers']).toMatchObject({ count: 1, people: 1 });
  });
});

describe('beside it', () => {
  const transition = (reachedOn: string) => aMilestone({ step: 'transition-started', reachedOn });

  test('transition leads to a voluntary placement within 42 days', () => {
    const converted = (days: number) =>
      share(progression(transition(on(-days)), start).beside['transition-to-placement']);
    expect(converted(42)).toBe('1 of 1');
    expect(converted(43)).toBe('0 of 1');
  });

  test('a voluntary placement on the day of the transition is in time, one before it is not', () => {
    const converted = (reachedOn: string) =>
      share(progression(transition(reachedOn), start).beside['transition-to-placement']);
    expect(converted(START)).toBe('1 of 1');
    expect(converted(on(1))).toBe('0 of 1');
  });

  test('transitions count when 42 days old, for a year', () => {
    const begun = (reachedOn: string) =>
      share(progression(transition(reachedOn)).beside['transition-to-placement']);
    expect(begun('2026-09-19')).toBe('0 of 1');
    expect(begun('2026-09-20')).toBe('0 of 0');
    expect(begun('2025-09-20')).toBe('0 of 1');
    expect(begun('2025-09-19')).toBe('0 of 0');
  });

  describe('family volunteers', () => {
    const volunteers = (...milestones: StoredRecord[]) =>
      computeMeasure('volunteer-progression', { people: [], unattached: milestones }).beside[
        'family-volunteers'
      ];

    test('began in the 12 months', () => {
      const begun = (reachedOn: string) => volunteers(aMilestone({ familyRef: 'F1', reachedOn }));
      expect(begun('2025-11-01')).toMatchObject({ count: 1 });
      expect(begun('2025-10-31')).toMatchObject({ count: 0 });
    });

    test('are not those who took another step', () => {
      const advised = aMilestone({ familyRef: 'F1', step: 'careers-advice', reachedOn: START });
      expect(volunteers(advised)).toMatchObject({ count: 0, people: 0 });
    });

    test('are provisional while one of them is self-reported', () => {
      const verified = aMilestone({ familyRef: 'F1', reachedOn: START });
      const reported = aMilestone({ familyRef: 'F2', reachedOn: START, evidence: 'self-reported' });
      expect(volunteers(verified)).toMatchObject({ count: 1, marks: [] });
      expect(volunteers(verified, reported)).toMatchObject({ count: 2, people: 2, marks: ['p'] });
    });
  });

  const other = aPerson(
    aPlacement({ personRef: 'P2', service: 'aftercare', startsOn: '2025-01-06' }),
    aMilestone({ personRef: 'P2', reachedOn: START }),
  );

  /** What ended one of two voluntary placements by day 210; the other is open and keeps the curve followed. */
  const ending = (placement: StoredRecord, ...milestones: StoredRecord[]) => {
    const people = [aPerson(placement, start, ...milestones), other];
    const figure = computeMeasure('volunteer-progression', { people }).beside['progression'];
    if (figure?.kind !== 'incidence') throw new Error('no incidence');
    const ended = Object.entries(figure.causes)
      .filter(([, { points }]) => points[2]?.state === 'estimated' && points[2].value === 0.5)
      .map(([name]) => name);
    return ended.length === 0 ? 'open' : ended.join(' and ');
  };

  test.each([
    ['a verified step', [job(on(100))], 'progressed'],
    ['a self-reported step', [job(on(100), 'self-reported')], 'open'],
    ['nothing', [], 'open'],
    ['leaving', [aMilestone({ step: 'voluntary-placement-left', reachedOn: on(60) })], 'dropped-out'],
    [
      'leaving for a job',
      [aMilestone({ step: 'voluntary-placement-left', reachedOn: on(60) }), job(on(63))],
      'progressed',
    ],
    [
      'leaving long before a job by day 210',
      [aMilestone({ step: 'voluntary-placement-left', reachedOn: on(60) }), job(on(210))],
      'progressed',
    ],
    [
      'leaving before a job on day 211',
      [aMilestone({ step: 'voluntary-placement-left', reachedOn: on(60) }), job(on(211))],
      'dropped-out',
    ],
    [
      'leaving before a job that is only self-reported',
      [aMilestone({ step: 'voluntary-placement-left', reachedOn: on(60) }), job(on(63), 'self-reported')],
      'dropped-out',
    ],
    [
      'completing and leaving another',
      [
        aMilestone({ step: 'voluntary-placement-completed', reachedOn: on(100) }),
        aMilestone({ reachedOn: on(240) }),
        aMilestone({ step: 'voluntary-placement-left', reachedOn: on(250) }),
      ],
      'open',
    ],
  ] as const)('what ends a voluntary placement: %s', (_, milestones, expected) => {
    expect(ending(aftercare, ...milestones)).toBe(expected);
  });

  test('leaving the programme is dropping out', () => {
    const gone = { service: 'aftercare', startsOn: '2026-01-05', endedOn: on(30) } as const;
    expect(ending(aPlacement({ ...gone, endReason: 'left' }))).toBe('dropped-out');
    expect(ending(aPlacement({ ...gone, endReason: 'completed' }))).toBe('open');
    const progressed = [job(on(209))];
    expect(ending(aPlacement({ ...gone, endReason: 'left' }), ...progressed)).toBe('progressed');
  });

  test.each(['left', 'withdrawn', 'died'] as const)('so is one that ends as %s', (endReason) => {
    const gone = aPlacement({ service: 'aftercare', startsOn: '2026-01-05', endedOn: on(30), endReason });
    expect(ending(gone)).toBe('dropped-out');
  });

  test('the end of a programme before the voluntary placement began is not, one on its day is', () => {
    const gone = (days: number) =>
      aPlacement({ service: 'aftercare', startsOn: '2025-06-02', endedOn: on(days), endReason: 'left' });
    expect(ending(gone(-1))).toBe('open');
    expect(ending(gone(0))).toBe('dropped-out');
  });

  test('leaving on the day of a second start is of the first', () => {
    const twice = aPerson(
      aftercare,
      ...[start, aMilestone({ reachedOn: on(100) })],
      aMilestone({ step: 'voluntary-placement-left', reachedOn: on(100) }),
    );
    // Of three one is left, on its day 100; had it been the second, it would have been on its first day.
    expect(
      computeMeasure('volunteer-progression', { people: [twice, other] }).beside['progression'],
    ).toMatchObject({
      causes: { 'dropped-out': { points: [{ value: 0 }, { value: 1 / 3 }, { value: 1 / 3 }] } },
    });
  });

  test('leaving on the day of the only start is of it', () => {
    expect(ending(aftercare, aMilestone({ step: 'voluntary-placement-left', reachedOn: START }))).toBe(
      'dropped-out',
    );
  });

  test('leaving the programme after completing the placement is not', () => {
    const gone = { service: 'aftercare', startsOn: '2026-01-05', endReason: 'left' } as const;
    const completed = aMilestone({ step: 'voluntary-placement-completed', reachedOn: on(182) });
    expect(ending(aPlacement({ ...gone, endedOn: on(200) }), completed)).toBe('open');
    expect(ending(aPlacement({ ...gone, endedOn: on(181) }), completed)).toBe('dropped-out');
  });

  test('of two placements each is ended by its own leaving', () => {
    // Begun on day 0 and completed on day 90; begun on day 100 and left on day 120, its day 20.
    const { beside } = progression(
      start,
      aMilestone({ step: 'voluntary-placement-completed', reachedOn: on(90) }),
      aMilestone({ reachedOn: on(100) }),
      aMilestone({ step: 'voluntary-placement-left', reachedOn: on(120) }),
    );
    const figure = beside['progression'];
    if (figure?.kind !== 'incidence') throw new Error('no incidence');
    expect(figure.followed.count).toBe(2);
    expect(figure.causes['dropped-out']?.points[0]).toMatchObject({ day: 91, value: 0.5 });
    expect(figure.causes['dropped-out']?.points[2]).toMatchObject({ day: 210, value: 0.5 });
  });

  test('is followed of those begun in the 12 months, and provisional where a start is self-reported', () => {
    const followed = (reachedOn: string) => progression(aMilestone({ reachedOn })).beside['progression'];
    expect(followed('2025-11-01')).toMatchObject({ followed: { count: 1 } });
    expect(followed('2025-10-31')).toMatchObject({ followed: { count: 0 } });
    const left = aMilestone({ step: 'voluntary-placement-left', reachedOn: on(60) });
    const droppedOut = (began: StoredRecord) => {
      const people = [aPerson(aftercare, began, left), other];
      return computeMeasure('volunteer-progression', { people }).beside['progression'];
    };
    const marked = (...marks: string[]) => ({
      causes: { 'dropped-out': { points: [{ day: 91, value: 0.5, marks }, {}, {}] } },
    });
    expect(droppedOut(start)).toMatchObject(marked('u'));
    expect(droppedOut(aMilestone({ reachedOn: START, evidence: 'self-reported' }))).toMatchObject(
      marked('u', 'p'),
    );
  });

  test('the days until a step are of the steps in the 12 months', () => {
    const began = aMilestone({ reachedOn: '2025-03-03' });
    const days = (reachedOn: string) =>
      progression(began, job(reachedOn)).beside['days-placement-to-progression'];
    expect(days('2025-11-01')).toMatchObject({ median: { people: 1 } });
    expect(days('2025-10-31')).toMatchObject({ median: { reason: 'no-eligible' } });
  });

  test('the days of each step', () => {
    const { beside } = progression(transition(on(-30)), start, job(on(120)));
    expect(beside['days-transition-to-placement']).toMatchObject({ median: { value: 30 } });
    expect(beside['days-placement-to-progression']).toMatchObject({ median: { value: 120 } });
  });

  test('the days from a transition are from the last one up to the start, that of its day among them', () => {
    const days = (...transitions: StoredRecord[]) =>
      progression(start, ...transitions).beside['days-transition-to-placement'];
    expect(days(transition(START))).toMatchObject({ median: { value: 0 } });
    expect(days(transition(on(-40)), transition(on(-12)), transition(on(5)))).toMatchObject({
      median: { value: 12 },
    });
    expect(days(transition(on(1)))).toMatchObject({ median: { reason: 'no-eligible' } });
  });

  test('the funnel counts people, each once a stage, in the 12 months', () => {
    const { beside } = progression(
      transition('2025-10-31'),
      start,
      aMilestone({ step: 'education-started', reachedOn: on(100) }),
      job(on(120)),
      aMilestone({ step: 'external-voluntary-work-started', reachedOn: on(130), evidence: 'self-reported' }),
    );
    expect(progression(transition('2025-11-01')).beside['reached-transition']).toMatchObject({ count: 1 });
    const reported = aMilestone({ step: 'training-started', reachedOn: on(90), evidence: 'self-reported' });
    expect(progression(reported, job(on(120))).beside['reached-education-training-employment']).toMatchObject(
      { count: 1, marks: [] },
    );
    expect(beside).toMatchObject({
      'reached-transition': { count: 0 },
      'reached-voluntary-placement': { count: 1 },
      'reached-voluntary-placement-completed': { count: 0 },
      'reached-education-training-employment': { count: 1, marks: [] },
      'reached-external-voluntary-work': { count: 1, marks: ['p'] },
    });
  });
});

describe('change over time', () => {
  const cohortOf = (month: string, ...milestones: StoredRecord[]) =>
    computeMeasure('volunteer-progression', { people: [aPerson(aftercare, ...milestones)], month }).cohort;
  const begun = (day210: string) => aMilestone({ reachedOn: dateOfDay(dayOf(day210) - 210) });

  test('has a point in the last month of a quarter, of the placements whose day 210 fell in it', () => {
    const point = (day210: string) => share(cohortOf('2026-09', begun(day210))?.point);
    expect(point('2026-06-30')).toBe('0 of 0');
    expect(point('2026-07-01')).toBe('0 of 1');
    expect(point('2026-09-30')).toBe('0 of 1');
    expect(point('2026-10-01')).toBe('0 of 0');
    expect(cohortOf('2026-09')?.period).toBe('2026-Q3');
    expect(cohortOf('2026-10', begun('2026-10-15'))).not.toHaveProperty('point');
  });

  test('counts a verified step by day 210, as the headline does', () => {
    // Day 210 of a start on 2 February 2026 is 31 August.
    const point = (...milestones: StoredRecord[]) => share(cohortOf('2026-09', start, ...milestones)?.point);
    expect(point(job(on(210)))).toBe('1 of 1');
    expect(point(job(on(211)))).toBe('0 of 1');
    expect(point(job(on(50), 'self-reported'))).toBe('0 of 1 p');
  });

  test('has the twelve months in whole and by provider', () => {
    const cohort = cohortOf('2026-10', start, job(on(100)));
    expect(share(cohort?.matured)).toBe('1 of 1');
    expect(share(cohort?.providers['janus'])).toBe('1 of 1');
  });
});
