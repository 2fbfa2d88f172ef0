import type { Headline } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';
import type { Drawing } from '../charts/drawing.ts';
import { escaped } from '../escaped.ts';
import { formatMarks } from '../format.ts';
import { drawingHtml } from './chart-html.ts';
import { iconsHtml } from './icons-html.ts';

/** A headline: its figure large, the sentence and a small chart beside it. `id` names the chart's parts. */
export function headlineHtml(
  { title, figure, interval, icons, glance, sentence, target, change }: Headline,
  id: string,
  drawing: Drawing | undefined,
): string {
  const bare = cellText('marks' in figure ? { ...figure, marks: [] } : figure);
  const marks = 'marks' in figure ? formatMarks(figure.marks) : '';
  const sized = figure.kind === 'text' || figure.kind === 'pence' ? 'figure words' : 'figure';
  const small =
    drawing === undefined || glance === undefined
      ? ''
      : `\n<div class="glance">${drawingHtml(`${id}-chart`, title, glance.alt, drawing)}</div>`;
  return `<div class="headline">
<h3>${escaped(title)}</h3>
<p class="${sized}"><strong>${escaped(bare)}</strong>${escaped(marks)}${
    interval === undefined ? '' : ` <span class="interval">${escaped(interval)}</span>`
  }${iconsHtml(icons)}</p>
<div>${[sentence, target, change]
    .flatMap((words) => (words === undefined ? [] : `<p>${escaped(words)}</p>`))
    .join('')}</div>${small}
</div>`;
}
