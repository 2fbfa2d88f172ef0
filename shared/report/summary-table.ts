import type { OutcomeDocument } from '../outcomes/document.ts';
import type { Table } from './blocks.ts';
import { absent, limit, percent, text } from './cells.ts';
import { measuredIn } from './measured.ts';
import { answerOf } from './wording/answer.ts';
import { headlineFigure } from './wording/headline-figure.ts';
import { isShare } from './wording/target.ts';

/** The headlines as one table, for the workbook. */
export function summaryTable(document: OutcomeDocument): Table {
  const rows = measuredIn(document).map(({ words, result, title }) => {
    const { cell, estimate } = headlineFigure(words, result);
    const { target } = result;
    return [
      text(title),
      cell,
      ...(estimate ? [limit(estimate.lower), limit(estimate.upper)] : [cell, cell]),
      isShare(target) ? percent(target.value) : text('none set'),
      text(answerOf(words, result, document.disclosure).join(' ')),
    ];
  });
  return {
    kind: 'table',
    id: 'Summary',
    title: 'Summary of the measures',
    columns: [
      { title: 'Measure' },
      { title: 'Headline figure', numeric: true },
      { title: 'Lower 95% limit', numeric: true },
      { title: 'Upper 95% limit', numeric: true },
      { title: 'Target', numeric: true },
      { title: 'In words' },
    ],
    groups: [
      {
        rows: rows.length
          ? rows
          : [
              [
                text('None'),
                ...Array.from({ length: 4 }, () => absent(nobody)),
                text('This pack holds no measure.'),
              ],
            ],
      },
    ],
    notes: ['own-services', 'two-providers', 'interval', 'no-interval'],
  };
}

const nobody = { state: 'unavailable', reason: 'no-eligible' } as const;
