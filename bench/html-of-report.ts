import type { Block, Cell, Section } from '../shared/report/blocks.ts';
import { drawChart } from '../shared/render/charts/draw-chart.ts';
import { cellText } from '../shared/report/cells.ts';

const STYLE = `body{font-family:sans-serif;font-size:10pt}h1{break-before:page}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #999;padding:2pt 4pt;text-align:left}tr{break-inside:avoid}svg{width:100%;height:auto}`;

/** The same document as a plain page, its charts drawn beforehand: what a browser would be given to print. */
export async function htmlOf(sections: readonly Section[]): Promise<string> {
  const parts: string[] = [];
  for (const { title, blocks } of sections) {
    parts.push(`<h1>${escape(title)}</h1>`);
    for (const block of blocks) parts.push(await htmlOfBlock(block));
  }
  return `<!doctype html><html lang="en-GB"><title>Pack</title><style>${STYLE}</style><body>${parts.join('\n')}</body></html>`;
}

async function htmlOfBlock(block: Block): Promise<string> {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`;
    case 'paragraph':
    case 'note':
      return `<p>${escape(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
    case 'definitions':
      return `<dl>${block.items.map(({ term, text }) => `<dt>${escape(term)}</dt><dd>${escape(text)}</dd>`).join('')}</dl>`;
    case 'headline':
      return `<h2>${escape(block.title)}</h2><p><b>${cell(block.figure)}</b> ${escape(block.sentence)}</p>`;
    case 'chart':
      return `<figure role="img" aria-label="${escape(block.alt)}">${await drawChart(block.spec)}</figure>`;
    case 'table': {
      const head = block.columns.map(({ title }) => `<th scope="col">${escape(title)}</th>`).join('');
      const rows = block.groups
        .flatMap(({ rows: ofGroup }) => ofGroup)
        .map((row) => `<tr>${row.map((each) => `<td>${cell(each)}</td>`).join('')}</tr>`);
      return `<table><caption>${escape(block.title)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
  }
}

function cell(value: Cell): string {
  return escape(cellText(value));
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
