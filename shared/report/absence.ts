import type { Figure, OutcomeDocument } from '../outcomes/document.ts';
import type { Absent } from './cells.ts';

/**
 * Why a figure shows nothing, each reason once; empty where any of its estimates is shown. A survival's or an
 * incidence's counts are not asked: they are printed with what it rests on.
 */
export function absencesOf(figure: Figure): Absent[] {
  const places = placesOf(figure);
  const absent = places.filter((place) => place.state !== 'estimated');
  if (absent.length < places.length) return [];
  if (absent.length === 0) return [NOBODY];
  return absent.filter((one, i) => absent.findIndex((other) => reasonOf(other) === reasonOf(one)) === i);
}

/** Reasons for which nothing else of a measure can have a number but zeros. */
const NOTHING: ReadonlySet<string> = new Set(['no-eligible', 'not-recorded']);

const NOBODY = { state: 'unavailable', reason: 'no-eligible' } as const satisfies Absent;

type Place = { state: 'estimated' } | Absent;

function placesOf(figure: Figure): Place[] {
  switch (figure.kind) {
    case 'survival':
      return figure.points;
    case 'incidence':
      return [...Object.values(figure.causes).flat(), ...figure.open];
    default:
      return [figure];
  }
}

/** Why there is no figure, in a few words with the shorthand that stands in tables. */
export function reasonOf(figure: Absent): string {
  if (figure.state === 'suppressed') return 'too few people [c]';
  switch (figure.reason) {
    case 'no-eligible':
      return 'nobody was eligible';
    case 'beyond-follow-up':
      return 'not followed long enough yet [x]';
    case 'not-reached':
      return 'not reached [x]';
    case 'not-recorded':
      return 'nothing of the kind was ever recorded [x]';
    case 'not-published':
      return 'not published under the rule for small numbers [x]';
  }
}

/** A part of the pack that has nothing to show, in one sentence. */
export const nothingInWords = (title: string, absences: readonly Absent[]): string =>
  `${title}: no figure, ${[...new Set(absences.map(reasonOf))].join('; ')}.`;

/** Whether there was nobody or no record: no headline for want of them, and nothing beside it but zeros. */
export function isEmpty(result: OutcomeDocument['measures'][string]): boolean {
  const nobody = (figure: Figure) =>
    absencesOf(figure).length > 0 &&
    absencesOf(figure).every((absent) => absent.state === 'unavailable' && NOTHING.has(absent.reason));
  const zero = (figure: Figure) =>
    figure.kind === 'count' && figure.state === 'estimated' && figure.value === 0;
  return (
    nobody(result) && Object.values(result.beside ?? {}).every((figure) => nobody(figure) || zero(figure))
  );
}
