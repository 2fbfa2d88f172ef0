import type { Random } from '../../local/demo/random.ts';
import { dateOfDay } from '../../shared/records/london.ts';
import type { RecordData } from '../../shared/records/registry.ts';
import type { BenchRecord, BenchStay } from './bench-record.ts';

/** Days from one test to the next. */
const EVERY = { 'day-programme': 14 / 3, aftercare: 42 } as const;

/** The tests that were due in a stay, by day. */
export function testsIn(
  random: Random,
  { person, service, start, last }: BenchStay,
  stay: number,
): BenchRecord[] {
  const count = Math.floor((last - start) / EVERY[service]) + 1;
  return Array.from({ length: count }, (_, index): BenchRecord => {
    const status = random.weighted({ provided: 88, missed: 4, excused: 4, refused: 2, invalid: 2 });
    return {
      type: 'test',
      id: `T-${person}-${stay}-${index}`,
      data: {
        personRef: person,
        collectedAt: `${dateOfDay(start + Math.floor(index * EVERY[service]))}T08:45:00Z`,
        matrix: random.weighted({ urine: 12, 'oral-fluid': 5, hair: 1 }),
        reason: random.weighted({ scheduled: 5, random: 1 }),
        status,
        ...(status === 'provided' ? { results: resultsOf(random) } : {}),
      },
    };
  });
}

function resultsOf(random: Random): NonNullable<RecordData['test']['results']> {
  const result = random.weighted({ negative: 96, positive: 2, inconclusive: 2 });
  const explained = result === 'positive' && random.chance(0.3);
  const alcohol = random.chance(0.01) ? 'positive' : 'negative';
  return [
    { substance: 'opiates', result, ...(explained ? { explained } : {}) },
    ...(random.chance(0.4) ? [{ substance: 'alcohol' as const, result: alcohol } as const] : []),
  ];
}
