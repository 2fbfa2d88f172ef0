import { dateOfDay } from '../../shared/records/london.ts';
import type { SentRecord } from '../api-client.ts';
import type { Random } from './random.ts';
import type { DemoProvider } from './services.ts';
import { workingDay } from './timetable.ts';
import { workerRef } from './workers.ts';

const SCORES = [1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5];

/** The workers' reflections on their practice: most workers, about every four weeks. */
export function reflections(
  provider: DemoProvider,
  days: { readonly from: number; readonly to: number },
  random: Random,
): SentRecord[] {
  const records: SentRecord[] = [];
  for (let worker = 0; worker < provider.workers; worker += 1) {
    const ref = workerRef(provider, worker);
    for (let from = days.from + random.between(5, 24); from <= days.to; from += random.between(27, 70)) {
      const reflectedOn = dateOfDay(workingDay(from));
      const score = () => random.pick(SCORES);
      records.push({
        type: 'reflection',
        id: `${ref}-${reflectedOn}`,
        workerRef: ref,
        reflectedOn,
        culture: score(),
        stance: score(),
        clientWork: score(),
        boundaries: score(),
        mythology: score(),
        selfReflection: score(),
      });
    }
  }
  return records;
}
