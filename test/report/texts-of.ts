import type { Block, Report, Table } from '../../shared/report/blocks.ts';
import { cellText } from '../../shared/report/cells.ts';
import { iconInWords } from '../../shared/report/wording/icons.ts';

/** Every text of a report in reading order. */
export const textsOf = (report: Pick<Report, 'sections'>): string[] =>
  report.sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsIn)]);

const textsInTable = ({ columns, groups }: Pick<Table, 'columns' | 'groups'>): string[] => [
  ...columns.map(({ title }) => title),
  ...groups.flatMap(({ label, rows }) => [...(label ? [label] : []), ...rows.flat().map(cellText)]),
];

/** Every text of a block, as it is printed. */
export function textsIn(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'definitions':
      return block.items.flatMap(({ term, text }) => [term, text]);
    case 'table':
      return [block.title, ...textsInTable(block.printed ?? block)];
    case 'tiles':
      return block.items.flatMap(({ label, cell }) => [label, cellText(cell)]);
    case 'paragraph':
      return [...(block.icons ?? []).map(iconInWords), block.text];
    case 'heading':
    case 'note':
      return [block.text];
    default:
      return [];
  }
}
