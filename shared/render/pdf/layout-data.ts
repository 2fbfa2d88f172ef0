import type { Block, Headline, Table } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';
import type { Report } from '../../report/report.ts';
import { formatMarks, formatPercent } from '../format.ts';
import { printable } from './glyphs.ts';

const SHORT_TABLE = 14;
const LONG_WORD = /\S{25,}/gu;
const BREAK_AFTER = /.{12}(?=.)/gu;
const NARROW_TERM = 6;

/** Points of the parts that are looked up, or that have to fit one page. */
const SIZES = new Map([
  ['summary', 9.75],
  ['definitions', 9.5],
  ['about', 9.5],
]);

/** The report as the template reads it: strings, in the characters that the font has. */
export function layoutData(report: Report, asAt: string, drawings: ReadonlyMap<Block, string>) {
  const instant = new Date(asAt);
  return {
    title: plain(report.title),
    description: plain(`${report.issue}. Figures of the outcome pack, with definitions.`),
    kicker: 'Outcome pack: drug and alcohol treatment',
    commissioner: plain(report.commissioner),
    subtitle: plain(report.month),
    coverage: plain(report.coverage),
    running: plain(shortened(report.commissioner)),
    month: report.month,
    issue: report.issue,
    at: [
      instant.getUTCFullYear(),
      instant.getUTCMonth() + 1,
      instant.getUTCDate(),
      instant.getUTCHours(),
      instant.getUTCMinutes(),
      instant.getUTCSeconds(),
    ],
    sections: report.sections.map(({ id, title, blocks }) => ({
      title: plain(title),
      size: SIZES.get(id) ?? 10.5,
      blocks: blocks.map((block, i) => ({
        ...blockData(block, drawings),
        opening: blocks.slice(0, i + 1).every(({ kind }) => kind === 'paragraph'),
      })),
    })),
  };
}

function blockData(block: Block, drawings: ReadonlyMap<Block, string>) {
  switch (block.kind) {
    case 'heading':
    case 'note':
      return { kind: block.kind, text: plain(block.text) };
    case 'paragraph':
      return { kind: block.kind, role: block.role ?? null, text: plain(block.text) };
    case 'list':
      return { kind: block.kind, items: block.items.map(plain) };
    case 'definitions':
      return {
        kind: block.kind,
        width: block.items.every(({ term }) => term.length <= NARROW_TERM) ? 0.9 : 3,
        items: block.items.map(({ term, text }) => ({ term: plain(term), text: plain(text) })),
      };
    case 'headline':
      return headlineData(block);
    case 'table':
      return tableData(block);
    case 'chart':
      return {
        kind: block.kind,
        title: plain(block.title),
        alt: printable(block.alt),
        note: block.note === undefined ? null : plain(block.note),
        svg: drawings.get(block) ?? '',
      };
  }
}

function headlineData({ title, figure, interval, sentence, target }: Headline) {
  const between =
    interval && interval.lower !== null && interval.upper !== null
      ? `${formatPercent(interval.lower)} to ${formatPercent(interval.upper)}`
      : null;
  return {
    kind: 'headline',
    title: plain(title),
    words: figure.kind === 'text',
    figure: cellText('marks' in figure ? { ...figure, marks: [] } : figure),
    marks: 'marks' in figure ? formatMarks(figure.marks) : '',
    interval: between,
    sentence: plain(sentence),
    target: target === undefined ? null : plain(target),
  };
}

function tableData({ title, columns, groups }: Table) {
  const rows = groups.reduce(
    (sum, group) => sum + group.rows.length + (group.label === undefined ? 0 : 1),
    0,
  );
  return {
    kind: 'table',
    title: plain(title),
    short: rows <= SHORT_TABLE,
    columns: columns.map((column, i) => ({
      title: plain(column.title),
      numeric: i > 0 && column.numeric === true,
    })),
    groups: groups.map((group) => ({
      label: group.label === undefined ? null : plain(group.label),
      rows: group.rows.map((row) => row.map((cell) => plain(cellText(cell)))),
    })),
  };
}

/** Text that the font can print, with places to break in words that are wider than a column. */
const plain = (text: string): string =>
  printable(text)
    .replace(LONG_WORD, (word) => word.replace(BREAK_AFTER, '$&\u200b'))
    .replace(/ (?=\[[a-z]\])/g, '\u00a0');

const RUNNING = 90;

/** A name cut to what fits the head of a page. */
const shortened = (name: string): string =>
  name.length > RUNNING ? `${name.slice(0, RUNNING - 1).trimEnd()}…` : name;
