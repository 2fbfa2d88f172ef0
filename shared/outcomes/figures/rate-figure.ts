import type { ComputedRate } from '../computed.ts';
import { countPeople } from './count-people.ts';
import { marksOf } from './spell.ts';

type Unit = { readonly who: string; readonly events: number; readonly exposure: number };

/** Events in the time that people were exposed, in person-weeks. Units without exposure are left out, with their events. */
export function rateFigure(units: readonly Unit[]): ComputedRate {
  const exposed = units.filter(({ exposure }) => exposure > 0);
  const sum = (of: (unit: Unit) => number) => exposed.reduce((total, unit) => total + of(unit), 0);
  const amount = sum(({ exposure }) => exposure);
  if (amount === 0) return { kind: 'rate', unit: 'person-week', state: 'unavailable', reason: 'no-eligible' };
  return {
    kind: 'rate',
    unit: 'person-week',
    state: 'estimated',
    events: {
      count: sum(({ events }) => events),
      people: countPeople(exposed, ({ events }) => events > 0),
    },
    exposure: { amount, people: countPeople(exposed) },
    marks: marksOf(exposed.length, false),
  };
}
