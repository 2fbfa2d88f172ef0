import { formatCount, formatPercent } from '../../render/format.ts';
import type { Chart } from '../blocks.ts';
import { categoryLabel } from '../category-label.ts';
import type { Measured } from '../measured.ts';
import { POSITIONS } from '../wording/funnel.ts';
import { controlLimits } from './control-limits.ts';

/** Providers' shares among the limits of chance; undefined with fewer than two providers. */
export function controlFunnelChart({ document, words, result, title }: Measured): Chart | undefined {
  const funnel = result.cohort?.funnel;
  if (funnel === undefined || funnel.providers.length < 2) return undefined;
  const named = funnel.providers.map((one) => ({
    ...one,
    label: categoryLabel(one.provider, 'provider', document.providers),
  }));
  const most = Math.max(...named.map(({ denominator }) => denominator));
  const heading = `${title}: providers against the limits of chance`;
  const drawn = named.map(
    ({ label, value, denominator, position }) =>
      `${label} ${formatPercent(value)} of ${formatCount(denominator)}, ${POSITIONS[position]}`,
  );
  return {
    kind: 'chart',
    id: `${words.id}.providers`,
    title: heading,
    alt: `Chart: ${heading}. ${drawn.join('; ')}. All together ${formatPercent(funnel.centre)}.`,
    spec: {
      kind: 'control-funnel',
      axis: document.definitions[words.id]?.cohort ?? words.axis,
      unit: `Number of ${words.unit[1]}`,
      centre: funnel.centre,
      providers: named.map(({ label, denominator, value, position }) => ({
        label,
        denominator,
        value,
        position,
      })),
      limits: controlLimits(funnel.centre, 1, most * 1.15),
    },
  };
}
