import type { Block } from '../blocks.ts';
import type { Measured } from '../measured.ts';
import type { Dimension } from '../splits.ts';
import { headlineFigure } from '../wording/headline-figure.ts';
import { intervalsChart } from './intervals-chart.ts';
import { noChart } from './no-chart.ts';
import { stackChart } from './stack-chart.ts';
import { survivalChart } from './survival-chart.ts';

/**
 * A measure's headline as a drawing of its kind, or why there is none: never one without the headline itself. A count,
 * a mean or a rate is one number, and not drawn.
 */
export function headlineChart(measured: Measured, dimensions: readonly Dimension[]): Block[] {
  const { words, result, title } = measured;
  const { absence, day } = headlineFigure(words, result);
  if (absence) return [noChart([absence])];
  switch (result.kind) {
    case 'survival':
      return [survivalChart(words, result, title) ?? noChart([])];
    case 'incidence':
      return [stackChart(words.id, result, `${title}: outcomes by day`, day)];
    case 'proportion':
      return [intervalsChart(measured, dimensions) ?? noChart([])];
    default:
      return [];
  }
}
