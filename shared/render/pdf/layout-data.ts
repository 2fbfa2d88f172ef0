import type { Block, Headline, Report } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';
import { formatMarks, formatPercent } from '../format.ts';
import { definitionsData } from './definitions-data.ts';
import { printable } from './glyphs.ts';
import { plain } from './plain.ts';
import { tableData } from './table-data.ts';

/** Points of the parts that are looked up, or that have to fit one page. */
const SIZES = new Map([
  ['summary', 9.75],
  ['definitions', 9.5],
  ['about', 9.5],
]);

/** The report as the template reads it: strings, in the characters that the font has. */
export function layoutData(report: Report, at: string, drawings: ReadonlyMap<Block, string>) {
  const instant = new Date(at);
  return {
    title: plain(report.title),
    description: plain(report.description),
    kind: plain(report.kind),
    name: plain(report.name),
    subtitle: plain(report.subtitle),
    coverage: plain(report.coverage),
    head: plain(shortened(report.head)),
    corner: plain(report.corner),
    foot: plain(report.foot),
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
      return definitionsData(block);
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

const RUNNING = 90;

/** A name cut to what fits the head of a page. */
const shortened = (name: string): string =>
  name.length > RUNNING ? `${name.slice(0, RUNNING - 1).trimEnd()}…` : name;
