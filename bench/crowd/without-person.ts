import { randomOf } from '../../local/demo/random.ts';
import { dateOfDay } from '../../shared/records/london.ts';
import type { BenchGroup, BenchRecord } from './bench-record.ts';

const SESSIONS = 20;
const REFLECTIONS = 4;

/** What a provider sent beside a person's records: sessions with kinship carers, and reflections of workers. */
export function withoutPerson(number: number, provider: string, lastDay: number): BenchGroup {
  const random = randomOf(-number - 1);
  const sessions = Array.from({ length: SESSIONS }, (_, index): BenchRecord => {
    const day = lastDay - random.between(0, 300);
    return {
      type: 'session',
      id: `C-${number}-${index}`,
      data: {
        commissioner: 'northshire',
        kind: 'carer-group',
        startsAt: `${dateOfDay(day)}T18:30:00Z`,
        attendance: 'family-only',
        workers: [`W-${random.between(1, 12)}`],
        family: [{ ref: `F-${number + random.between(0, 1)}`, relationship: 'carer' }],
      },
    };
  });
  const score = () => random.between(1, 5);
  const reflections = Array.from({ length: REFLECTIONS }, (_, index): BenchRecord => ({
    type: 'reflection',
    id: `N-${number}-${index}`,
    data: {
      workerRef: `W-${random.between(1, 12)}`,
      reflectedOn: dateOfDay(lastDay - random.between(0, 60)),
      ...{ culture: score(), stance: score(), clientWork: score() },
      ...{ boundaries: score(), mythology: score(), selfReflection: score() },
    },
  }));
  return { provider, records: [...sessions, ...reflections] };
}
