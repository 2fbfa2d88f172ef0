import { expect, test } from 'vitest';
import type { MeasureResult, OutcomeDocument } from '../../shared/outcomes/document.ts';
import type { Block, Headline } from '../../shared/report/blocks.ts';
import { caseloadBlocks } from '../../shared/report/caseload-blocks.ts';
import { cellText } from '../../shared/report/cells.ts';
import { summarySection } from '../../shared/report/summary-section.ts';
import { byDay } from '../../shared/report/tables/by-day.ts';
import { ICON_KEY, iconInWords, iconsOf } from '../../shared/report/wording/icons.ts';
import { anOutcomeDocument } from '../support/outcome-document.ts';

/** The first page: each headline with its small chart and signs, and the people in the month. */

const full = anOutcomeDocument();
const headlinesOf = (document: OutcomeDocument): Headline[] =>
  summarySection(document).blocks.flatMap((block) => (block.kind === 'headline' ? [block] : []));
const tilesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'tiles' ? block.items.map(({ label, cell }) => [label, cellText(cell)]) : [],
  );

test('the small chart of a headline has its figure, interval and target, and says so in words', () => {
  const family: MeasureResult = {
    revision: 1,
    kind: 'proportion',
    state: 'estimated',
    numerator: 31,
    denominator: 88,
    value: 31 / 88,
    lower: 0.2606,
    upper: 0.4564,
    method: 'wilson',
    target: { value: 0.35, direction: 'at-least', source: 'Contract' },
  };
  const [headline] = headlinesOf(anOutcomeDocument({ measures: { 'family-engagement': family } }));
  expect(headline?.glance?.alt).toBe(
    'Small chart: 35.2% on a scale from 0% to 100%, 95% interval 26.1% to 45.6%, target 35.0%.',
  );
  expect(headline?.glance?.spec).toEqual({
    kind: 'glance',
    value: 31 / 88,
    lower: 0.2606,
    upper: 0.4564,
    target: 0.35,
  });
  expect(headline?.target).toBe(
    'Target: at least 35.0%. The figure is above it, but the interval includes the target, so chance alone could explain the difference.',
  );
});

test('a headline that is withheld has no chart, no target and no word of change', () => {
  const [headline] = headlinesOf(
    anOutcomeDocument({
      measures: {
        'family-engagement': {
          revision: 1,
          kind: 'proportion',
          state: 'suppressed',
          target: { value: 0.35, direction: 'at-least', source: 'Contract' },
        },
      },
    }),
  );
  expect(headline).toMatchObject({ figure: { text: 'Withheld' }, icons: [] });
  expect(headline).not.toHaveProperty('glance');
  expect(headline).not.toHaveProperty('target');
  expect(headline).not.toHaveProperty('change');
});

test('a sign stands for what the limits say, and none where there are no limits', () => {
  expect(iconsOf(undefined)).toEqual([]);
  expect(iconsOf({ kind: 'run', every: 'month', points: [] })).toEqual([]);
  const trend = full.measures['abstinence-retention']?.trend;
  expect(iconsOf(trend).map(iconInWords)).toEqual(['Low: a concern', 'Ahead: hit or miss']);
});

test('an ordinary last month does not hide that earlier ones are signals, nor does the small chart', () => {
  const [, lapse] = headlinesOf(full);
  const measure = full.measures['lapse-recovery']!;
  const points = measure.trend!.points.map((point, i) =>
    i === 2 && point.state === 'estimated'
      ? { ...point, signal: { rule: 'outside', side: 'below' } as const }
      : point,
  );
  const [, marked] = headlinesOf({
    ...full,
    measures: { ...full.measures, 'lapse-recovery': { ...measure, trend: { ...measure.trend!, points } } },
  });
  expect(lapse?.change).toMatch(/^No signal over time/);
  expect(lapse?.glance?.alt).toMatch(/No point is a signal\.$/);
  expect(marked?.change).toMatch(/is no signal; earlier ones are: \w+ 202\d\.$/);
  expect(marked?.glance?.alt).toMatch(/Signals: \w+ 202\d \(low\)\.$/);
});

test('no two signs of the key have the same words', () => {
  const words = ICON_KEY.map(({ icon }) => iconInWords(icon));
  expect(new Set(words).size).toBe(words.length);
});

test('the people in the month stand in the order in which they pass through, withheld ones as [c]', () => {
  const count = (value: number) => ({ kind: 'count', state: 'estimated', value }) as const;
  const caseload: MeasureResult = {
    revision: 1,
    ...count(39),
    beside: { started: count(6), referred: { kind: 'count', state: 'suppressed' }, 're-opened': count(9) },
  };
  expect(tilesOf(caseloadBlocks(anOutcomeDocument({ measures: { caseload } })))).toEqual([
    ['Referred', '[c]'],
    ['Journeys started', '6'],
    ['In treatment, all', '39'],
  ]);
  expect(caseloadBlocks(anOutcomeDocument({ measures: {} }))).toEqual([]);
});

test('shares over days stand side by side, each under its day', () => {
  const table = byDay('Outcome', [
    {
      label: 'Lapsed first',
      points: [
        { day: 28, state: 'estimated', value: 0.25 },
        { day: 56, state: 'suppressed' },
      ],
    },
    { label: 'Died first', points: [{ day: 56, state: 'unavailable', reason: 'beyond-follow-up' }] },
  ]);
  expect(table.columns.map(({ title }) => title)).toEqual(['Outcome', 'Day 28', 'Day 56']);
  expect(table.groups[0]?.rows.map((row) => row.map(cellText))).toEqual([
    ['Lapsed first', '25.0%', '[c]'],
    ['Died first', '', '[x]'],
  ]);
});
