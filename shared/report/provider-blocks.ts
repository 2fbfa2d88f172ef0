import type { Block } from './blocks.ts';
import { categoryLabel } from './category-label.ts';
import { controlFunnelChart } from './charts/control-funnel-chart.ts';
import type { Measured } from './measured.ts';
import { providerTable } from './tables/provider-table.ts';
import { funnelInWords } from './wording/funnel.ts';

/** Providers side by side, where there are two or more: what their shares say, the chart, the numbers behind it. */
export function providerBlocks(measured: Measured): Block[] {
  const chart = controlFunnelChart(measured);
  const said = providersInWords(measured);
  if (chart === undefined || said === undefined) return [];
  return [
    { kind: 'heading', text: 'Between providers' },
    { kind: 'paragraph', role: 'lead', text: said },
    chart,
    providerTable(measured),
  ];
}

/** Whether providers differ by more than chance; undefined with fewer than two. */
export function providersInWords({ document, result }: Measured): string | undefined {
  const providers = result.cohort?.funnel?.providers ?? [];
  if (providers.length < 2) return undefined;
  return funnelInWords(
    providers.map(({ provider, position }) => ({
      name: categoryLabel(provider, 'provider', document.providers),
      position,
    })),
  );
}
