import type { ComputedOutcomes } from '../computed.ts';
import type { MeasureResult, OutcomeDocument } from '../document.ts';
import type { Measure } from '../measure.ts';
import { measures } from '../measures/registry.ts';
import type { IssuedMonth } from './issued-month.ts';
import { drawnOf, ownPoint } from './trend-point.ts';
import { trendOf } from './trend-of.ts';

/**
 * A document with each measure's change over time, from what was issued: the months before as their last issue has
 * them, and the document's own. Nothing of a past month is computed anew, and a point of another revision of the
 * measure's definition is no point of this one. A point that moved between the issues of its month is marked.
 *
 * @param issued the months before, in any order, each once
 * @param previous the issue before of the document's own month
 */
export function withTrends(
  document: OutcomeDocument,
  computed: Pick<ComputedOutcomes, 'measures'>,
  issued: readonly IssuedMonth[],
  previous?: IssuedMonth,
): OutcomeDocument {
  const months = [...issued, document].toSorted((a, b) => (a.month < b.month ? -1 : 1));
  const drawn = (measure: Measure, result: MeasureResult): MeasureResult => {
    const headline = computed.measures[measure.id]?.headline;
    if (headline === undefined) return result;
    const points = months.flatMap((one) => {
      const own = one.measures[measure.id];
      if (own === undefined || own.revision !== result.revision) return [];
      return ownPoint(measure.id, one, drawnOf(headline), one === document ? previous : undefined) ?? [];
    });
    const trend = trendOf(points, {
      every: result.cohort?.every ?? 'month',
      apart: result.cohort !== undefined || measure.span === 'month',
      direction: measure.definition.direction,
      target: result.target,
    });
    return { ...result, trend };
  };
  return {
    ...document,
    measures: Object.fromEntries(
      Object.entries(document.measures).map(([id, result]) => {
        const measure = measures.find((one) => one.id === id);
        return [id, measure === undefined ? result : drawn(measure, result)];
      }),
    ),
  };
}
