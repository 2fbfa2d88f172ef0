import type { Figure } from '../../outcomes/document.ts';
import { formatHundred } from '../../render/format.ts';
import { labelOf } from '../labels.ts';
import { listInWords } from '../list-in-words.ts';

const FEW = 10;

const PREDICATES: Record<string, readonly [verb: 'be' | 'have', rest: string]> = {
  open: ['be', 'in the programme'],
  'moved-on': ['have', 'moved on as planned'],
  lapsed: ['have', 'lapsed'],
  'left-unplanned': ['have', 'left unplanned'],
  died: ['have', 'died'],
};

/**
 * What becomes of a hundred people who start, on one day. Only occupancy supports such a sentence: a Kaplan–Meier
 * share counts those who moved on as planned as if they had stayed. Nothing is said when a part is missing or when
 * few are behind it.
 */
export function inHundredInWords(occupancy: Figure | undefined, day: number | undefined): string | undefined {
  if (occupancy?.kind !== 'incidence' || day === undefined) return undefined;
  const followed = occupancy.journeys ?? occupancy.people;
  if (typeof followed === 'number' && followed < FEW) return undefined;
  const outcomes = Object.entries({ open: occupancy.open, ...occupancy.causes });
  const shares = outcomes.flatMap(([, points]) => {
    const point = points.find((candidate) => candidate.day === day);
    return point?.state === 'estimated' && !point.marks?.includes('u') ? [point.value] : [];
  });
  if (shares.length < outcomes.length) return undefined;
  const people = formatHundred(shares);
  const parts = outcomes.map(([outcome], i) => {
    const first = outcome !== 'lapsed' && 'lapsed' in occupancy.causes ? ' without a lapse' : '';
    return predicate(outcome, people[i] ?? '') + first;
  });
  return `At day ${day}, of every 100 people who start, about ${listInWords(parts)}.`;
}

function predicate(outcome: string, people: string): string {
  const one = people === '1' || people === 'fewer than 1';
  const [verb, rest] = PREDICATES[outcome] ?? ['be', `counted as “${labelOf(outcome, 'occupancy')}”`];
  const inflected = verb === 'be' ? (one ? 'is' : 'are') : one ? 'has' : 'have';
  return `${people} ${inflected} ${rest}`;
}
