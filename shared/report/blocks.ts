import type { Funnel, Mark, Trend } from '../outcomes/document.ts';
import type { NoteId } from './notes.ts';

/**
 * What a document is made of, whatever it is printed as. Texts are plain text: no writer reads markup in them.
 * Numbers stay numbers, in full precision, until a writer formats them.
 */

/** What a figure's number is of, whatever kind of figure it is: it decides how the number is shown. */
export type Quantity = 'share' | 'count' | 'days' | 'points' | 'rate';

/** How a number is shown: `points` to one decimal, a `rate` to two, a `p` to three. */
export type NumberKind = 'percent' | 'count' | 'days' | 'points' | 'rate' | 'p' | 'pence';

/** One place of a table. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: NumberKind; value: number; marks?: readonly Mark[] }
  | { kind: 'shorthand'; code: '[c]' | '[x]' | '[z]' };

/** `share`: how wide it is beside the others; where no column has one, those of text are equally wide. */
export type Column = { title: string; numeric?: boolean; share?: number };

/**
 * A run of rows under one label, as a table of splits has one for each dimension. `sum`: what the rows above come to,
 * set off from them.
 */
export type RowGroup = { label?: string; rows: Cell[][]; sum?: true };

export type Table = {
  kind: 'table';
  /** Letters, digits and underscores: names the sheet and the table of the workbook. */
  id: string;
  title: string;
  columns: Column[];
  /** It is printed only: the workbook has its numbers in a sheet of several measures. */
  printOnly?: true;
  /** What a page has instead of it, where the sheet of the workbook says more than is read there. */
  printed?: Pick<Table, 'columns' | 'groups'>;
  /** It has many amounts side by side, and is set smaller. */
  dense?: true;
  /** What the labels of the groups are, when they have any. */
  groupTitle?: string;
  groups: RowGroup[];
  notes: NoteId[];
};

/** A value with its 95% interval; a limit is null where there is none. */
export type Interval = { value: number; lower: number | null; upper: number | null };

/** What is drawn. Everything in it is printed as a number too, in the table beside it. */
export type ChartSpec =
  | {
      kind: 'points';
      axis: string;
      points: (Interval & { day: number })[];
      /** Reported days without a figure, with the shorthand of each. */
      missing: { day: number; code: string }[];
      target?: { day: number; value: number };
    }
  | { kind: 'stack'; series: string[]; bars: { day: number; shares: number[] }[] }
  | { kind: 'intervals'; axis: string; rows: (Interval & { label: string })[]; target?: number }
  | { kind: 'funnel'; axis: string; steps: { label: string; value: number }[] }
  | GlanceSpec
  | BurnDownSpec
  | TrendSpec
  | ControlFunnelSpec
  | TimelineSpec;

/** A share in small: on its scale from nothing to all with interval and target, and over time where it has points. */
export type GlanceSpec = Interval & {
  kind: 'glance';
  target?: number;
  over?: Pick<TrendSpec, 'points' | 'centre'>;
};

/** Values over time, at equal steps. */
export type TrendSpec = {
  kind: 'trend';
  axis: string;
  quantity: Quantity;
  /** Every period from the first to the last; null where there is no value, which is a gap. */
  points: { label: string; value: number | null; signal?: TrendSignal }[];
  centre?: { label: string; value: number };
  limits?: { lower: number; upper: number };
  target?: number;
};

/** A point that chance alone would seldom make: which way it lies, whether that is good, by which rule. */
export type TrendSignal = {
  side: 'high' | 'low';
  tone: 'improving' | 'concerning' | 'neutral';
  rule: string;
};

type Provider = Funnel['providers'][number];

/** Providers' shares against what each is of, among limits of chance around the share of all. */
export type ControlFunnelSpec = {
  kind: 'control-funnel';
  axis: string;
  /** What the horizontal axis counts. */
  unit: string;
  centre: number;
  providers: (Pick<Provider, 'denominator' | 'value' | 'position'> & { label: string })[];
  /** The limits as lines, from the smallest denominator drawn to the greatest. */
  limits: { denominator: number; low998: number; low95: number; high95: number; high998: number }[];
};

/** How many weeks of a block are left over time, which is counted in weeks since the block began. */
export type BurnDownSpec = {
  kind: 'burn-down';
  axis: string;
  bought: number;
  /** How many weeks the block is valid. */
  weeks: number;
  /** Where the months of the axis begin. */
  months: { at: number; label: string }[];
  /** Up to where it is known; absent where that is before the first week. */
  now?: { at: number; label: string };
  lines: { label: string; of: 'past' | 'planned' | 'recent'; points: { at: number; left: number }[] }[];
};

/** What happened on which day, each thing in the row of what it is about; days are counted from the first. */
export type TimelineSpec = {
  kind: 'timeline';
  axis: string;
  /** How many days the axis is long. */
  days: number;
  /** Where the months of the axis begin. */
  months: { at: number; label: string }[];
  rows: string[];
  /** What is alike, under one name in the legend; `row` counts from 0. */
  marks: { label: string; of: TimelineMark; points: { row: number; at: number }[] }[];
  /** Times that lasted, from one day to another. */
  spans: { row: number; from: number; to: number }[];
};

/** How a mark of a timeline looks: by what came of a test. */
export type TimelineMark = 'negative' | 'explained' | 'inconclusive' | 'positive' | 'none';

/** `note`: what the drawing leaves out, printed under it and part of its alternative text. */
export type Chart = {
  kind: 'chart';
  id: string;
  title: string;
  alt: string;
  note?: string;
  spec: ChartSpec;
};

/** What a process chart says in a sign: of its last point, or of its limits beside the target. */
export type Icon =
  | { of: 'variation'; look: NonNullable<Trend['variation']> }
  | { of: 'assurance'; look: NonNullable<Trend['assurance']> };

/** One headline on the summary page: the figure large, the sentence and a small chart beside it. */
export type Headline = {
  kind: 'headline';
  title: string;
  figure: Cell;
  /** From the lower to the upper limit. */
  interval?: string;
  icons: Icon[];
  glance?: { alt: string; spec: GlanceSpec };
  sentence: string;
  target?: string;
  /** What its points over time say. */
  change?: string;
};

export type Block =
  | { kind: 'heading'; text: string }
  | {
      kind: 'paragraph';
      text: string;
      role?: 'question' | 'answer' | 'asked' | 'finding' | 'small' | 'lead';
      icons?: Icon[];
    }
  | { kind: 'list'; items: string[] }
  | { kind: 'definitions'; items: Defined[] }
  /** Numbers side by side, each under what it is of. */
  | { kind: 'tiles'; items: { label: string; cell: Cell }[] }
  | { kind: 'note'; text: string }
  | Headline
  | Table
  | Chart;

/** A term or a sign, and what it stands for. */
export type Defined = { term: string; icon?: Icon; text: string };

/** A part of the document with a heading of its own. */
export type Section = { id: string; title: string; blocks: Block[]; /** It begins a page. */ opens?: true };

/** A whole document in words, before anything is laid out. */
export type Report = {
  title: string;
  /** It holds references and record numbers that people look for and copy. */
  codes?: true;
  description: string;
  /** What kind of document it is. */
  kind: string;
  /** What it is called on its first page. */
  name: string;
  subtitle: string;
  /** What nobody may overlook, set off on the first page. */
  stamp?: string;
  /** What it reaches to, and the instant after which nothing existed for it. */
  coverage: string;
  /** What stands at the head of every page but the first, on the left and on the right, and at every foot. */
  head: string;
  corner: string;
  foot: string;
  sections: Section[];
};
