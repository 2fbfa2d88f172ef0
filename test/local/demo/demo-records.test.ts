import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { SentRecord } from '../../../local/api-client.ts';
import { demoRecords } from '../../../local/demo/demo-records.ts';
import { demoCommissioners, demoLastDay, demoMonths } from '../../../local/demo/services.ts';
import { outcomeComputation } from '../../../shared/outcomes/compute.ts';
import { disclose } from '../../../shared/outcomes/disclosure.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { londonDate } from '../../../shared/records/london.ts';
import { recordTypeNames, typeNamed } from '../../../shared/records/registry.ts';

const demo = demoRecords();
const records = demo.flatMap((part) => part.records);
const placements = records.filter((record) => record.type === 'placement');

/** A record as it arrives: undefined fields are not sent. */
function received(record: SentRecord) {
  const { type, id, ...data } = JSON.parse(JSON.stringify(record)) as SentRecord;
  const parsed = typeNamed(type)!.parse(id, data);
  if (!parsed.success) throw new Error(`${id}: ${JSON.stringify(parsed.issues)}`);
  return parsed.record;
}

test('covers eighteen months, May 2025 to October 2026', () => {
  expect(demoMonths).toHaveLength(18);
  expect([demoMonths[0], demoMonths[8], demoMonths[17]]).toEqual(['2025-05', '2026-01', '2026-10']);
});

test('makes 3,500 to 5,000 records of all kinds, of about 150 people', () => {
  expect(records.length).toBeGreaterThan(3_500);
  expect(records.length).toBeLessThanOrEqual(5_000);
  const people = new Set(placements.map(({ personRef }) => personRef));
  expect(people.size).toBeGreaterThan(135);
  expect(people.size).toBeLessThan(165);
  expect(new Set(records.map(({ type }) => type))).toEqual(new Set(recordTypeNames));
});

test('makes no record that intake would refuse', () => {
  for (const record of records) expect(() => received(record)).not.toThrow();
});

test('gives every record of a kind its own id at its provider', () => {
  for (const { records: own } of demo)
    expect(new Set(own.map(({ type, id }) => `${type} ${id}`)).size).toBe(own.length);
});

test('dates nothing after the last day, and nothing of a person before their first referral', () => {
  const referred = Map.groupBy(placements, ({ personRef }) => personRef);
  for (const record of records) {
    const { happenedAt, subject } = received(record);
    expect(londonDate(happenedAt) <= demoLastDay, record.id).toBe(true);
    if (subject.kind !== 'person') continue;
    const first = (referred.get(subject.personRef) ?? []).map(({ referredOn }) => referredOn).sort()[0];
    expect(first !== undefined && first <= londonDate(happenedAt), record.id).toBe(true);
  }
});

test('never has two placements of a person open at once, so that no session must say which', () => {
  for (const own of Map.groupBy(placements, ({ personRef }) => personRef).values()) {
    const byStart = own.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
    byStart.slice(1).forEach((placement, index) => {
      expect((byStart[index]?.endedOn ?? '9999') < placement.startsOn, placement.id).toBe(true);
    });
  }
});

test('is the same on every machine and every day', () => {
  const digest = createHash('sha256').update(JSON.stringify(demoRecords())).digest('hex');
  // Changes when the demonstration is changed on purpose; then write the new digest here.
  expect(digest).toBe('f99638d52942c0f0213264918f94bcfc0d0b8ca4211c7fb51cd03bfe9d9d4ec1');
});

test('shows all headline figures of the largest commissioner and withholds those of the smallest', () => {
  const of = (code: string) => {
    const { name } = demoCommissioners.find((each) => each.code === code)!;
    const computation = outcomeComputation({
      commissioner: { code, name, disclosure: 'lt5' },
      month: '2026-10',
      targets: [],
    });
    for (const { provider, records: own } of demo) {
      const stored = own.map(received).map(({ type, id, data, subject }) => ({
        subject,
        record: { type, id, data, provider: provider.code, hash: id } as StoredRecord,
      }));
      const people = Map.groupBy(stored, ({ subject }) =>
        subject.kind === 'person' ? subject.personRef : '',
      );
      for (const [personRef, found] of people) {
        const theirs = found.map(({ record }) => record);
        if (personRef !== '') computation.add({ provider: provider.code, personRef, records: theirs });
      }
      const unattached = stored.filter(
        ({ subject }) => subject.kind === 'commissioner' && subject.commissioner === code,
      );
      computation.addUnattached(unattached.map(({ record }) => record));
    }
    const { measures } = disclose(computation.conclude().computed, {
      revision: 1,
      asAt: '2026-11-04T12:00:00Z',
    });
    const retention = measures['abstinence-retention']!;
    const recovery = measures['lapse-recovery']!;
    return [
      retention.kind === 'survival' && retention.points.find(({ day }) => day === 84)!,
      recovery.kind === 'incidence' && recovery.causes['recovered']!.find(({ day }) => day === 28)!,
      measures['family-engagement'],
      measures['volunteer-progression'],
    ];
  };
  const shares = [
    [0.55, 0.75],
    [0.4, 0.6],
    [0.25, 0.45],
    [0.3, 0.7],
  ] as const;
  of('northshire').forEach((figure, index) => {
    const [low, high] = shares[index]!;
    expect(figure).toMatchObject({ state: 'estimated' });
    const { value } = figure as { value: number };
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  });
  const small = of('wold-valley');
  expect(small.slice(0, 3)).toMatchObject([
    { state: 'suppressed' },
    { state: 'suppressed' },
    { state: 'suppressed' },
  ]);
});
