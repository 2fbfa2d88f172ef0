import type { HistoryVersion } from '../../shared/privacy/history.ts';
import type { ClaimedLine, HeldRecord, SubjectAccess } from '../../shared/privacy/subject-access.ts';

/** Builders of what is held on a person, that state only what matters to a test. */

const caseSystem = { clientId: '1h57kf5cpq17m0eml12EXAMPLE', name: 'harbour-case-system' };

type Data = HistoryVersion['data'];

/** A record that was sent once, the day after 5 January 2026, unless its versions are given. */
export function aHeldRecord(type: string, data: Data, stated: Partial<HeldRecord> = {}): HeldRecord {
  const id = `${type}-1`;
  return { type, id, versions: [aVersion({ data: { personRef: 'SU-0042', ...data } })], ...stated };
}

export function aVersion(stated: Partial<HistoryVersion> = {}): HistoryVersion {
  return {
    version: 1,
    recordedAt: '2026-01-06T09:12:00.000Z',
    client: caseSystem,
    outcome: 'created',
    changes: [],
    data: {},
    ...stated,
  };
}

/** An amendment of one field, after the first version. */
export function amendedFrom(first: HistoryVersion, field: string, to: unknown): HistoryVersion[] {
  const from = first.data[field];
  const amended = aVersion({
    version: first.version + 1,
    recordedAt: new Date(Date.parse(first.recordedAt) + 2 * 86_400_000).toISOString(),
    outcome: 'amended',
    changes: [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }],
    data: { ...first.data, [field]: to },
  });
  return [first, amended];
}

/** The same, and withdrawn afterwards. */
export function withdrawnAfter(versions: readonly HistoryVersion[], reason: string): HistoryVersion[] {
  const last = versions.at(-1) ?? aVersion();
  return [
    ...versions,
    aVersion({
      version: last.version + 1,
      recordedAt: '2026-07-09T15:45:00.000Z',
      outcome: 'withdrawn',
      reason,
      data: last.data,
    }),
  ];
}

/** Four weeks of January 2026 claimed on the spot, at the price of a week of the day programme. */
export function aClaimedLine(stated: Partial<ClaimedLine> = {}): ClaimedLine {
  return {
    claim: 'CL-2026-01',
    version: 1,
    recordedAt: '2026-02-03T09:12:00.000Z',
    client: caseSystem,
    commissioner: 'northshire',
    month: '2026-01',
    block: 'spot',
    placement: 'PL-2026-0007',
    weeks: 4,
    ratePence: 27_900,
    ...stated,
  };
}

/** A person of whom nothing is held but that this copy was asked for. */
export function aSubjectAccess(stated: Partial<SubjectAccess> = {}): SubjectAccess {
  const madeAt = stated.madeAt ?? '2026-11-05T09:12:00.000Z';
  return {
    provider: 'harbour-house',
    providerName: 'Harbour House',
    personRef: 'SU-0042',
    madeAt,
    records: [],
    claims: [],
    accesses: [
      { at: madeAt, action: 'subject-access', format: 'pdf', client: caseSystem, sub: caseSystem.clientId },
    ],
    figures: [],
    ...stated,
  };
}
