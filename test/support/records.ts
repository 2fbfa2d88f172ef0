import { createHash } from 'node:crypto';
import type { RecordData, RecordTypeName } from '../../shared/records/registry.ts';
import type { PersonRecords, StoredRecord } from '../../shared/outcomes/person-records.ts';

/**
 * Builders of stored records that state only what matters to a test. Unless told otherwise a record is of provider
 * `janus`, about person `P1`, and its placement is on the day programme, paid for by `northshire`, goal abstinence.
 */

type Stored<Type extends RecordTypeName> = Extract<StoredRecord, { type: Type }>;

/** The fields of a record, and of its envelope where a test needs to tell two records apart. */
type Fields<Type extends RecordTypeName> = Partial<RecordData[Type]> & { id?: string; provider?: string };

function build<Type extends RecordTypeName>(
  type: Type,
  defaults: RecordData[Type],
  { id, provider = 'janus', ...fields }: Fields<Type>,
  naturalId: (data: RecordData[Type]) => string,
): Stored<Type> {
  const data: RecordData[Type] = { ...defaults, ...fields };
  const hash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  return { type, id: id ?? naturalId(data), provider, hash, data } as unknown as Stored<Type>;
}

/** A placement on the day programme from 5 January 2026, open, planned until the end of 2027. */
export function aPlacement(fields: Fields<'placement'> = {}): Stored<'placement'> {
  const startsOn = fields.startsOn ?? '2026-01-05';
  return build(
    'placement',
    {
      personRef: 'P1',
      commissioner: 'northshire',
      service: 'day-programme',
      referredOn: startsOn,
      startsOn,
      plannedEndOn: '2027-12-31',
      funding: 'spot',
      goal: 'abstinence',
      substances: ['opiates'],
      sex: 'female',
      ageBand: '35-44',
    },
    fields,
    (data) => `placement-${data.personRef}-${data.service}-${data.startsOn}`,
  );
}

/** A group that the person attended, at ten in the morning of `on` unless `startsAt` is given. */
export function aSession({ on = '2026-01-05', ...fields }: Fields<'session'> & { on?: string } = {}) {
  return build(
    'session',
    { personRef: 'P1', kind: 'group', startsAt: `${on}T10:00:00Z`, attendance: 'attended', workers: ['W1'] },
    fields,
    (data) => `session-${data.personRef ?? 'none'}-${data.kind}-${data.startsAt.replaceAll(':', '')}`,
  );
}

/** A session for kinship carers and family only: no service user, the commissioner named. */
export function aFamilySession({ on = '2026-01-05', ...fields }: Fields<'session'> & { on?: string } = {}) {
  return build(
    'session',
    {
      startsAt: `${on}T10:00:00Z`,
      workers: ['W1'],
      commissioner: 'northshire',
      kind: 'carer-group',
      attendance: 'family-only',
      family: [{ ref: 'F1', relationship: 'carer' }],
    },
    fields,
    ({ kind, startsAt, family = [] }) =>
      `family-session-${kind}-${startsAt.replaceAll(':', '')}-${family.map(({ ref }) => ref).join('-')}`,
  );
}

/** A urine test provided and negative, collected at nine in the morning of `on`. */
export function aTest({ on = '2026-01-05', ...fields }: Fields<'test'> & { on?: string } = {}) {
  const provided = fields.status === undefined || fields.status === 'provided';
  return build(
    'test',
    {
      personRef: 'P1',
      collectedAt: `${on}T09:00:00Z`,
      matrix: 'urine',
      reason: 'scheduled',
      status: 'provided',
      ...(provided ? { results: [{ substance: 'opiates', result: 'negative' }] } : {}),
    },
    fields,
    (data) => `test-${data.personRef}-${data.collectedAt.replaceAll(':', '')}-${data.status}`,
  );
}

/** A test with an unexplained positive. */
export function aPositiveTest(fields: Fields<'test'> & { on?: string } = {}) {
  return aTest({ results: [{ substance: 'opiates', result: 'positive' }], ...fields });
}

/** A lapse that is open. */
export function aLapse(fields: Fields<'lapse'> = {}): Stored<'lapse'> {
  return build(
    'lapse',
    {
      personRef: 'P1',
      openedOn: '2026-02-02',
      source: 'self-report',
      substance: 'opiates',
      outcome: 'open',
    },
    fields,
    (data) => `lapse-${data.personRef}-${data.openedOn}`,
  );
}

/** A step of the volunteer pathway, verified. Give `personRef: undefined` with a `familyRef` and a commissioner. */
export function aMilestone(fields: Fields<'milestone'> = {}): Stored<'milestone'> {
  return build(
    'milestone',
    {
      ...(fields.familyRef === undefined ? { personRef: 'P1' } : { commissioner: 'northshire' }),
      step: 'voluntary-placement-started',
      reachedOn: '2026-01-05',
      evidence: 'verified',
    },
    fields,
    (data) => `milestone-${data.personRef ?? data.familyRef ?? ''}-${data.step}-${data.reachedOn}`,
  );
}

/** A start review with eight days of opiate use. */
export function aReview(fields: Fields<'review'> = {}): Stored<'review'> {
  return build(
    'review',
    { personRef: 'P1', stage: 'start', reviewedOn: '2026-01-06', daysUsed: { opiates: 8 } },
    fields,
    (data) => `review-${data.personRef}-${data.stage}-${data.reviewedOn}`,
  );
}

/** A worker's reflection with a three in every dimension. */
export function aReflection(fields: Fields<'reflection'> = {}): Stored<'reflection'> {
  return build(
    'reflection',
    {
      workerRef: 'W1',
      reflectedOn: '2026-01-06',
      culture: 3,
      stance: 3,
      clientWork: 3,
      boundaries: 3,
      mythology: 3,
      selfReflection: 3,
    },
    fields,
    (data) => `reflection-${data.workerRef}-${data.reflectedOn}`,
  );
}

/** One person's records; the person is that of the first record that names one. */
export function aPerson(...records: StoredRecord[]): PersonRecords {
  const named = records
    .map(({ data, provider }) => ({ provider, personRef: 'personRef' in data ? data.personRef : undefined }))
    .find(({ personRef }) => personRef !== undefined);
  return { provider: named?.provider ?? 'janus', personRef: named?.personRef ?? 'P1', records };
}
