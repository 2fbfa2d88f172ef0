import type { IncidenceFigure } from '../../outcomes/document.ts';
import { cellText } from '../cells.ts';
import type { MeasureWords } from '../measure-words.ts';
import { absentInWords } from './absent.ts';
import { counted, type Disclosure } from './counted.ts';
import { headlineCause, headlineFigure } from './headline-figure.ts';
import { intervalInWords } from './interval.ts';
import { marksInWords } from './marks.ts';

const UNITS = {
  lapses: ['lapse', 'lapses'],
  journeys: ['journey', 'journeys'],
  placements: ['placement', 'placements'],
} as const;

const PEOPLE = ['person', 'people'] as const;

/** The answer of an incidence measure: the share of its headline outcome on its headline day. */
export function incidenceAnswer(
  words: MeasureWords,
  result: IncidenceFigure,
  disclosure: Disclosure,
): [string, ...string[]] {
  const { day = 0, cell, estimate } = headlineFigure(words, result);
  if (estimate === undefined) {
    const point = result.causes[headlineCause(words, result.causes)]?.find((one) => one.day === day);
    return [
      point !== undefined && point.state !== 'estimated'
        ? absentInWords(point, `figure for day ${day}`)
        : absentInWords({ state: 'unavailable', reason: 'no-eligible' }),
    ];
  }
  const interval = intervalInWords(estimate.lower, estimate.upper);
  const followed = followedInWords(result, disclosure);
  return [
    `By day ${day}, an estimated ${cellText(cell)} ${words.what} ${interval}${followed ? `, from ${followed}` : ''}.`,
    ...marksInWords(estimate.marks),
  ];
}

/** How many were followed, and of how many people. */
export function followedInWords(figure: IncidenceFigure, disclosure: Disclosure): string {
  const units = (['lapses', 'journeys', 'placements'] as const).flatMap((unit) => {
    const followed = figure[unit];
    return followed === undefined ? [] : [counted(followed, UNITS[unit], disclosure)];
  });
  const hidden = typeof figure.people !== 'number' && units.length > 0;
  const people = figure.people === undefined || hidden ? [] : [counted(figure.people, PEOPLE, disclosure)];
  return [...units, ...people].join(' of ');
}
