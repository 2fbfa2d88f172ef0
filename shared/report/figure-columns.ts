import type { FigureRow } from './figures.ts';

/** What a column holds: text, whole numbers, any numbers, words parted by blanks, or one of some words. */
export type ColumnHolds = 'text' | 'whole' | 'number' | 'words' | readonly string[];

type FigureColumn = {
  /** The name in the CSV. */
  name: string;
  /** The name in the workbook. */
  title: string;
  of: (row: FigureRow) => string | number | null;
  holds: ColumnHolds;
  /** What it says, for whoever reads the list without this code beside it. */
  about: string;
  /** Whether together with the other such columns it says which row it is; no two rows are alike in all of them. */
  tells?: true;
};

const PARTS = [
  'headline',
  'sensitivity',
  'beside',
  'split',
  'comparison',
  'trend',
  'cohort',
  'funnel',
  'moved',
] as const satisfies readonly FigureRow['part'][];

const STATES = [
  'estimated',
  'suppressed',
  'unavailable',
  'target',
  'not-issued',
] as const satisfies readonly FigureRow['state'][];

const UNITS = ['share', 'count', 'days', 'points', 'person-week'] as const satisfies readonly Exclude<
  FigureRow['unit'],
  ''
>[];

/** The columns of the flat list of figures, in the order in which they are written. */
export const FIGURE_COLUMNS: readonly FigureColumn[] = [
  {
    ...{ name: 'measure', title: 'Measure', of: (row) => row.measure },
    ...{ holds: 'text', tells: true },
    about: 'The id of the measure. Empty where no measure is meant: records that came, changed or went.',
  },
  {
    ...{ name: 'revision', title: 'Definition revision', of: (row) => row.revision },
    holds: 'whole',
    about: 'The revision of the definition that the figure was computed by.',
  },
  {
    ...{ name: 'part', title: 'Part', of: (row) => row.part },
    ...{ holds: PARTS, tells: true },
    about:
      'Where in its measure the figure stands. Rows of the part moved say what the issue before said where this one says something else.',
  },
  {
    ...{ name: 'name', title: 'Name', of: (row) => row.name },
    ...{ holds: 'text', tells: true },
    about:
      'Which sensitivity, figure beside, dimension of a split or comparison; of a point over time its period; of what moved the part and name where it stood.',
  },
  {
    ...{ name: 'category', title: 'Category', of: (row) => row.category },
    ...{ holds: 'text', tells: true },
    about: 'The category of a split, the code of a provider, or the two groups of a comparison.',
  },
  {
    ...{ name: 'statistic', title: 'Statistic', of: (row) => row.statistic },
    ...{ holds: 'text', tells: true },
    about: 'What was computed: survival, incidence, proportion, count, median, mean, rate and others.',
  },
  {
    ...{ name: 'outcome', title: 'Outcome', of: (row) => row.outcome },
    ...{ holds: 'text', tells: true },
    about:
      'The outcome, part or reason that the statistic is about; of a target its direction, of a point over time the rule by which it is a signal.',
  },
  {
    ...{ name: 'unit', title: 'Unit', of: (row) => row.unit },
    holds: UNITS,
    about: 'What the value is in. Shares are between 0 and 1; a rate is of one person-week.',
  },
  {
    ...{ name: 'day', title: 'Day', of: (row) => row.day },
    ...{ holds: 'whole', tells: true },
    about: 'Of a figure by a day: how many days after the start.',
  },
  {
    ...{ name: 'state', title: 'State', of: (row) => row.state },
    holds: STATES,
    about:
      'estimated: a number is there. suppressed: withheld because few people are behind it. unavailable: there is none, the reason says why. target: what was aimed at. not-issued: the issue before had no such figure.',
  },
  {
    ...{ name: 'shorthand', title: 'Shorthand', of: (row) => row.shorthand },
    holds: ['[c]', '[x]', '[z]'],
    about: 'What is printed in place of a number: [c] withheld, [x] not available, [z] nobody eligible.',
  },
  {
    ...{ name: 'value', title: 'Value', of: (row) => row.value },
    holds: 'number',
    about: 'The figure in full precision; empty where it is withheld or there is none.',
  },
  {
    ...{ name: 'lower', title: 'Lower 95% limit', of: (row) => row.lower },
    holds: 'number',
    about: 'The lower limit of the 95% interval.',
  },
  {
    ...{ name: 'upper', title: 'Upper 95% limit', of: (row) => row.upper },
    holds: 'number',
    about: 'The upper limit of the 95% interval.',
  },
  {
    ...{ name: 'standard_error', title: 'Standard error', of: (row) => row.standardError },
    holds: 'number',
    about: 'The standard error of the value.',
  },
  {
    ...{ name: 'numerator', title: 'Numerator', of: (row) => row.numerator },
    holds: 'whole',
    about: 'How many of the denominator; of a rate its events.',
  },
  {
    ...{ name: 'denominator', title: 'Denominator', of: (row) => row.denominator },
    holds: 'number',
    about: 'Out of how many; of a rate the person-weeks, which need not be whole.',
  },
  {
    ...{ name: 'at_risk', title: 'At risk', of: (row) => row.atRisk },
    holds: 'whole',
    about: 'Of a curve: still under observation after that day.',
  },
  {
    ...{ name: 'events', title: 'Events', of: (row) => row.events },
    holds: 'whole',
    about: 'Of a curve: events up to and including that day.',
  },
  {
    ...{ name: 'marks', title: 'Marks', of: (row) => row.marks },
    holds: 'words',
    about: 'u: fewer than ten behind it. p: provisional. r: restated since an earlier issue.',
  },
  {
    ...{ name: 'reason', title: 'Reason', of: (row) => row.reason },
    holds: ['no-eligible', 'beyond-follow-up', 'not-reached', 'not-published', 'not-recorded'],
    about: 'Why a figure is unavailable.',
  },
  {
    ...{ name: 'withheld', title: 'Withheld parts', of: (row) => row.withheld },
    holds: 'words',
    about: 'Which of the numbers of an estimated figure are withheld: at_risk, events.',
  },
];
