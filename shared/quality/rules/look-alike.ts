import { londonDay } from '../../records/london.ts';
import type { RecordTypeName } from '../../records/registry.ts';
import { statedAt } from '../date-field.ts';
import type { QualityRule, StampedRecord } from '../quality-rule.ts';

/** Records of one person that state the same thing at the same instant under different ids; the first is left aside. */
export const lookAlike: QualityRule = {
  id: 'look-alike',
  group: 'look-alike',
  title: 'Looks like another record',
  todo: 'If it is the same one under two ids, withdraw one of them as a duplicate. If both happened there is nothing to do.',
  touches: 'by-type',
  find: ({ records }, { windowFirstDay, lastDay }) => {
    const alike = Map.groupBy(records, (record) => `${record.type}#${likenessOf(record)}`);
    return [...alike.values()].flatMap((group) => {
      const [first, ...others] = group.toSorted(byArrival);
      if (first === undefined) return [];
      return others.flatMap(({ type, id, data }) => {
        const since = londonDay(statedAt(type, data));
        const also = [{ type: first.type, id: first.id }];
        return since < windowFirstDay || since > lastDay ? [] : [{ type, id, since, also }];
      });
    });
  },
};

/** What makes two records of a type look the same: when, and of what kind. */
function likenessOf({ type, data }: StampedRecord): string {
  const at = Date.parse(statedAt(type, data));
  const kinds: Readonly<Record<RecordTypeName, readonly string[]>> = {
    placement: ['service', 'startsOn', 'commissioner'],
    session: ['kind'],
    test: ['matrix'],
    lapse: ['substance'],
    milestone: ['step'],
    review: ['stage'],
    reflection: ['workerRef'],
  };
  const known = new Map<string, unknown>(Object.entries(data));
  return [at, ...kinds[type].map((field) => known.get(field))].map(String).join('#');
}

function byArrival(a: StampedRecord, b: StampedRecord): number {
  return a.recordedAt < b.recordedAt || (a.recordedAt === b.recordedAt && a.id < b.id) ? -1 : 1;
}
