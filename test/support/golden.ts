import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonical } from '../../shared/outcomes/canonical.ts';
import type { ComputedHeadline, ComputedMeasure } from '../../shared/outcomes/computed.ts';
import { measures } from '../../shared/outcomes/measures/registry.ts';
import { compute } from './compute.ts';
import { aCrowd, type Crowd } from './crowd.ts';

/** The months that are computed of the golden crowd: its last one, and one in its midst. */
const MONTHS = ['2026-10', '2026-03'];

export const goldenSchema = z.strictObject({
  /** SHA-256 of the crowd and the months: all that the figures are computed from. */
  input: z.string(),
  measures: z.record(
    z.string(),
    z.strictObject({
      revision: z.int(),
      /** SHA-256 of all its figures of all months. */
      figures: z.string(),
      /** What its headline says, by month: for the reader alone. */
      headline: z.record(z.string(), z.string()),
    }),
  ),
});

/** What every measure makes of one fixed crowd, as it is kept in `test/golden/measures.json`. */
export type Golden = z.infer<typeof goldenSchema>;

/** Computes the golden figures: the same on every machine until a measure, or the crowd, is another. */
export function goldenOf(crowd: Crowd = aCrowd(20_261_031, 150)): Golden {
  const computed = MONTHS.map((month) => ({ month, of: compute({ ...crowd, month }).computed.measures }));
  return {
    input: digest({ crowd, months: MONTHS }),
    measures: Object.fromEntries(
      measures.map(({ id, definition: { revision } }) => {
        const own = computed.map(({ month, of }) => ({ month, measure: of[id]! }));
        return [
          id,
          {
            revision,
            figures: digest(own.map(({ month, measure }) => ({ month, ...figuresOf(measure) }))),
            headline: Object.fromEntries(
              own.map(({ month, measure: { headline } }) => [month, headlineInShort(headline)]),
            ),
          },
        ];
      }),
    ),
  };
}

/** All numbers of a measure that may be shown; not those by which only withholding knows how they hang together. */
const figuresOf = ({ headline, sensitivity, beside, splits, cohort }: ComputedMeasure) => ({
  headline,
  sensitivity,
  beside,
  splits,
  cohort: cohort === undefined ? null : { ...cohort, earlier: undefined },
});

/** Numbers to twelve digits: in which order a sum was added up is no change of a measure. */
const digest = (value: unknown): string =>
  createHash('sha256')
    .update(
      JSON.stringify(JSON.parse(canonical(value)), (_, inner: unknown) =>
        typeof inner === 'number' ? Number(inner.toPrecision(12)) : inner,
      ),
    )
    .digest('hex');

/** A headline as one line that a reader of a changed file can compare. */
function headlineInShort(figure: ComputedHeadline): string {
  switch (figure.kind) {
    case 'proportion':
      return `${figure.numerator.count} of ${figure.denominator.count}`;
    case 'count':
      return `${figure.count}`;
    case 'mean':
      return figure.state === 'estimated' ? `mean ${short(figure.value)} of ${figure.values}` : figure.reason;
    case 'rate':
      return figure.state === 'estimated'
        ? `${figure.events.count} in ${short(figure.exposure.amount)} ${figure.unit}s`
        : figure.reason;
    case 'survival':
      return `${figure.events.count} events, ${pointInShort(figure.points, figure.headlineDay)} of ${figure.journeys.count}`;
    case 'incidence': {
      const points = figure.causes[figure.headline]?.points ?? [];
      return `${figure.headline} ${pointInShort(points, figure.headlineDay)} of ${figure.followed.count}`;
    }
  }
}

type Point = { readonly day: number } & (
  { readonly state: 'estimated'; readonly value: number } | { readonly state: 'unavailable' }
);

function pointInShort(points: readonly Point[], day: number): string {
  const point = points.find((one) => one.day === day);
  return `${point?.state === 'estimated' ? short(point.value) : 'nothing'} at day ${day}`;
}

const short = (value: number): string => value.toFixed(4);
