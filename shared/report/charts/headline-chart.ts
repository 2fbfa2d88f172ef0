import type { MeasureResult } from '../../outcomes/document.ts';
import type { Chart } from '../blocks.ts';
import type { MeasureWords } from '../measure-words.ts';
import { intervalsChart } from './intervals-chart.ts';
import { stackChart } from './stack-chart.ts';
import { survivalChart } from './survival-chart.ts';

/** A measure's headline as a drawing of its kind; undefined when nothing of it can be drawn. */
export function headlineChart(words: MeasureWords, result: MeasureResult, title: string): Chart | undefined {
  switch (result.kind) {
    case 'survival':
      return survivalChart(words, result, `${title} at the reported days`);
    case 'incidence':
      return stackChart(words.id, result, `${title}: outcomes by day`);
    case 'proportion':
      return intervalsChart(words, result, title);
  }
}
