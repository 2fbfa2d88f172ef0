import type { Figure } from '../../outcomes/document.ts';
import { formatInHundred } from '../../render/format.ts';
import { labelOf } from '../labels.ts';

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
  const parts: string[] = [];
  for (const [outcome, points] of Object.entries({ open: occupancy.open, ...occupancy.causes })) {
    const point = points.find((candidate) => candidate.day === day);
    if (point?.state !== 'estimated' || point.marks?.includes('u')) return undefined;
    const first = outcome !== 'lapsed' && 'lapsed' in occupancy.causes ? ' without a lapse' : '';
    parts.push(predicate(outcome, formatInHundred(point.value)) + first);
  }
  return `At day ${day}, of every 100 people who start, about ${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}.`;
}

function predicate(outcome: string, people: string): string {
  const one = people === '1' || people === 'fewer than 1';
  const [verb, rest] = PREDICATES[outcome] ?? ['be', `counted as “${labelOf(outcome, 'occupancy')}”`];
  const inflected = verb === 'be' ? (one ? 'is' : 'are') : one ? 'has' : 'have';
  return `${people} ${inflected} ${rest}`;
}
