import type { Random } from '../../local/demo/random.ts';
import { dateOfDay } from '../../shared/records/london.ts';
import type { RecordData } from '../../shared/records/registry.ts';
import type { BenchRecord, BenchStay } from './bench-record.ts';

/** A review at the start, every six weeks and at the end of a stay on the day programme. */
export function reviewsIn(
  random: Random,
  { person, service, start, last, endReason }: BenchStay,
  stay: number,
): BenchRecord[] {
  if (service === 'aftercare') return [];
  const review = (stage: RecordData['review']['stage'], day: number): BenchRecord => ({
    type: 'review',
    id: `R-${person}-${stay}-${day}-${stage}`,
    data: {
      personRef: person,
      stage,
      reviewedOn: dateOfDay(day),
      daysUsed: {
        opiates: random.between(0, stage === 'start' ? 28 : 14),
        alcohol: random.between(0, 20),
        crack: random.between(0, 14),
      },
      injectedDays: random.chance(0.8) ? 0 : random.between(1, 10),
      psychologicalHealth: random.between(0, 20),
      physicalHealth: random.between(0, 20),
      qualityOfLife: random.between(0, 20),
      housingProblem: random.chance(0.3),
      paidWorkDays: random.between(0, 10),
      children: random.pick(['living-with', 'looked-after', 'protection-register']),
      goalProgress: random.pick(['none', 'some', 'met']),
      ...(stage === 'exit' ? { recoverySupport: random.pick(['none', 'peer-support', 'mutual-aid']) } : {}),
    },
  });
  const sixWeekly = Array.from({ length: Math.floor((last - start) / 42) }, (_, i) => start + 42 * (i + 1));
  return [
    ...(random.chance(0.9) ? [review('start', Math.min(last, start + random.between(0, 18)))] : []),
    ...sixWeekly.filter(() => random.chance(0.8)).map((day) => review('review', day)),
    ...(endReason !== undefined && random.chance(0.6) ? [review('exit', last)] : []),
  ];
}
