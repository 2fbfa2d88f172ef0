import type { Random } from '../../local/demo/random.ts';
import { dateOfDay } from '../../shared/records/london.ts';
import type { RecordData } from '../../shared/records/registry.ts';
import type { BenchRecord, BenchStay } from './bench-record.ts';

/** The volunteer pathway of somebody in aftercare, as far as they have come. */
export function afterwards(random: Random, { person, start, last }: BenchStay): BenchRecord[] {
  const step = (name: RecordData['milestone']['step'], day: number, share: number): BenchRecord[] =>
    day > last || !random.chance(share)
      ? []
      : [
          {
            type: 'milestone',
            id: `M-${person}-${name}`,
            data: {
              personRef: person,
              step: name,
              reachedOn: dateOfDay(day),
              evidence: random.chance(0.8) ? 'verified' : 'self-reported',
            },
          },
        ];
  const placement = start + random.between(10, 60);
  return [
    ...step('transition-started', start + 2, 0.8),
    ...step('voluntary-placement-started', placement, 0.6),
    ...step('employment-started', placement + random.between(60, 220), 0.4),
  ];
}
