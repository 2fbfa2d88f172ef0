import type { MeasureResult } from '../../outcomes/document.ts';
import { quantityText } from '../quantity.ts';
import type { HeadlineFigure } from './headline-figure.ts';

type Target = NonNullable<MeasureResult['target']>;

/** The target beside a figure, and how the figure stands to it; certain only when the interval leaves it out. */
export function targetInWords(target: Target, figure: HeadlineFigure): string {
  return standingTo(target, figure, ` (${target.source})`);
}

/** The same without where the target comes from, for the first page. */
export const targetInBrief = (target: Target, figure: HeadlineFigure): string =>
  standingTo(target, figure, '');

function standingTo(target: Target, { estimate, quantity }: HeadlineFigure, source: string): string {
  const goal = `Target: ${target.direction === 'at-least' ? 'at least' : 'at most'} ${quantityText(quantity, target.value)}${source}.`;
  if (estimate === undefined) return `${goal} There is no figure to hold against it.`;
  const { value, lower, upper } = estimate;
  if (quantityText(quantity, value) === quantityText(quantity, target.value))
    return `${goal} The figure equals it.`;
  const side = value > target.value ? 'above' : 'below';
  const within = lower !== null && upper !== null && lower <= target.value && target.value <= upper;
  return within
    ? `${goal} The figure is ${side} it, but the interval includes the target, so chance alone could explain the difference.`
    : `${goal} The figure is ${side} it.`;
}

/** Whether a target belongs on the drawing of a measure of shares. */
export const isShare = (target: Target | undefined): target is Target =>
  target !== undefined && target.value >= 0 && target.value <= 1;
