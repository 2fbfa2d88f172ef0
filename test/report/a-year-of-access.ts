import type { HeldRecord, SubjectAccess } from '../../shared/privacy/subject-access.ts';
import {
  aClaimedLine,
  aHeldRecord,
  amendedFrom,
  aSubjectAccess,
  aVersion,
  withdrawnAfter,
} from './subject-access.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-01-05T00:00:00Z');
const dateAfter = (days: number) => new Date(START + days * DAY).toISOString().slice(0, 10);
const number = (n: number) => String(n).padStart(4, '0');

/**
 * Everything held on a person who was with a service for a year, with every kind of record, records that were changed
 * and withdrawn, and figures.
 *
 * @param ref what references and ids end in, where they have to be long
 */
export function aYearOfAccess({ sessions = 60, tests = 30, ref = '' } = {}): SubjectAccess {
  const personRef = `SU-0042${ref}`;
  const held = (type: string, id: string, data: Record<string, unknown>): HeldRecord => {
    const record = aHeldRecord(type, { ...data, personRef }, { id: `${id}${ref}` });
    const about = data['startsOn'] ?? data['startsAt'] ?? data['collectedAt'] ?? data['openedOn'];
    if (typeof about !== 'string') return record;
    const recordedAt = new Date(Date.parse(about.slice(0, 10)) + DAY + 33_120_000).toISOString();
    return { ...record, versions: record.versions.map((version) => ({ ...version, recordedAt })) };
  };
  const changed = (record: HeldRecord, field: string, to: unknown): HeldRecord => ({
    ...record,
    versions: record.versions.flatMap((first) => amendedFrom(first, field, to)),
  });
  const withdrawn = (record: HeldRecord, reason: string): HeldRecord => ({
    ...record,
    versions: withdrawnAfter(record.versions, reason),
  });

  const placements = [
    held('placement', 'PL-2026-0007', {
      commissioner: 'northshire',
      service: 'day-programme',
      referredOn: '2025-12-15',
      startsOn: '2026-01-05',
      plannedEndOn: '2026-03-30',
      endedOn: '2026-06-22',
      endReason: 'completed',
      funding: 'block',
      block: `BL-2026-01${ref}`,
      goal: 'abstinence',
      intervention: 'recovery',
      substances: ['opiates', 'crack', 'alcohol'],
      sex: 'female',
      ageBand: '35-44',
      children: 'protection-register',
      referrer: `northshire-children${ref}`,
      reportAgreement: 'agreed',
      suspensions: [
        { from: '2026-02-09', to: '2026-02-15' },
        { from: '2026-04-06', to: '2026-04-12' },
      ],
    }),
    held('placement', 'PL-2026-0031', {
      commissioner: 'northshire',
      service: 'aftercare',
      referredOn: '2026-06-15',
      startsOn: '2026-06-23',
      plannedEndOn: '2026-12-22',
      funding: 'spot',
      goal: 'abstinence',
      substances: ['opiates', 'crack'],
      sex: 'female',
      ageBand: '35-44',
      children: 'looked-after',
    }),
  ];
  const kinds = ['group', 'one-to-one', 'joint-group', 'women-only-group', 'family-workshop', 'telephone'];
  const attendances = [
    'attended',
    'attended',
    'attended',
    'did-not-attend',
    'attended',
    'cancelled-by-client',
  ];
  const met = Array.from({ length: sessions }, (_, i) => {
    const attendance = attendances[i % 6] ?? '';
    const family = i % 6 === 2 || i % 6 === 4;
    return held('session', `S-${number(i + 1)}`, {
      kind: kinds[i % 6],
      startsAt: `${dateAfter(Math.floor((i * 340) / sessions))}T${10 + (i % 5)}:00:00Z`,
      attendance,
      workers: [`W-${12 + (i % 4)}${ref}`, ...(i % 3 === 0 ? [`W-21${ref}`] : [])],
      ...(i % 2 === 0 && { topics: ['cravings', 'drug-dna'] }),
      ...(i % 6 !== 1 && { groupRef: `G-2026-${number(i)}${ref}` }),
      ...(family && {
        family: [
          { ref: `F-0042-1${ref}`, relationship: 'parent' },
          { ref: `F-0042-2${ref}`, relationship: 'partner' },
        ],
        childrenPresent: 2,
      }),
      ...(i % 10 === 9 && { placement: `PL-2026-0031${ref}` }),
    });
  });
  const [first, second, ...others] = met;
  const sampled = Array.from({ length: tests }, (_, i) =>
    held('test', `T-${number(i + 1)}`, {
      collectedAt: `${dateAfter(Math.floor((i * 330) / tests))}T09:15:00Z`,
      matrix: i % 7 === 3 ? 'oral-fluid' : 'urine',
      reason: ['scheduled', 'scheduled', 'random', 'lapse'][i % 4],
      status: i % 9 === 8 ? 'missed' : 'provided',
      ...(i % 9 !== 8 && {
        results: [
          { substance: 'opiates', result: i === 5 ? 'positive' : 'negative' },
          { substance: 'crack', result: 'negative' },
          { substance: 'benzodiazepines', result: 'positive', explained: true },
        ],
      }),
    }),
  );
  return aSubjectAccess({
    personRef,
    records: [
      changed(
        held('lapse', 'L-0001', {
          openedOn: '2026-02-02',
          source: 'test',
          substance: 'opiates',
          outcome: 'open',
        }),
        'outcome',
        'recovered',
      ),
      held('lapse', 'L-0002', {
        openedOn: '2026-05-11',
        source: 'self-report',
        substance: 'alcohol',
        outcome: 'relapsed',
        closedOn: '2026-05-30',
        referredTo: `inpatient-detox${ref}`,
      }),
      ...[
        'transition-started',
        'transition-completed',
        'voluntary-placement-started',
        'criminal-record-check',
      ].map((step, i) =>
        held('milestone', `M-${number(i + 1)}`, {
          step,
          reachedOn: dateAfter(160 + i * 21),
          evidence: i % 2 ? 'verified' : 'self-reported',
        }),
      ),
      ...placements,
      ...['start', 'review', 'exit'].map((stage, i) =>
        held('review', `R-${number(i + 1)}`, {
          stage,
          reviewedOn: dateAfter(1 + i * 84),
          daysUsed: { opiates: 20 - i * 10, crack: 8 - i * 4, alcohol: 3 },
          unitsPerUsingDay: 6.5,
          injectedDays: 4 - i * 2,
          sharing: false,
          psychologicalHealth: 7 + i * 3,
          physicalHealth: 9 + i * 2,
          qualityOfLife: 8 + i * 3,
          housingProblem: i === 0,
          paidWorkDays: 0,
          educationDays: i * 5,
          children: 'protection-register',
          recoverySupport: 'mutual-aid',
          decision: ['continue', 'extend', 'complete'][i],
          goalProgress: ['none', 'some', 'met'][i],
        }),
      ),
      ...(first === undefined ? [] : [changed(first, 'attendance', 'cancelled-by-service')]),
      ...(second === undefined
        ? []
        : [withdrawn(changed(second, 'workers', [`W-19${ref}`]), 'entered-in-error')]),
      ...others,
      ...sampled,
    ],
    claims: ['2026-01', '2026-02'].flatMap((month) =>
      ['spot', `BL-2026-01${ref}`].map((block) =>
        aClaimedLine({
          ...{ month, block, claim: `CL-${month}${ref}`, placement: `PL-2026-0007${ref}` },
          ...(block !== 'spot' && { invoiceRef: `INV-${month}${ref}`, commissioner: `northshire${ref}` }),
        }),
      ),
    ),
    accesses: [
      {
        at: '2026-08-03T13:20:00.000Z',
        action: 'subject-access',
        format: 'json',
        client: { clientId: '5k2qg8v4n1removed-client' },
        sub: 'office-manager@7',
      },
      ...aSubjectAccess().accesses,
    ],
    figures: ['2026-02', '2026-03', '2026-04', '2026-05'].flatMap((month) =>
      [
        'abstinence-retention',
        'retention',
        'lapse-recovery',
        'family-engagement',
        'volunteer-progression',
      ].map((measure) => ({ commissioner: 'northshire', month, revision: 1, measure })),
    ),
  });
}

/** One record, sent once. */
export const anAccessOfOneRecord = (): SubjectAccess =>
  aSubjectAccess({
    records: [
      aHeldRecord(
        'session',
        {},
        {
          versions: [
            aVersion({
              data: {
                personRef: 'SU-0042',
                kind: 'group',
                startsAt: '2026-01-05T10:00:00Z',
                attendance: 'attended',
                workers: ['W-12'],
              },
            }),
          ],
        },
      ),
    ],
  });
