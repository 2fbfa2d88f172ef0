import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecord as read } from '../../shared/intake/read-record.ts';
import { duePersonRecords, dueUnattachedRecords } from '../../shared/privacy/due-records.ts';
import { enforceRetention } from '../../shared/privacy/enforce-retention.ts';
import { retentionPeriodsOn } from '../../shared/privacy/retention-periods.ts';
import { recordTypeNames } from '../../shared/records/registry.ts';
import { readAudit, writeAudit } from '../../shared/store/audit.ts';
import { putClaim, readClaim } from '../../shared/store/claims.ts';
import { queryAll, type Table } from '../../shared/store/dynamo.ts';
import { putRecord, withdrawRecord } from '../../shared/store/put-record.ts';
import { readRecord } from '../../shared/store/read-records.ts';
import { type RecordItem, recordItem } from '../../shared/store/record-item.ts';
import { readRemovedByAge } from '../../shared/store/removed-by-age.ts';
import {
  accessPartition,
  claimedPartition,
  historyPartition,
  personPartition,
} from '../../shared/store/table.ts';
import { aClaim } from '../support/finance.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { testTagOf } from '../support/tags.ts';
import { aTable } from '../support/table.ts';

const record = (type: string, id: string, value: object) => {
  const { record: parsed, issues } = read(type, id, value);
  if (parsed === undefined) throw new Error(JSON.stringify(issues));
  return parsed;
};

const aReview = { stage: 'exit', reviewedOn: '2026-05-01', daysUsed: {} };
const aReflection = {
  workerRef: 'W-1',
  ...{ culture: 3, stance: 3, clientWork: 3, boundaries: 3, mythology: 3, selfReflection: 3 },
};
const ended = { endedOn: '2026-03-30', endReason: 'completed', plannedEndOn: '2026-03-30' };

describe('what is due', () => {
  const item = (type: string, id: string, value: object): RecordItem =>
    recordItem('janus', record(type, id, value), {
      version: 1,
      recordedAt: '2026-06-01T09:00:00.000Z',
      client: 'c',
    });
  const placement = (more: object = ended) => item('placement', 'P', aSentPlacement('SU-1', more));
  const session = item('session', 'S', aSentSession('SU-1'));
  const review = item('review', 'R', { personRef: 'SU-1', ...aReview });

  const rule = (today: string, more: object = {}) => ({
    today,
    periods: retentionPeriodsOn(today),
    placementsNeededFrom: '2031-01-01',
    openFrom: '2033-12-01',
    ...more,
  });
  const due = (items: RecordItem[], ...of: Parameters<typeof rule>) =>
    duePersonRecords(items, rule(...of)).map(({ id }) => id);

  test('every type has a period, and the reflections of workers the shortest', () => {
    const periods = retentionPeriodsOn('2026-11-25');
    expect(Object.keys(periods).sort()).toEqual([...recordTypeNames].sort());
    expect(periods.reflection.months).toBe(24);
    expect(periods.placement.months).toBe(8 * 12);
  });

  test('all of a person goes eight years after the end of their last placement, not a day sooner', () => {
    expect(due([placement(), session], '2034-03-30')).toEqual([]);
    expect(due([placement(), session], '2034-03-31')).toEqual(['P', 'S']);
  });

  test('whatever was recorded after the end counts as when they were last seen', () => {
    expect(due([placement(), session, review], '2034-03-31')).toEqual([]);
    expect(due([placement(), session, review], '2034-05-01')).toEqual([]);
    expect(due([placement(), session, review], '2034-05-02')).toEqual(['P', 'S', 'R']);
  });

  test('nothing of somebody with an open placement goes, however old it is', () => {
    expect(due([placement({}), session], '2060-01-01')).toEqual([]);
  });

  test('nothing goes that an open month may read, however short the period', () => {
    const oneMonth = { months: 1, countedFrom: 'last-seen', source: 'test' };
    const periods = { ...retentionPeriodsOn('2026-01-01'), placement: oneMonth, session: oneMonth };
    const needed = { periods, placementsNeededFrom: '2026-03-30' };
    expect(due([placement(), session], '2026-09-01', needed)).toEqual([]);
    expect(
      due([placement(), session], '2026-09-01', { periods, placementsNeededFrom: '2026-03-31' }),
    ).toEqual(['P', 'S']);
  });

  test('each type has its own period', () => {
    const short = { months: 12, countedFrom: 'last-seen', source: 'test' };
    const periods = { ...retentionPeriodsOn('2026-01-01'), session: short };
    expect(
      due([placement(), session], '2031-01-02', { periods, placementsNeededFrom: '2028-01-01' }),
    ).toEqual(['S']);
  });

  test('a withdrawn record counts from its withdrawal', () => {
    const withdrawn: RecordItem = {
      ...placement({}),
      withdrawn: 'entered-in-error',
      recordedAt: '2026-06-01T09:00:00.000Z',
    };
    expect(due([withdrawn], '2034-06-01')).toEqual([]);
    expect(due([withdrawn], '2034-06-02')).toEqual(['P']);
  });

  test('a reflection goes after 24 months, a session with family alone after eight years', () => {
    const reflection = item('reflection', 'X', { ...aReflection, reflectedOn: '2026-01-15' });
    const family = item('session', 'F', {
      ...{ commissioner: 'northshire', kind: 'carer-group', attendance: 'family-only' },
      ...{ startsAt: '2026-01-15T18:00:00Z', workers: [] },
    });
    const dueAlone = (...of: Parameters<typeof rule>) =>
      dueUnattachedRecords([reflection, family], rule(...of)).map(({ id }) => id);
    expect(dueAlone('2028-01-15')).toEqual([]);
    expect(dueAlone('2028-01-16')).toEqual(['X']);
    expect(dueAlone('2034-01-16')).toEqual(['X', 'F']);
    expect(dueAlone('2028-01-16', { openFrom: '2026-01-01' })).toEqual([]);
  });
});

describe('enforced on a table', () => {
  let table: Table;
  let close: () => Promise<void>;
  beforeAll(async () => ({ table, close } = await aTable()));
  afterAll(() => close());

  const change = { provider: 'janus', client: 'c', now: () => new Date('2026-06-01T09:00:00Z') };
  const put = (type: string, id: string, value: object) => putRecord(table, record(type, id, value), change);
  const enforce = (at: string) =>
    enforceRetention({
      table,
      tagOf: testTagOf,
      now: () => new Date(at),
      newId: () => 'a-report',
      commissioners: ['northshire'],
      providers: ['janus', 'other'],
    });

  test('what is due goes with every version and pointer, is reported, and nothing else goes', async () => {
    await put('placement', 'P-1', aSentPlacement('SU-1', ended));
    await put('session', 'S-1', aSentSession('SU-1'));
    await put('session', 'S-1', aSentSession('SU-1', { kind: 'activity' }));
    await put('session', 'S-1w', aSentSession('SU-1'));
    await withdrawRecord(table, { type: 'session', id: 'S-1w', reason: 'duplicate' }, change);
    // Somebody without a placement, somebody still here, and what names nobody.
    await put('session', 'S-2', aSentSession('SU-2'));
    await put('placement', 'P-3', aSentPlacement('SU-3'));
    await put('session', 'S-3', aSentSession('SU-3'));
    await put('reflection', 'X-1', { ...aReflection, reflectedOn: '2026-05-15' });
    await writeAudit(table, {
      ...{ id: 'a-1', at: '2026-07-01T09:00:00.000Z', action: 'subject-access', format: 'json' },
      ...{ provider: 'janus', personRef: 'SU-1', clientId: 'c', sub: 's' },
    });

    expect(await enforce('2028-06-14T03:30:00Z')).toEqual(
      new Map([['janus', { people: 0, records: { reflection: 1 } }]]),
    );
    expect(await enforce('2028-06-15T03:30:00Z')).toEqual(new Map());
    // SU-1 was last seen when a record of theirs was withdrawn, and of SU-2 something recorded, on 1 June 2026.
    expect(await enforce('2034-06-01T03:30:00Z')).toEqual(new Map());
    expect(await readRecord(table, 'janus', 'placement', 'P-1')).toBeDefined();
    expect(await readRemovedByAge(table, 'northshire')).toBeUndefined();
    expect(await enforce('2034-06-02T03:30:00Z')).toEqual(
      new Map([['janus', { people: 2, records: { placement: 1, session: 3 } }]]),
    );

    for (const [type, id] of [
      ['placement', 'P-1'],
      ['session', 'S-1'],
      ['session', 'S-1w'],
    ] as const) {
      expect(await readRecord(table, 'janus', type, id)).toBeUndefined();
      expect(await queryAll(table, { partition: historyPartition('janus', type, id) })).toEqual([]);
    }
    expect(await queryAll(table, { partition: personPartition('janus', 'SU-1') })).toEqual([]);
    expect(await queryAll(table, { partition: accessPartition('janus', 'SU-1') })).toEqual([]);
    const [access] = (await readAudit(table, '2026-07', {})).entries;
    expect(access).toMatchObject({ action: 'subject-access', provider: 'janus' });
    expect(access).not.toHaveProperty('personRef');
    expect(await readRecord(table, 'janus', 'session', 'S-3')).toBeDefined();
    expect(await readRemovedByAge(table, 'northshire')).toBe('2026-03-30');
    expect((await readAudit(table, '2034-06', {})).entries).toMatchObject([
      { action: 'retention-enforced', provider: 'janus', people: 2, records: { placement: 1, session: 3 } },
    ]);
    // The id is free again.
    expect(await put('placement', 'P-1', aSentPlacement('SU-9'))).toEqual({ outcome: 'created', version: 1 });
  });

  test('a placement that is due is taken out of claims, whose weeks and total stay', async () => {
    await put('placement', 'P-11', aSentPlacement('SU-11', ended));
    await put('placement', 'P-12', aSentPlacement('SU-12'));
    const claim = aClaim([
      ['P-11', 4, 27_900],
      ['P-12', 2, 27_900],
    ]);
    await putClaim(table, claim, { client: 'c', now: () => new Date(), admit: () => undefined });
    await enforce('2034-06-02T03:30:00Z');
    expect((await readClaim(table, claim.id))?.data).toEqual({
      ...claim.data,
      lines: [{ ...claim.data.lines[0], placement: 'erased-1' }, claim.data.lines[1]],
    });
    expect(await queryAll(table, { partition: claimedPartition('janus', 'P-11') })).toEqual([]);
  });
});
