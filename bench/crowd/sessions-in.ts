import type { Random } from '../../local/demo/random.ts';
import { dateOfDay } from '../../shared/records/london.ts';
import { RESONANCE_FACTOR_TOPICS } from '../../shared/records/session.ts';
import type { BenchRecord, BenchStay } from './bench-record.ts';

/** In UTC: 16:15 is evening in London as long as it has summer time. */
const TIMES = ['09:30', '11:00', '13:30', '16:15', '18:30'];

/** Days from one session to the next. */
const EVERY = { 'day-programme': 7 / 3, aftercare: 21 } as const;

/** What a person was to have in a stay, by day; a person who never `comes` attends nothing but the telephone. */
export function sessionsIn(
  random: Random,
  { person, service, start, last }: BenchStay,
  stay: number,
  { number, comes }: { readonly number: number; readonly comes: boolean },
): BenchRecord[] {
  const count = Math.floor((last - start) / EVERY[service]) + 1;
  return Array.from({ length: count }, (_, index): BenchRecord => {
    const day = start + Math.floor(index * EVERY[service]);
    const time = random.pick(TIMES);
    const kind = random.weighted({
      ...{ group: 9, 'one-to-one': 4, counselling: 1, 'women-only-group': 1, 'joint-group': 1 },
      ...{ 'family-group': 1, 'family-one-to-one': 1, telephone: 1, 'social-literacy': 1 },
    });
    const isForFamily = kind === 'family-group' || kind === 'family-one-to-one' || kind === 'joint-group';
    const attendance =
      comes || kind === 'telephone'
        ? random.weighted({
            attended: 16,
            'did-not-attend': 2,
            'cancelled-by-client': 1,
            'cancelled-by-service': 1,
            'family-only': isForFamily ? 4 : 0,
          })
        : 'did-not-attend';
    const withFamily =
      isForFamily && (attendance === 'attended' || attendance === 'family-only') && random.chance(0.6);
    return {
      type: 'session',
      id: `S-${number}-${stay}-${index}`,
      data: {
        personRef: person,
        kind,
        startsAt: `${dateOfDay(day)}T${time}:00Z`,
        attendance,
        workers: [`W-${random.between(1, 12)}`],
        ...(kind === 'group'
          ? { topics: [random.pick(RESONANCE_FACTOR_TOPICS)], groupRef: `G-${day}-${time.slice(0, 2)}` }
          : {}),
        ...(withFamily ? { family: familyOf(random, number) } : {}),
      },
    };
  });
}

/** A parent of their own or the relative they share with a neighbour. */
function familyOf(random: Random, number: number) {
  const ref = random.chance(0.7) ? `F-${number}` : `F-shared-${Math.floor(number / 2)}`;
  return [{ ref, relationship: 'parent' as const }];
}
