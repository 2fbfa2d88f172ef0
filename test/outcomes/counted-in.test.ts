import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComputedMeasure } from '../../shared/outcomes/computed.ts';
import { measuresCounting } from '../../shared/outcomes/counted-in.ts';
import type { PersonRecords, StoredRecord } from '../../shared/outcomes/person-records.ts';
import { compute } from '../support/compute.ts';
import { aLapse, aMilestone, aPerson, aPlacement, aPositiveTest, aSession } from '../support/records.ts';

const MONTH = '2026-10';
const counting = (...records: StoredRecord[]) => measuresCounting(aPerson(...records), 'northshire', MONTH);
const here = [aPlacement({ startsOn: '2026-03-02' }), aSession({ on: '2026-03-02' })];

test('somebody on the programme with abstinence as the goal counts in all that she may be in, and in nothing else', () => {
  expect(counting(...here)).toEqual([
    'abstinence-retention',
    'family-engagement',
    'caseload',
    'early-unplanned-exit',
    'effective-treatment',
    'waiting-time',
    'worker-variety',
    'women-only-access',
    'telephone-support',
    'counselling-access',
    'positive-change',
    'substance-change',
    'wellbeing',
    'goal-progress',
    'review-completeness',
    'data-quality',
  ]);
});

test('another goal counts in the other retention, a lapse in recovery, a step of a volunteer in progression', () => {
  const reducing = [
    aPlacement({ startsOn: '2026-03-02', goal: 'reduction' }),
    aSession({ on: '2026-03-02' }),
  ];
  expect(counting(...reducing)).toContain('retention');
  expect(counting(...reducing)).not.toContain('abstinence-retention');
  expect(counting(...here, aLapse({ openedOn: '2026-09-01' }))).toContain('lapse-recovery');
  expect(counting(...here, aMilestone({ reachedOn: '2026-09-01' }))).toContain('volunteer-progression');
});

test('who left long before the month counts in nothing, and neither does anybody of another commissioner', () => {
  const left = { startsOn: '2020-03-02', endedOn: '2020-05-24', endReason: 'completed' } as const;
  expect(counting(aPlacement(left), aSession({ on: '2020-03-02' }))).toEqual([]);
  expect(counting(aPlacement({ startsOn: '2026-03-02', commissioner: 'eastshire' }))).toEqual([]);
  expect(counting(aPlacement({ startsOn: '2026-12-01' }))).toEqual([]);
});

test('taking somebody away leaves every measure as it is that does not count them', () => {
  const day = fc.integer({ min: 0, max: 900 });
  const dateOf = (days: number) =>
    new Date(Date.UTC(2024, 4, 1) + days * 86_400_000).toISOString().slice(0, 10);
  const person = (number: number) =>
    fc
      .record({
        start: day,
        length: fc.option(fc.integer({ min: 0, max: 200 })),
        goal: fc.constantFrom('abstinence', 'reduction'),
        service: fc.constantFrom('day-programme', 'aftercare'),
        sessions: fc.array(day, { maxLength: 3 }),
        relative: fc.constantFrom(undefined, 'F1', 'F2'),
        positive: fc.option(day),
        lapse: fc.option(day),
        milestone: fc.option(day),
      })
      .map(
        ({ start, length, goal, service, sessions, relative, positive, lapse, milestone }): PersonRecords => {
          const personRef = `P${number}`;
          const end =
            length === null ? {} : { endedOn: dateOf(start + length), endReason: 'completed' as const };
          const family =
            relative === undefined ? {} : { family: [{ ref: relative, relationship: 'parent' as const }] };
          return aPerson(
            aPlacement({ personRef, startsOn: dateOf(start), goal, service, ...end }),
            ...sessions.map((at, i) => aSession({ personRef, id: `S${i}`, on: dateOf(at), ...family })),
            ...(positive === null ? [] : [aPositiveTest({ personRef, on: dateOf(positive) })]),
            ...(lapse === null ? [] : [aLapse({ personRef, openedOn: dateOf(lapse) })]),
            ...(milestone === null ? [] : [aMilestone({ personRef, reachedOn: dateOf(milestone) })]),
          );
        },
      );
  fc.assert(
    fc.property(fc.tuple(person(1), person(2), person(3), person(4)), (people) => {
      const [gone, ...others] = people;
      const counted = measuresCounting(gone, 'northshire', MONTH);
      const [before, after] = [people, others].map((some) => compute({ people: some }).computed.measures);
      for (const id of Object.keys(before!)) {
        if (!counted.includes(id)) expect(shownOf(after![id]!)).toEqual(shownOf(before![id]!));
      }
    }),
    { numRuns: 200 },
  );
});

/** What was issued of months before is looked at, and not shown. */
const shownOf = ({ cohort, ...measure }: ComputedMeasure) => ({
  ...measure,
  cohort: cohort && { ...cohort, earlier: {} },
});
