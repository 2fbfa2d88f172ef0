import type { OutcomeDocument } from '../../outcomes/document.ts';
import type { Cell, Table } from '../blocks.ts';
import { byPrint, type Measured, measuredIn } from '../measured.ts';
import type { NoteId } from '../notes.ts';
import { figuresColumns, figuresOf } from './figures-together.ts';
import { groupsColumns, groupsOf } from './groups-together.ts';
import { comparisonColumns, comparisonsOf, providerColumns, providersOf } from './providers-together.ts';
import { limitsColumns, limitsOf, pointColumns, pointsOf } from './trends-together.ts';

/**
 * The tables that hold several measures each, for the workbook: a sheet for every table of every measure would be a
 * hundred. The figures and groups of the measures that are printed shortly; of all measures what is compared.
 */
export function tablesTogether(document: OutcomeDocument): Table[] {
  const all = measuredIn(document);
  const { further } = byPrint(all);
  return [
    together('Further_figures', 'Other measures: all their figures', figuresColumns, further, figuresOf, [
      'interval',
      'no-interval',
    ]),
    together('Further_groups', 'Other measures by group', groupsColumns, further, groupsOf, [
      'interval',
      'splits',
    ]),
    together('Trends', 'Points over time, of all measures', pointColumns, all, pointsOf, ['trends']),
    together('Trend_limits', 'What the points over time say, of all measures', limitsColumns, all, limitsOf, [
      'trends',
    ]),
    together(
      'Comparisons',
      'Tests between two groups, over all the time followed',
      comparisonColumns,
      all,
      comparisonsOf,
      ['comparisons'],
    ),
    together('Providers', 'Providers among the limits of chance', providerColumns, all, providersOf, [
      'control-limits',
    ]),
  ].flat();
}

/** One table of several measures, the first column naming them; none where no measure has rows. */
function together(
  id: string,
  title: string,
  columns: Table['columns'],
  measures: readonly Measured[],
  rowsOf: (measured: Measured) => Cell[][],
  notes: NoteId[],
): Table[] {
  const rows = measures.flatMap((measured) =>
    rowsOf(measured).map((row): Cell[] => [{ kind: 'text', text: measured.title }, ...row]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id,
      title,
      columns: [{ title: 'Measure' }, ...columns],
      groups: [{ rows }],
      notes: ['own-services', ...notes],
    },
  ];
}
