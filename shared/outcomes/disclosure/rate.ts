import { rateInterval } from '../../statistics/rate-interval.ts';
import type { ComputedRate } from '../computed.ts';
import type { RateFigure } from '../document.ts';
import { optionalMarks } from './optional-marks.ts';
import { SUPPRESSED } from './rule.ts';

/** A rate goes with its events and with those exposed; its value and interval are those of the events that are shown. */
export function discloseRate(
  figure: ComputedRate,
  { isSmall, shown }: { isSmall: (people: number) => boolean; shown: (count: number) => number },
): RateFigure {
  const kind = 'rate';
  if (figure.state === 'unavailable') return { kind, state: figure.state, reason: figure.reason };
  const { unit, state, events, exposure, marks } = figure;
  if (isSmall(events.people) || isSmall(exposure.people)) return { kind, ...SUPPRESSED };
  const x = shown(events.count);
  return {
    kind,
    state,
    value: x / exposure.amount,
    ...rateInterval(x, exposure.amount),
    events: x,
    exposure: exposure.amount,
    unit,
    ...optionalMarks(marks),
  };
}
