import type { FigureRow } from './figures.ts';

type FigureColumn = {
  /** The name in the CSV. */
  name: string;
  /** The name in the workbook. */
  title: string;
  of: (row: FigureRow) => string | number | null;
};

/** The columns of the flat list of figures, in the order in which they are written. */
export const FIGURE_COLUMNS: readonly FigureColumn[] = [
  { name: 'measure', title: 'Measure', of: (row) => row.measure },
  { name: 'revision', title: 'Definition revision', of: (row) => row.revision },
  { name: 'part', title: 'Part', of: (row) => row.part },
  { name: 'name', title: 'Name', of: (row) => row.name },
  { name: 'category', title: 'Category', of: (row) => row.category },
  { name: 'statistic', title: 'Statistic', of: (row) => row.statistic },
  { name: 'outcome', title: 'Outcome', of: (row) => row.outcome },
  { name: 'unit', title: 'Unit', of: (row) => row.unit },
  { name: 'day', title: 'Day', of: (row) => row.day },
  { name: 'state', title: 'State', of: (row) => row.state },
  { name: 'shorthand', title: 'Shorthand', of: (row) => row.shorthand },
  { name: 'value', title: 'Value', of: (row) => row.value },
  { name: 'lower', title: 'Lower 95% limit', of: (row) => row.lower },
  { name: 'upper', title: 'Upper 95% limit', of: (row) => row.upper },
  { name: 'standard_error', title: 'Standard error', of: (row) => row.standardError },
  { name: 'numerator', title: 'Numerator', of: (row) => row.numerator },
  { name: 'denominator', title: 'Denominator', of: (row) => row.denominator },
  { name: 'at_risk', title: 'At risk', of: (row) => row.atRisk },
  { name: 'events', title: 'Events', of: (row) => row.events },
  { name: 'marks', title: 'Marks', of: (row) => row.marks },
  { name: 'reason', title: 'Reason', of: (row) => row.reason },
  { name: 'withheld', title: 'Withheld parts', of: (row) => row.withheld },
];
