import type { Median, MeasureResult } from '../../outcomes/document.ts';
import type { Block, Cell } from '../blocks.ts';
import { absent, count, days, text } from '../cells.ts';
import { lowered } from '../first-letter.ts';
import { labelOf } from '../labels.ts';
import type { Measured } from '../measured.ts';
import type { MeasureWords } from '../measure-words.ts';
import { numberSentence } from './number-sentence.ts';
import { tableName } from './table-name.ts';

/** The counts that a measure's figures rest on: journeys and their events, lapses and people, those left out. */
export function basisTable({ words, result, title, document }: Measured): Block[] {
  const rows = basisRows(words, result);
  const [only, ...more] = rows;
  if (only === undefined) return [];
  if (more.length === 0) {
    const [label, number] = only;
    return [{ kind: 'paragraph', text: numberSentence(label, number, document.disclosure) }];
  }
  if (rows.every(([, number]) => number.kind === 'shorthand'))
    return [{ kind: 'note', text: 'How many these figures rest on is withheld [c].' }];
  return [
    {
      kind: 'table',
      id: tableName(words, 'basis'),
      title: `${title}: what the figures rest on`,
      columns: [{ title: 'What is counted' }, { title: 'Number', numeric: true }],
      groups: [{ rows: rows.map(([label, number]) => [text(label), number]) }],
      notes: ['own-services', 'two-providers', ...(result.kind === 'survival' ? (['journey'] as const) : [])],
    },
  ];
}

type Row = [label: string, number: Cell];

function basisRows(words: MeasureWords, result: MeasureResult): Row[] {
  switch (result.kind) {
    case 'survival':
      return [
        ['Journeys', count(result.journeys)],
        ['Events', count(result.events)],
        ...Object.entries(result.parts).map(([part, number]): Row => [
          `Events: ${lowered(labelOf(part, words.id))}`,
          count(number),
        ]),
        ...medianRows(result.median),
      ];
    case 'incidence':
      return (['lapses', 'journeys', 'placements', 'people'] as const).flatMap((unit) => {
        const followed = result[unit];
        return followed === undefined ? [] : [[labelOf(unit), count(followed)]];
      });
    case 'proportion':
      return result.state === 'estimated'
        ? Object.entries(result.excluded ?? {}).map(([reason, number]): Row => [
            `Left out: ${lowered(labelOf(reason, words.id))}`,
            count(number),
          ])
        : [];
    default:
      return [];
  }
}

function medianRows(median: Median): Row[] {
  const title = 'Median time to an event';
  if (median.state !== 'estimated') {
    const row: Row = [title, absent(median)];
    if (median.state === 'suppressed' || median.lower === undefined) return [row];
    return [row, [`${title}, lower 95% limit`, days(median.lower)]];
  }
  const limit = (value: number | null | undefined): Cell =>
    typeof value === 'number' ? days(value) : absent({ state: 'unavailable', reason: 'not-reached' });
  return [
    [title, days(median.value, median.marks)],
    [`${title}, lower 95% limit`, limit(median.lower)],
    [`${title}, upper 95% limit`, limit(median.upper)],
  ];
}
