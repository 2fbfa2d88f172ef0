import type { Block, Report } from '../../shared/report/blocks.ts';
import { cellText } from '../../shared/report/cells.ts';

/** Every text of a report in reading order. */
export const textsOf = (report: Pick<Report, 'sections'>): string[] =>
  report.sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsIn)]);

/** Every text of a block. */
export function textsIn(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'definitions':
      return block.items.flatMap(({ term, text }) => [term, text]);
    case 'table':
      return [
        block.title,
        ...block.columns.map(({ title }) => title),
        ...block.groups.flatMap(({ label, rows }) => [
          ...(label ? [label] : []),
          ...rows.flat().map(cellText),
        ]),
      ];
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.text];
    default:
      return [];
  }
}
