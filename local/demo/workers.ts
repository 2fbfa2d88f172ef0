import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { DemoProvider } from './services.ts';

/** The reference of a provider's worker by number, from 0. */
export function workerRef(provider: DemoProvider, number: number): string {
  return `${provider.prefix}-W${String((number % provider.workers) + 1).padStart(2, '0')}`;
}

/** Who gives a person's next one-to-one: another worker each time, or where workers are named mostly the same. */
export function oneToOneWorker({ provider, number }: Profile, turn: number, random: Random): string {
  const named = provider.namedWorker && random.chance(0.8);
  return workerRef(provider, named ? number : number + turn * 3 + random.between(0, 1));
}

/** The two who lead a group on a day. */
export function groupWorkers(provider: DemoProvider, day: number): string[] {
  return [workerRef(provider, day), workerRef(provider, day + 2)];
}
