import { kaplanMeier } from '../../statistics/kaplan-meier.ts';
import { survivalAt } from '../../statistics/survival-at.ts';
import { survivalMedian } from '../../statistics/survival-median.ts';
import type { ComputedMedian, ComputedSurvival, ComputedSurvivalPoint } from '../computed.ts';
import { countAlike } from './count-alike.ts';
import { countPeople } from './count-people.ts';
import { counted } from './counted.ts';
import { flowOf, isBetween } from './flow.ts';
import { marksAt, marksOf, type Spell } from './spell.ts';

/** When the figure is reported, and which ends are events. */
type Settings = {
  readonly days: readonly number[];
  readonly headlineDay: number;
  readonly parts: readonly string[];
};

/**
 * The share of spells that go on without one of `parts` ending them, by Kaplan–Meier, at the reported `days`. Any
 * other end is censored on its date.
 */
export function survivalFigure(
  spells: readonly Spell[],
  { days, headlineDay, parts }: Settings,
): ComputedSurvival {
  const isEvent = ({ end }: Spell): boolean => end !== undefined && parts.includes(end);
  const followed = spells.map((spell) => ({ time: spell.time, event: isEvent(spell) }));
  const curve = kaplanMeier(followed);
  const ended = spells.filter(isEvent);
  const people = countAlike(spells, days, (spell) => Number(isEvent(spell)));

  const pointAt = (day: number): ComputedSurvivalPoint => {
    if (spells.length === 0) return { day, state: 'unavailable', reason: 'no-eligible' };
    const at = survivalAt(curve, day);
    if (at === undefined) return { day, state: 'unavailable', reason: 'beyond-follow-up' };
    return {
      day,
      state: 'estimated',
      value: at.survival,
      lower: at.lower,
      upper: at.upper,
      atRisk: { count: at.remaining, people: people(({ time }) => time > day) },
      events: { count: at.events, people: people((spell) => isEvent(spell) && spell.time <= day) },
      complement: people((spell) => spell.time > day || !isEvent(spell)),
      marks: marksAt(spells, day),
    };
  };

  const medianOf = (): ComputedMedian => {
    if (spells.length === 0) return { state: 'unavailable', reason: 'no-eligible' };
    const found = survivalMedian(curve);
    const { value, lower } = found;
    const behind = countPeople(ended);
    if (value === null)
      return {
        state: 'unavailable',
        reason: 'not-reached',
        ...(lower === null ? {} : { lower, people: behind }),
      };
    const provisional = marksAt(spells, found.upper ?? Infinity).includes('p');
    return {
      state: 'estimated',
      ...found,
      value,
      people: behind,
      marks: marksOf(spells.length, provisional),
    };
  };

  return {
    kind: 'survival',
    headlineDay,
    journeys: counted(spells),
    events: counted(ended),
    complement: people((spell) => !isEvent(spell)),
    parts: Object.fromEntries(parts.map((part) => [part, counted(ended.filter(({ end }) => end === part))])),
    points: days.map(pointAt),
    median: medianOf(),
    eventFlow: flowOf(people, days, (spell, from, to) => isEvent(spell) && isBetween(spell, from, to)),
    censoredFlow: flowOf(people, days, (spell, from, to) => !isEvent(spell) && isBetween(spell, from, to)),
    freeFlow: flowOf(
      people,
      days,
      (spell, from, to) => spell.time > from && (spell.time > to || !isEvent(spell)),
    ),
    followed: followed.toSorted((a, b) => a.time - b.time || Number(b.event) - Number(a.event)),
  };
}
