import { formatP, formatRate } from '../../render/format.ts';
import { categoryLabel } from '../category-label.ts';
import { lowered } from '../first-letter.ts';
import type { Measured } from '../measured.ts';

/**
 * The tests between the two groups of a dimension, one sentence each.
 *
 * @example comparisonsInWords(measured) // ['Women and men: log-rank χ² 3.84, p 0.050.']
 */
export const comparisonsInWords = ({ document, result }: Measured): string[] =>
  Object.entries(result.comparisons ?? {}).map(([dimension, { groups, statistic, p }]) => {
    const [one, other] = groups.map((group) => categoryLabel(group, dimension, document.providers));
    const second = dimension === 'provider' ? other : lowered(other ?? '');
    return `${one ?? ''} and ${second ?? ''}: log-rank χ² ${formatRate(statistic)}, ${formatP(p)}.`;
  });
