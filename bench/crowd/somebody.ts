import { type Random, randomOf } from '../../local/demo/random.ts';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';
import type { RecordData } from '../../shared/records/registry.ts';
import { afterwards } from './afterwards.ts';
import type { BenchGroup, BenchRecord, BenchStay } from './bench-record.ts';
import { lapsesIn } from './lapses-in.ts';
import { reviewsIn } from './reviews-in.ts';
import { sessionsIn } from './sessions-in.ts';
import { testsIn } from './tests-in.ts';

const FIRST_START = dayOf('2025-01-06');

/** A person with all that was recorded of them by `lastDay`. */
export function somebody(number: number, provider: string, lastDay: number): BenchGroup {
  const random = randomOf(number + 1);
  const person = `SU-${number}`;
  const stays = staysOf(random, person, lastDay);
  const about = aboutThem(random);
  // A few never come: they wait, or end without having begun.
  const comes = !random.chance(0.04);
  const records = stays.flatMap((stay, index): BenchRecord[] => [
    placementOf(random, stay, index, about, number),
    ...sessionsIn(random, stay, index, { number, comes }),
    ...testsIn(random, stay, index),
    ...lapsesIn(random, stay, index, lastDay),
    ...reviewsIn(random, stay, index),
    ...(stay.service === 'aftercare' ? afterwards(random, stay) : []),
  ]);
  return { provider, person, records };
}

/**
 * A first stay; then, for some, a second that continues it or comes months later, or aftercare. Stays of one person do
 * not overlap.
 */
function staysOf(random: Random, person: string, lastDay: number): BenchStay[] {
  const first = stayFrom(random, person, random.between(FIRST_START, lastDay - 12), lastDay);
  const { last, endReason } = first;
  if (endReason === undefined) return [first];
  if (endReason === 'completed' && random.chance(0.5)) {
    const start = last + random.between(1, 40);
    const open = { person, service: 'aftercare', start, last: lastDay } as const;
    return start > lastDay ? [first] : [first, open];
  }
  const again = last + (random.chance(0.5) ? random.between(3, 20) : random.between(30, 120));
  if (endReason === 'died' || !random.chance(0.15) || again > lastDay) return [first];
  return [first, stayFrom(random, person, again, lastDay)];
}

function stayFrom(random: Random, person: string, start: number, lastDay: number): BenchStay {
  const planned = random.chance(0.08) ? 168 : 84;
  const stays = random.chance(0.5) ? planned : random.between(5, planned);
  const end = start + stays;
  const own = { person, service: 'day-programme', start } as const;
  if (end > lastDay) return { ...own, last: lastDay };
  const endReason =
    stays === planned
      ? 'completed'
      : random.weighted({ left: 6, withdrawn: 2, transferred: 1, 'referred-on': 2, died: 1 });
  return { ...own, last: end, endReason };
}

type About = Omit<
  RecordData['placement'],
  'personRef' | 'service' | 'referredOn' | 'startsOn' | 'plannedEndOn'
>;

function aboutThem(random: Random): About {
  return {
    commissioner: 'northshire',
    ...(random.chance(0.6) ? { funding: 'block', block: 'B-1' } : { funding: 'spot' }),
    goal: random.weighted({ abstinence: 8, reduction: 1, 'safer-use': 1 }),
    intervention: random.weighted({ recovery: 6, crisis: 2, closure: 2 }),
    substances: random.chance(0.3) ? ['alcohol'] : [random.weighted({ opiates: 5, cannabis: 1 }), 'crack'],
    sex: random.weighted({ female: 10, male: 9, other: 1 }),
    ageBand: random.pick(['18-24', '25-34', '35-44', '45-54', '55-64']),
    children: random.weighted({ none: 4, 'living-with': 3, 'looked-after': 2, 'protection-register': 1 }),
    ...(random.chance(0.7)
      ? { referrer: `referrer-${random.between(1, 20)}`, reportAgreement: 'agreed' }
      : {}),
  };
}

function placementOf(
  random: Random,
  { person, service, start, last, endReason }: BenchStay,
  index: number,
  about: About,
  number: number,
): BenchRecord {
  return {
    type: 'placement',
    id: `P-${number}-${index}`,
    data: {
      personRef: person,
      ...about,
      service,
      referredOn: dateOfDay(start - (index === 0 ? random.between(0, 35) : 0)),
      startsOn: dateOfDay(start),
      plannedEndOn: dateOfDay(start + 168),
      ...(endReason === undefined ? {} : { endedOn: dateOfDay(last), endReason }),
    },
  };
}
