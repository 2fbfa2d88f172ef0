import type { OutcomeDocument } from '../outcomes/document.ts';
import type { Table } from './blocks.ts';
import { absent, text } from './cells.ts';
import { measuredIn } from './measured.ts';
import { limitCell, quantityCell } from './quantity.ts';
import { answerOf } from './wording/answer.ts';
import { headlineFigure } from './wording/headline-figure.ts';

/** The headlines as one table, for the workbook. */
export function summaryTable(document: OutcomeDocument): Table {
  const rows = measuredIn(document).map(({ words, result, title }) => {
    const { cell, estimate, quantity } = headlineFigure(words, result);
    const { target } = result;
    return [
      text(title),
      cell,
      ...(estimate
        ? [limitCell(quantity, estimate.lower), limitCell(quantity, estimate.upper)]
        : [cell, cell]),
      target === undefined ? text('none set') : quantityCell(quantity, target.value),
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
