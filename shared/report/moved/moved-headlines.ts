import type { Block, RowGroup } from '../blocks.ts';
import { text } from '../cells.ts';
import { headlineMeasures } from '../order.ts';
import { headlineCause, headlineFigure } from '../wording/headline-figure.ts';
import { movedCells } from './moved-cells.ts';
import type { MovedFigure } from './moved-figures.ts';
import { type MovedValue, movedValues } from './moved-values.ts';

/** A measure whose headline number moved, and that number. */
export type MovedHeadline = MovedFigure & { readonly value: MovedValue };

/** The headline figures of which the number itself moved, in the order that they are given in. */
export const movedHeadlines = (figures: readonly MovedFigure[]): MovedHeadline[] =>
  figures.flatMap((figure) => {
    const value = figure.part === 'headline' ? headlineValue(figure) : undefined;
    return value === undefined ? [] : [{ ...figure, value }];
  });

/** The moved number that a measure's answer is about, if that is one of those that moved. */
function headlineValue({ words, issued, now }: MovedFigure): MovedValue | undefined {
  const figure = now ?? issued;
  if (words === undefined || figure === null || figure.kind === 'median') return undefined;
  const { day = null } = headlineFigure(words, figure);
  const outcome = figure.kind === 'incidence' ? headlineCause(words, figure.causes) : '';
  return movedValues({ issued, now }).find(
    ({ of }) => of.statistic === figure.kind && of.day === day && of.outcome === outcome,
  );
}

/**
 * Headline numbers as issued and as they are, with what each rests on: the headline measures, the others, and apart
 * from both the measures that are counted by another definition, whose numbers are not to be compared.
 */
export function headlinesTable(headlines: readonly MovedHeadline[], revision: number): Block[] {
  const alike = headlines.filter(({ method }) => method === 'as-issued');
  const first = alike.filter(isHeadlineMeasure);
  const groups = [
    group('Headline measures', first),
    group(
      'Other measures',
      alike.filter((one) => !first.includes(one)),
    ),
    group(
      'Counted by another definition: not to be compared',
      headlines.filter(({ method }) => method === 'revised'),
    ),
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'Moved_headlines',
      printOnly: true,
      title: `Headline figures of revision ${revision}, and as they are now`,
      columns: [
        { title: 'Measure', share: 2.4 },
        { title: 'Issued', numeric: true, share: 1.1 },
        { title: 'It rested on', share: 2.4 },
        { title: 'Now', numeric: true, share: 1.1 },
        { title: 'It rests on', share: 2.4 },
      ],
      groups,
      notes: [],
    },
  ];
}

const isHeadlineMeasure = ({ measure }: MovedFigure): boolean =>
  headlineMeasures.some(({ id }) => id === measure);

const group = (label: string, headlines: readonly MovedHeadline[]): RowGroup => ({
  label,
  rows: headlines.map(({ title, value: { of, issued, now } }) => [
    text(of.day === null ? title : `${title}, day ${of.day}`),
    ...movedCells(issued),
    ...movedCells(now),
  ]),
});
