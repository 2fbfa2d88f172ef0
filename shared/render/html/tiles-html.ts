import type { Cell } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';
import { escaped } from '../escaped.ts';

/** Numbers side by side, each under what it is of. */
export const tilesHtml = (items: readonly { label: string; cell: Cell }[]): string => `<dl class="tiles">
${items.map(({ label, cell }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(cellText(cell))}</dd></div>`).join('\n')}
</dl>`;
