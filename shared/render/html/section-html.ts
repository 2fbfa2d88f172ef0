import type { Block, Section } from '../../report/blocks.ts';
import type { Drawings } from '../charts/draw-charts.ts';
import { chartHtml } from './chart-html.ts';
import { definitionsHtml } from './definitions-html.ts';
import { escaped } from '../escaped.ts';
import { headlineHtml } from './headline-html.ts';
import { headingId, sectionId } from './ids.ts';
import { iconsHtml } from './icons-html.ts';
import { listHtml } from './list-html.ts';
import type { NotePlaces } from './note-places.ts';
import { tableHtml } from './table-html.ts';
import { tilesHtml } from './tiles-html.ts';

/** What blocks refer to outside themselves. */
type Around = { readonly notes: NotePlaces; readonly drawings: Drawings };

/** A part of the report under its heading; one of many headings begins with a list of them. */
export const sectionHtml = ({ id, title, blocks }: Section, around: Around): string =>
  `<section id="${sectionId(id)}">
<h2>${escaped(title)}</h2>
${partsHtml(id, blocks)}${blocks.map((block, i) => blockHtml(block, headingId(id, i), around)).join('\n')}
</section>`;

/** As many headings as a reader would not want to look through one by one. */
const MANY_HEADINGS = 8;

function partsHtml(id: string, blocks: readonly Block[]): string {
  const links = blocks.flatMap((block, i) =>
    block.kind === 'heading' ? [`<li><a href="#${headingId(id, i)}">${escaped(block.text)}</a></li>`] : [],
  );
  return links.length < MANY_HEADINGS ? '' : `<ul class="parts">\n${links.join('\n')}\n</ul>\n`;
}

function blockHtml(block: Block, heading: string, { notes, drawings }: Around): string {
  switch (block.kind) {
    case 'heading':
      return `<h3 id="${heading}">${escaped(block.text)}</h3>`;
    case 'paragraph':
      return `<p${block.role === undefined ? '' : ` class="${block.role}"`}>${iconsHtml(block.icons)}${escaped(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escaped(block.text)}</p>`;
    case 'list':
      return listHtml(block.items, notes);
    case 'definitions':
      return definitionsHtml(block.items);
    case 'headline':
      return headlineHtml(block, heading, drawings.get(block));
    case 'tiles':
      return tilesHtml(block.items);
    case 'table':
      return tableHtml(block, notes);
    case 'chart':
      return chartHtml(block, drawings.get(block));
  }
}
