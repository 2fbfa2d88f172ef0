import type { Definition, MeasureResult, Trend } from '../../outcomes/document.ts';
import { listInWords } from '../list-in-words.ts';
import { periodInWords } from '../periods.ts';
import { quantityText } from '../quantity.ts';
import { trendQuantity } from '../trend-quantity.ts';
import { signalInWords, TONES, toneOf } from './signal.ts';

/** So many points are needed for limits (NHS England, Making Data Count). */
const NEEDED = 12;

const PERIODS = { month: 'months', quarter: 'quarters' } as const;

/** The points in time that have a value. */
export const shownPoints = ({ points }: Trend) => points.filter((point) => point.state === 'estimated');

/**
 * What a measure's points over time say, in plain words: whether the last of them is a signal, and whether the target
 * will be met if nothing changes. Empty where there is nothing to compare.
 */
export function trendInWords(
  result: MeasureResult,
  direction: Definition['direction'] = 'neutral',
): string[] {
  const { trend } = result;
  if (trend === undefined || shownPoints(trend).length < 2) return [];
  return [variationInWords(trend, result, direction), assuranceInWords(trend, result)].filter(
    (sentence) => sentence !== undefined,
  );
}

/** What the points say of change alone, for the first page; the signs beside it say the rest. */
export function trendInBrief(
  result: MeasureResult,
  direction: Definition['direction'] = 'neutral',
): string | undefined {
  const { trend } = result;
  if (trend === undefined) return undefined;
  const shown = shownPoints(trend).length;
  if (trend.kind !== 'run' && shown >= 2) return variationInWords(trend, result, direction);
  return `Too few ${PERIODS[trend.every]} to tell a change from chance: ${shown} of the ${NEEDED} needed.`;
}

function variationInWords(
  trend: Trend,
  result: MeasureResult,
  direction: Definition['direction'],
): string | undefined {
  const shown = shownPoints(trend);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  switch (trend.kind) {
    case 'run':
      return `Too few ${PERIODS[trend.every]} for limits (${shown.length} of the ${NEEDED} needed): a trial run chart, from which no signal is read.`;
    case 'line': {
      const quantity = trendQuantity(result);
      const was = `${quantityText(quantity, first.value)} in ${periodInWords(first.period)}`;
      const is = `${quantityText(quantity, last.value)} in ${periodInWords(last.period)}`;
      return `Over time, without limits or signals: ${was}, ${is}.`;
    }
    case 'xmr':
      if (trend.variation === undefined) return undefined;
      if (trend.variation === 'common-cause' || last.signal === undefined) {
        const before = signalled(shown);
        return before.length === 0
          ? `No signal over time: the ${PERIODS[trend.every]} vary as chance alone would make them.`
          : `The last ${trend.every}, ${periodInWords(last.period)}, is no signal; earlier ones are: ${listInWords(before)}.`;
      }
      return `The last ${trend.every}, ${periodInWords(last.period)}, is ${TONES[toneOf(last.signal, direction)]}: ${signalInWords(last.signal)}.`;
  }
}

const MOST_NAMED = 3;

/** The last few periods that are signals, in words. */
const signalled = (shown: ReturnType<typeof shownPoints>): string[] =>
  shown
    .filter(({ signal }) => signal !== undefined)
    .slice(-MOST_NAMED)
    .map(({ period }) => periodInWords(period));

function assuranceInWords({ assurance, every }: Trend, { target }: MeasureResult): string | undefined {
  if (target === undefined) return undefined;
  switch (assurance) {
    case undefined:
      return undefined;
    case 'consistently-met':
      return 'The target lies outside the limits: unless something changes, it will be met again and again.';
    case 'consistently-missed':
      return 'The target lies outside the limits: unless something changes, it will be missed again and again.';
    case 'inconsistent':
      return `The target lies within the limits: some ${PERIODS[every]} will meet it and some miss it, by chance alone.`;
  }
}
