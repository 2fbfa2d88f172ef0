import type { ComputedFigure, ComputedHeadline } from '../computed.ts';
import type { Figure, MedianFigure } from '../document.ts';
import type { Hidden } from './hidden.ts';
import type { DisclosureRule } from './rule.ts';

/** What is small in a figure of any kind. */
export function hideIn(figure: ComputedFigure, rule: DisclosureRule): Hidden {
  switch (figure.kind) {
    case 'survival':
      return rule.survival.hide(figure);
    case 'incidence':
      return rule.incidence.hide(figure);
    case 'proportion':
      return rule.proportion.hide(figure);
    case 'count':
      return rule.count.hide(figure);
    case 'mean':
      return rule.mean.hide(figure);
    case 'rate':
      return rule.rate.hide(figure);
    case 'median':
      return rule.median.hide(figure);
  }
}

/** A figure that may be a headline, without what is hidden of it. */
export function writeHeadline(
  figure: ComputedHeadline,
  hidden: Hidden,
  rule: DisclosureRule,
): Exclude<Figure, MedianFigure> {
  switch (figure.kind) {
    case 'survival':
      return rule.survival.write(figure, hidden);
    case 'incidence':
      return rule.incidence.write(figure, hidden);
    case 'proportion':
      return rule.proportion.write(figure, hidden);
    case 'count':
      return rule.count.write(figure, hidden);
    case 'mean':
      return rule.mean.write(figure, hidden);
    case 'rate':
      return rule.rate.write(figure, hidden);
  }
}

/** A figure of any kind, without what is hidden of it. */
export function writeFigure(figure: ComputedFigure, hidden: Hidden, rule: DisclosureRule): Figure {
  return figure.kind === 'median' ? rule.median.write(figure, hidden) : writeHeadline(figure, hidden, rule);
}
