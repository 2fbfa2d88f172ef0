import type { Median, MeasureResult } from '../../outcomes/document.ts';
import type { Cell, Table } from '../blocks.ts';
import { absent, count, days, text } from '../cells.ts';
import { labelOf } from '../labels.ts';
import type { MeasureWords } from '../measure-words.ts';
import { sheetWord } from './figure-tables.ts';

/** The counts that a measure's figures rest on: journeys and their events, lapses and people, those left out. */
export function basisTable(words: MeasureWords, result: MeasureResult, title: string): Table | undefined {
  const rows = basisRows(words, result);
  if (rows.length === 0) return undefined;
  return {
    kind: 'table',
    id: `${sheetWord(words.id)}_basis`,
    title: `${title}: what the figures rest on`,
    columns: [{ title: 'What is counted' }, { title: 'Number', numeric: true }],
    groups: [{ rows }],
    notes: ['own-services', 'two-providers'],
  };
}

function basisRows(words: MeasureWords, result: MeasureResult): Cell[][] {
  switch (result.kind) {
    case 'survival':
      return [
        [text('Journeys'), count(result.journeys)],
        [text('Events'), count(result.events)],
        ...Object.entries(result.parts).map(([part, number]): Cell[] => [
          text(`Events: ${lower(labelOf(part, words.id))}`),
          count(number),
        ]),
        ...medianRows(result.median),
      ];
    case 'incidence':
      return (['lapses', 'journeys', 'placements', 'people'] as const).flatMap((unit) => {
        const followed = result[unit];
        return followed === undefined ? [] : [[text(labelOf(unit)), count(followed)]];
      });
    case 'proportion':
      return result.state === 'estimated'
        ? Object.entries(result.excluded ?? {}).map(([reason, number]): Cell[] => [
            text(`Left out: ${lower(labelOf(reason, words.id))}`),
            count(number),
          ])
        : [];
  }
}

function medianRows(median: Median): Cell[][] {
  const title = 'Median time to an event';
  if (median.state !== 'estimated') return [[text(title), absent(median)]];
  const limit = (value: number | null | undefined): Cell =>
    typeof value === 'number' ? days(value) : absent({ state: 'unavailable', reason: 'not-reached' });
  return [
    [text(title), days(median.value, median.marks)],
    [text(`${title}, lower 95% limit`), limit(median.lower)],
    [text(`${title}, upper 95% limit`), limit(median.upper)],
  ];
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
