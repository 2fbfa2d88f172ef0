import type { ComputedRate } from '../computed.ts';
import { countPeople } from './count-people.ts';
import { marksOf } from './spell.ts';

/** `days`: how long one was exposed; whole days, so that their sum does not depend on the order of the units. */
type Unit = { readonly who: string; readonly events: number; readonly days: number };

/** Events in the time that people were exposed, in person-weeks. Units without exposure are left out, with their events. */
export function rateFigure(units: readonly Unit[]): ComputedRate {
  const exposed = units.filter(({ days }) => days > 0);
  const sum = (of: (unit: Unit) => number) => exposed.reduce((total, unit) => total + of(unit), 0);
  const days = sum((unit) => unit.days);
  if (days === 0) return { kind: 'rate', unit: 'person-week', state: 'unavailable', reason: 'no-eligible' };
  return {
    kind: 'rate',
    unit: 'person-week',
    state: 'estimated',
    events: {
      count: sum(({ events }) => events),
      people: countPeople(exposed, ({ events }) => events > 0),
    },
    exposure: { amount: days / 7, people: countPeople(exposed) },
    marks: marksOf(exposed.length, false),
  };
}
