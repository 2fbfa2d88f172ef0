import { assurance } from '../../statistics/assurance.ts';
import { median } from '../../statistics/median.ts';
import { processLimits } from '../../statistics/process-limits.ts';
import { specialCauses } from '../../statistics/special-causes.ts';
import { variation } from '../../statistics/variation.ts';
import type { Definition, MeasureResult, Trend, TrendPoint } from '../document.ts';

/** With fewer points limits would say more than is known. */
const FEWEST = 12;

type Settings = {
  readonly every: Trend['every'];
  /** Whether each unit falls in one period alone; windows that overlap carry one month into the next. */
  readonly apart: boolean;
  readonly direction: Definition['direction'];
  readonly target?: MeasureResult['target'];
};

/**
 * Points in the order of their periods as a chart over time. Of periods apart it is an XmR chart by the rules of NHS
 * Making Data Count, with fewer than 12 values a run chart; of overlapping windows a line, of which no rule can tell
 * signal from noise. What is withheld or not there is left out before anything is computed.
 */
export function trendOf(points: readonly TrendPoint[], { every, apart, direction, target }: Settings): Trend {
  if (!apart) return { kind: 'line', every, points: [...points] };
  const values = points.flatMap((point) => (point.state === 'estimated' ? [point.value] : []));
  const limits = values.length < FEWEST ? undefined : processLimits(values);
  if (limits === undefined) {
    const middle = median(values);
    return { kind: 'run', every, points: [...points], ...(middle === undefined ? {} : { median: middle }) };
  }
  const { mean, lower, upper } = limits;
  const causes = specialCauses(values, limits);
  const icon = variation(causes, direction);
  let position = 0;
  return {
    kind: 'xmr',
    every,
    points: points.map((point) => {
      if (point.state !== 'estimated') return point;
      const cause = causes[position];
      position += 1;
      return cause === undefined || cause.cause === 'common'
        ? point
        : { ...point, signal: { rule: cause.cause, side: cause.direction } };
    }),
    mean,
    limits: { lower, upper },
    ...(icon === undefined ? {} : { variation: icon }),
    ...(target === undefined
      ? {}
      : { assurance: assurance(target.value, { lower, upper }, target.direction) }),
  };
}
