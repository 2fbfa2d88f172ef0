import { expect, test } from 'vitest';
import type { Cohort, MeasureResult } from '../../shared/outcomes/document.ts';
import { cellText } from '../../shared/report/cells.ts';
import { controlLimits } from '../../shared/report/charts/control-limits.ts';
import { measuredIn } from '../../shared/report/measured.ts';
import { providerBlocks } from '../../shared/report/provider-blocks.ts';
import { comparisonsInWords } from '../../shared/report/wording/comparisons.ts';
import { funnelInWords } from '../../shared/report/wording/funnel.ts';
import { apartCohort } from '../support/further-results.ts';
import { anOutcomeDocument } from '../support/outcome-document.ts';

const full = anOutcomeDocument();
const measured = (id: string) => measuredIn(full).find(({ words }) => words.id === id)!;

// Half of 100: standard error 0.05, so 0.5 ∓ 1.959964·0.05 and 0.5 ∓ 3.090232·0.05.
test('limits of chance are p ∓ z·√(p·q/n), and never below none or above all', () => {
  const [at100] = controlLimits(0.5, 100, 200);
  expect(at100?.low95).toBeCloseTo(0.4020018007729973, 12);
  expect(at100?.high95).toBeCloseTo(0.5979981992270027, 12);
  expect(at100?.low998).toBeCloseTo(0.34548838469161, 12);
  expect(at100?.high998).toBeCloseTo(0.65451161530839, 12);
  const [at1] = controlLimits(0.9, 1, 2);
  expect(at1).toMatchObject({ low998: 0, high95: 1, high998: 1 });
});

test('providers within the limits differ as chance would make them', () => {
  const within = { position: 'within' } as const;
  expect(
    funnelInWords([
      { name: 'A', ...within },
      { name: 'B', ...within },
    ]),
  ).toBe('Both providers lie within the 95% limits: they differ as chance alone would make them.');
  expect(
    funnelInWords([
      { name: 'A', ...within },
      { name: 'B', ...within },
      { name: 'C', ...within },
    ]),
  ).toMatch(/^All 3 providers/);
});

test('one beyond the limits is named with its side and its limits', () => {
  expect(
    funnelInWords([
      { name: 'A', position: 'within' },
      { name: 'B', position: 'low-998' },
    ]),
  ).toMatch(
    /^B lies below the 99\.8% limits; the others lie within them\. Chance alone would seldom do that\./,
  );
});

test('two providers are drawn, each with its place, and listed with all together', () => {
  const blocks = providerBlocks(measured('abstinence-retention'));
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'chart', 'table']);
  const [, , chart, table] = blocks;
  if (chart?.kind !== 'chart' || table?.kind !== 'table') throw new Error('not drawn');
  expect(chart.alt).toContain('Harbour House 65.3% of 95, below the 95% limits;');
  expect(chart.spec).toMatchObject({ kind: 'control-funnel', unit: 'Number of journeys' });
  expect(table.groups[0]!.rows.map((row) => row.map(cellText))).toEqual([
    ['Harbour House', '65.3%', '62', '95', 'below the 95% limits'],
    ['Janus Enterprise', '84.9%', '118', '139', 'above the 95% limits'],
    ['All together', '76.9%', '180', '234', 'the centre of the limits'],
  ]);
});

test('one provider alone is neither drawn nor judged', () => {
  const funnel = { centre: 0.5, providers: apartCohort.funnel!.providers.slice(0, 1) };
  const cohort: Cohort = { ...apartCohort, funnel };
  const family = full.measures['family-engagement']!;
  const measures: Record<string, MeasureResult> = { 'family-engagement': { ...family, cohort } };
  expect(providerBlocks(measuredIn(anOutcomeDocument({ measures }))[0]!)).toEqual([]);
});

test('a test between two groups is said with its statistic and p', () => {
  expect(comparisonsInWords(measured('abstinence-retention'))).toEqual([
    'Women and men: log-rank χ² 3.84, p 0.050.',
  ]);
  const result: MeasureResult = {
    ...full.measures['abstinence-retention']!,
    comparisons: {
      provider: { groups: ['janus-enterprise', 'harbour-house'], statistic: 21.337, p: 0.0000038 },
    },
  };
  expect(comparisonsInWords({ ...measured('abstinence-retention'), result })).toEqual([
    'Janus Enterprise and Harbour House: log-rank χ² 21.34, p < 0.001.',
  ]);
});
