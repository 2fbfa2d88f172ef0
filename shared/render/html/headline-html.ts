import type { Headline } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';
import { formatMarks } from '../format.ts';
import { escaped } from '../escaped.ts';

/** A headline: its figure large, the sentence beside it. */
export function headlineHtml({ title, figure, interval, sentence, target, change }: Headline): string {
  const bare = cellText('marks' in figure ? { ...figure, marks: [] } : figure);
  const marks = 'marks' in figure ? formatMarks(figure.marks) : '';
  const sized = figure.kind === 'text' || figure.kind === 'pence' ? 'figure words' : 'figure';
  return `<div class="headline">
<h3>${escaped(title)}</h3>
<p class="${sized}"><strong>${escaped(bare)}</strong>${escaped(marks)}${
    interval === undefined ? '' : ` <span class="interval">${escaped(interval)}</span>`
  }</p>
<div>${[sentence, target, change]
    .flatMap((words) => (words === undefined ? [] : `<p>${escaped(words)}</p>`))
    .join('')}</div>
</div>`;
}
