import { wilsonInterval } from '../../statistics/wilson-interval.ts';
import type { ComputedProportion, Counted } from '../computed.ts';
import type { Count, ProportionFigure } from '../document.ts';
import { marksOf } from '../figures/spell.ts';
import { optionalMarks } from './optional-marks.ts';
import { SUPPRESSED } from './rule.ts';

/** How a rule treats counts: which numbers of people are small, and how a count that is not small is shown. */
type CountRule = {
  readonly isSmall: (people: number) => boolean;
  readonly shown: (count: number) => number;
};

/** A count, or that it is withheld. */
export function discloseCount({ count, people }: Counted, { isSmall, shown }: CountRule): Count {
  return isSmall(people) ? SUPPRESSED : shown(count);
}

/**
 * A proportion goes with its numerator, with its denominator, and with its complement; its value, interval
 * and whether it is marked unreliable those of the counts that are shown.
 */
export function discloseProportion(figure: ComputedProportion, rule: CountRule): ProportionFigure {
  const { numerator, denominator, complement, excluded, marks } = figure;
  const kind = 'proportion';
  if (figure.notRecorded === true) return { kind, state: 'unavailable', reason: 'not-recorded' };
  if (denominator.count === 0) return { kind, state: 'unavailable', reason: 'no-eligible' };
  if ([numerator.people, complement, denominator.people].some(rule.isSmall)) return { kind, ...SUPPRESSED };
  const x = rule.shown(numerator.count);
  const n = rule.shown(denominator.count);
  return {
    kind,
    state: 'estimated',
    numerator: x,
    denominator: n,
    value: x / n,
    ...(figure.interval === 'wilson' ? wilsonInterval(x, n) : { lower: null, upper: null }),
    method: figure.interval,
    ...(excluded === undefined
      ? {}
      : {
          excluded: Object.fromEntries(
            Object.entries(excluded).map(([reason, counted]) => [reason, discloseCount(counted, rule)]),
          ),
        }),
    ...optionalMarks([...marksOf(n, false), ...marks.filter((mark) => mark !== 'u')]),
  };
}
