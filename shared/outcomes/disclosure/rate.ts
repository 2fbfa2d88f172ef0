import { rateInterval } from '../../statistics/rate-interval.ts';
import type { ComputedRate } from '../computed.ts';
import type { RateFigure } from '../document.ts';
import { NOTHING, WHOLE } from './hidden.ts';
import { optionalMarks } from './optional-marks.ts';
import { type CountRule, SUPPRESSED, type Way } from './rule.ts';

/** A rate goes with its events and with those exposed; its value and interval are those of the events that are shown. */
export const rateBy = ({ isSmall, shown }: CountRule): Way<ComputedRate, RateFigure> => ({
  hide: (figure) =>
    figure.state === 'estimated' && (isSmall(figure.events.people) || isSmall(figure.exposure.people))
      ? WHOLE
      : NOTHING,
  write: (figure, hidden) => {
    const { kind, unit } = figure;
    if (figure.state === 'unavailable') return { kind, state: figure.state, reason: figure.reason };
    if (hidden.has('figure')) return { kind, ...SUPPRESSED };
    const { state, exposure, marks } = figure;
    const events = shown(figure.events.count);
    return {
      kind,
      state,
      value: events / exposure.amount,
      ...rateInterval(events, exposure.amount),
      events,
      exposure: exposure.amount,
      unit,
      ...optionalMarks(marks),
    };
  },
});
