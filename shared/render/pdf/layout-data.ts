import type { Block, Headline, Report } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';
import type { Drawing } from '../charts/drawing.ts';
import type { Drawings } from '../charts/draw-charts.ts';
import { formatMarks } from '../format.ts';
import { chartSvg } from './chart-svg.ts';
import { coded } from './coded.ts';
import { iconsData } from './icons-data.ts';
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
export function layoutData(report: Report, at: string, drawings: Drawings) {
  const instant = new Date(at);
  const words = report.codes ? coded : plain;
  const unbroken = report.codes ? printable : plain;
  return {
    title: unbroken(report.title),
    description: unbroken(report.description),
    kind: words(report.kind),
    name: words(report.name),
    subtitle: words(report.subtitle),
    stamp: report.stamp === undefined ? null : words(report.stamp),
    coverage: words(report.coverage),
    head: words(shortened(report.head)),
    corner: words(report.corner),
    foot: words(report.foot),
    at: [
      instant.getUTCFullYear(),
      instant.getUTCMonth() + 1,
      instant.getUTCDate(),
      instant.getUTCHours(),
      instant.getUTCMinutes(),
      instant.getUTCSeconds(),
    ],
    sections: report.sections.map(({ id, title, blocks, opens = false }) => ({
      title: unbroken(title),
      opens,
      size: SIZES.get(id) ?? 10.5,
      blocks: blocks.map((block, i) => ({
        ...blockData(block, drawings, words),
        opening: blocks.slice(0, i + 1).every(({ kind }) => kind === 'paragraph'),
      })),
    })),
  };
}

/** How a text is written: in what the font has, with places to break. */
type Words = (text: string) => string;

function blockData(block: Block, drawings: Drawings, words: Words) {
  switch (block.kind) {
    case 'heading':
    case 'note':
      return { kind: block.kind, text: words(block.text) };
    case 'paragraph':
      return {
        kind: block.kind,
        role: block.role ?? null,
        icons: iconsData(block.icons),
        text: words(block.text),
      };
    case 'list':
      return { kind: block.kind, items: block.items.map(words) };
    case 'definitions':
      return definitionsData(block, words);
    case 'headline':
      return headlineData(block, drawings.get(block), words);
    case 'tiles':
      return {
        kind: block.kind,
        items: block.items.map(({ label, cell }) => ({ label: words(label), figure: cellText(cell) })),
      };
    case 'table':
      return tableData(block, words);
    case 'chart': {
      const drawing = drawings.get(block);
      return {
        kind: block.kind,
        title: words(block.title),
        alt: printable(block.alt),
        note: block.note === undefined ? null : words(block.note),
        svg: drawing === undefined ? '' : chartSvg(drawing),
      };
    }
  }
}

function headlineData(
  { title, figure, interval, icons, glance, sentence, target, change }: Headline,
  drawing: Drawing | undefined,
  words: Words,
) {
  return {
    kind: 'headline',
    title: words(title),
    words: figure.kind === 'text' || figure.kind === 'pence',
    figure: cellText('marks' in figure ? { ...figure, marks: [] } : figure),
    marks: 'marks' in figure ? formatMarks(figure.marks) : '',
    interval: interval ?? null,
    icons: iconsData(icons),
    glance:
      glance === undefined || drawing === undefined
        ? null
        : { svg: chartSvg(drawing), alt: printable(glance.alt) },
    sentence: words(sentence),
    target: target === undefined ? null : words(target),
    change: change === undefined ? null : words(change),
  };
}

const RUNNING = 90;

/** A name cut to what fits the head of a page. */
const shortened = (name: string): string =>
  name.length > RUNNING ? `${name.slice(0, RUNNING - 1).trimEnd()}…` : name;
