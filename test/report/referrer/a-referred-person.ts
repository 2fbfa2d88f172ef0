import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { placementFacts } from '../../../shared/outcomes/reports/placement-facts.ts';
import type { ReferrerReport } from '../../../shared/report/referrer/referrer-report.ts';
import { aLapse, aPerson, aPlacement, aReview, aSession, aTest } from '../../support/records.ts';

const START = Date.UTC(2026, 0, 5);
const onDay = (day: number) => new Date(START + day * 86_400_000).toISOString().slice(0, 10);

/** Marks of what a report must not hold: other people, and what is not the referrer's. */
export const FOREIGN = ['W-zulu-1', 'F-zulu-2', 'G-zulu-3', 'B-zulu-4', 'northshire', 'P-zulu-9'];

/**
 * Twelve weeks of one person: a group every Monday, a one-to-one every Wednesday, family on some, a test every
 * Thursday, a lapse that was managed, three reviews; beside it a placement of theirs that is somebody else's business.
 */
function aReferredPerson(more: readonly StoredRecord[] = []): PersonRecords {
  const personRef = 'SU-0042';
  const placement = aPlacement({
    ...{
      id: 'P-0042',
      personRef,
      startsOn: '2026-01-05',
      referredOn: '2025-12-18',
      plannedEndOn: '2026-03-29',
    },
    ...{ funding: 'block', block: 'B-zulu-4', referrer: 'team-1', reportAgreement: 'agreed' },
    substances: ['opiates', 'crack'],
  });
  const before = aPlacement({
    ...{ id: 'P-zulu-9', personRef, startsOn: '2025-01-06', plannedEndOn: '2025-03-30' },
    ...{ endedOn: '2025-02-10', endReason: 'left' },
  });
  const weeks = Array.from({ length: 12 }, (_, week) => week);
  const topics = ['cravings', 'drug-dna', 'lapse-and-relapse', 'grief-process'] as const;
  const groups = weeks.map((week) =>
    aSession({
      ...{ personRef, on: onDay(week * 7), groupRef: 'G-zulu-3', workers: ['W-zulu-1'] },
      ...(week === 5 ? { attendance: 'did-not-attend' } : {}),
      ...(week === 8 ? { attendance: 'cancelled-by-service' } : {}),
      topics: [topics[week % 4]!],
    }),
  );
  const oneToOnes = weeks.map((week) =>
    aSession({
      ...{ personRef, on: onDay(week * 7 + 2), kind: 'one-to-one', workers: ['W-zulu-1'] },
      ...(week === 2 ? { attendance: 'cancelled-by-client' } : {}),
    }),
  );
  const family = [1, 3, 6].map((week) =>
    aSession({
      ...{ personRef, on: onDay(week * 7 + 4), workers: ['W-zulu-1'], childrenPresent: week === 6 ? 2 : 0 },
      ...{ family: [{ ref: 'F-zulu-2', relationship: 'sibling' }], topics: ['impact-on-family'] },
      ...(week === 3
        ? { kind: 'carer-group', attendance: 'family-only' }
        : { kind: 'family-workshop', attendance: 'attended' }),
    }),
  );
  const tests = weeks.map((week) =>
    aTest({
      ...{ personRef, on: onDay(week * 7 + 3), reason: week === 5 ? 'lapse' : 'scheduled' },
      ...(week === 9 ? { status: 'missed' } : {}),
      ...(week === 9
        ? {}
        : {
            results: [
              { substance: 'opiates', result: 'positive', explained: true },
              {
                substance: 'crack',
                result: week === 4 ? 'positive' : week === 7 ? 'inconclusive' : 'negative',
              },
            ],
          }),
    }),
  );
  const lapse = aLapse({
    ...{ personRef, openedOn: onDay(31), source: 'test', substance: 'crack' },
    ...{ outcome: 'recovered', returnedOn: onDay(42) },
  });
  const reviews = [
    aReview({
      ...{ personRef, reviewedOn: '2026-01-06', daysUsed: { opiates: 28, crack: 12 } },
      ...{ psychologicalHealth: 6, physicalHealth: 8, qualityOfLife: 5, housingProblem: true },
      ...{ injectedDays: 9, sharing: true, children: 'protection-register' },
    }),
    aReview({
      ...{ personRef, stage: 'review', reviewedOn: '2026-02-16', daysUsed: { opiates: 0, crack: 1 } },
      ...{
        psychologicalHealth: 11,
        physicalHealth: 12,
        qualityOfLife: 12,
        paidWorkDays: 0,
        educationDays: 4,
      },
      ...{ goalProgress: 'some', decision: 'extend' },
    }),
  ];
  return aPerson(placement, before, ...groups, ...oneToOnes, ...family, ...tests, lapse, ...reviews, ...more);
}

/** A report on them for their referrer, made on 27 March 2026 at 9:12. */
export function aReferrerReport(person: PersonRecords = aReferredPerson(), id = 'P-0042'): ReferrerReport {
  return {
    facts: placementFacts(person, id, '2026-03-27')!,
    grounds: 'agreed',
    recipient: { code: 'team-1', name: 'Northvale children’s services' },
    provider: 'Janus Enterprise',
    madeAt: '2026-03-27T09:12:00.000Z',
  };
}
