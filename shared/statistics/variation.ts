import type { PointCause } from './special-causes.ts';

/** What a chart's last point says: nothing special, or a change for better or worse, and which way it goes. */
export type Variation =
  | 'common-cause'
  | 'improving-high'
  | 'improving-low'
  | 'concerning-high'
  | 'concerning-low'
  | 'neutral-high'
  | 'neutral-low';

/**
 * The variation icon of a process chart, from the special cause of its last point and the way that is `better`.
 * Above and rising are high, below and falling are low: a falling trend is a concern where up is better, even while it
 * is above the mean. Without a point there is no icon: undefined.
 *
 * Source: NHS England, Making Data Count; R package NHSRplotthedots.
 *
 * @example variation([{ cause: 'shift', direction: 'above' }], 'down') // 'concerning-high'
 */
export function variation(
  causes: readonly PointCause[],
  better: 'up' | 'down' | 'neutral',
): Variation | undefined {
  const last = causes.at(-1);
  if (last === undefined) return undefined;
  if (last.cause === 'common') return 'common-cause';
  const level = last.direction === 'above' || last.direction === 'rising' ? 'high' : 'low';
  if (better === 'neutral') return `neutral-${level}`;
  return (level === 'high') === (better === 'up') ? `improving-${level}` : `concerning-${level}`;
}
