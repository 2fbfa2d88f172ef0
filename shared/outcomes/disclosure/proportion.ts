import { wilsonInterval } from '../../statistics/wilson-interval.ts';
import type { ComputedProportion } from '../computed.ts';
import type { ProportionFigure } from '../document.ts';
import { marksOf } from '../figures/spell.ts';
import { discloseCount } from './count.ts';
import { NOTHING, WHOLE } from './hidden.ts';
import { optionalMarks } from './optional-marks.ts';
import { type CountRule, SUPPRESSED, type Way } from './rule.ts';

/**
 * A proportion goes with its numerator, with its denominator, and with its complement; its value, interval
 * and whether it is marked unreliable are those of the counts that are shown.
 */
export const proportionBy = (rule: CountRule): Way<ComputedProportion, ProportionFigure> => ({
  hide: ({ numerator, denominator, complement }) =>
    [numerator.people, complement, denominator.people].some(rule.isSmall) ? WHOLE : NOTHING,
  write: (figure, hidden) => {
    const { kind, numerator, denominator, interval, excluded, marks } = figure;
    if (figure.notRecorded === true) return { kind, state: 'unavailable', reason: 'not-recorded' };
    if (denominator.count === 0) return { kind, state: 'unavailable', reason: 'no-eligible' };
    if (hidden.has('figure')) return { kind, ...SUPPRESSED };
    const x = rule.shown(numerator.count);
    const n = rule.shown(denominator.count);
    return {
      kind,
      state: 'estimated',
      numerator: x,
      denominator: n,
      value: x / n,
      ...(interval === 'wilson' ? wilsonInterval(x, n) : { lower: null, upper: null }),
      method: interval,
      ...(excluded === undefined
        ? {}
        : {
            excluded: Object.fromEntries(
              Object.entries(excluded).map(([reason, counted]) => [reason, discloseCount(counted, rule)]),
            ),
          }),
      ...optionalMarks([...marksOf(n, false), ...marks.filter((mark) => mark !== 'u')]),
    };
  },
});
