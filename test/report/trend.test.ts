import { expect, test } from 'vitest';
import type { Definition, MeasureResult, Trend } from '../../shared/outcomes/document.ts';
import type { Chart, Table } from '../../shared/report/blocks.ts';
import { cellText } from '../../shared/report/cells.ts';
import { measuredIn } from '../../shared/report/measured.ts';
import { periodInWords, periodOnAxis, periodsBetween } from '../../shared/report/periods.ts';
import { reportOf } from '../../shared/report/report.ts';
import { trendBlocks } from '../../shared/report/trend-blocks.ts';
import { signalInWords, toneOf } from '../../shared/report/wording/signal.ts';
import { trendInWords } from '../../shared/report/wording/trend.ts';
import {
  fallenTrend,
  risenTrend,
  rollingTrend,
  steadyTrend,
  trialTrend,
} from '../support/further-results.ts';
import { anOutcomeDocument } from '../support/outcome-document.ts';

const target = { value: 0.5, direction: 'at-least', source: 'Contract' } as const;

function said(
  trend: Trend,
  direction: Definition['direction'] = 'up',
  change: Partial<MeasureResult> = {},
): string[] {
  const result = { revision: 1, kind: 'proportion', state: 'suppressed', ...change, trend } as MeasureResult;
  return trendInWords(result, direction);
}

test('chance alone is said to be no signal', () => {
  expect(said(steadyTrend)).toEqual([
    'No signal over time: the months vary as chance alone would make them.',
  ]);
});

test('a signal names the last point, whether it is good news, and the rule', () => {
  expect(said(fallenTrend)).toEqual([
    'The last month, October 2026, is a signal of concern: below the lower limit.',
  ]);
  expect(said(fallenTrend, 'down')).toEqual([
    'The last month, October 2026, is a signal of improvement: below the lower limit.',
  ]);
  expect(said(fallenTrend, 'neutral')).toEqual([
    'The last month, October 2026, is a signal, neither good nor bad in itself: below the lower limit.',
  ]);
  expect(said(risenTrend)).toEqual([
    'The last month, October 2026, is a signal of improvement: two of three close to the upper limit.',
  ]);
});

test.each([
  ['outside', 'above', 'above the upper limit'],
  ['trend', 'falling', 'seven or more in a row falling'],
  ['two-of-three', 'below', 'two of three close to the lower limit'],
  ['shift', 'above', 'seven or more in a row above the mean'],
] as const)('the rule %s %s in words', (rule, side, words) => {
  expect(signalInWords({ rule, side })).toBe(words);
});

test('rising is good where more is better, and bad where less is', () => {
  expect(toneOf({ rule: 'trend', side: 'rising' }, 'up')).toBe('improving');
  expect(toneOf({ rule: 'trend', side: 'rising' }, 'down')).toBe('concerning');
  expect(toneOf({ rule: 'trend', side: 'falling' }, 'down')).toBe('improving');
});

test.each([
  [
    'consistently-met',
    'The target lies outside the limits: unless something changes, it will be met again and again.',
  ],
  [
    'consistently-missed',
    'The target lies outside the limits: unless something changes, it will be missed again and again.',
  ],
  [
    'inconsistent',
    'The target lies within the limits: some months will meet it and some miss it, by chance alone.',
  ],
] as const)('the target against the limits: %s', (assurance, sentence) => {
  expect(said({ ...steadyTrend, assurance }, 'up', { target })[1]).toBe(sentence);
  expect(said({ ...steadyTrend, assurance })).toHaveLength(1);
});

test('with too few points no signal is read, and it is said to be a trial', () => {
  expect(said(trialTrend)).toEqual([
    'Too few quarters for limits (5 of the 12 needed): a trial run chart, from which no signal is read.',
  ]);
});

test('rolling values have their first and last, and no signal', () => {
  expect(said(rollingTrend(0.81, 0.82, 0.848))).toEqual([
    'Over time, without limits or signals: 81.0% in August 2026, 84.8% in October 2026.',
  ]);
});

test('of one point nothing is said', () => {
  expect(said(rollingTrend(0.81))).toEqual([]);
});

const full = anOutcomeDocument();
const blocksOf = (id: string) => trendBlocks(measuredIn(full).find(({ words }) => words.id === id)!);
const chartOf = (id: string) => blocksOf(id).find((block): block is Chart => block.kind === 'chart')!;
const tableOf = (id: string) => blocksOf(id).find((block): block is Table => block.kind === 'table')!;
const specOf = (id: string) => {
  const { spec } = chartOf(id);
  if (spec.kind !== 'trend') throw new Error('not a trend');
  return spec;
};

test('a withheld point is a gap in the chart, named under it, and no row of the table', () => {
  const spec = specOf('abstinence-retention');
  expect(spec.points[4]).toEqual({ label: 'Sep 2025', value: null });
  expect(chartOf('abstinence-retention').note).toBe('Not drawn: September 2025 (too few people [c]).');
  const rows = tableOf('abstinence-retention').groups[0]!.rows.map((row) => cellText(row[0]!));
  expect(rows.slice(3, 5)).toEqual(['August 2025', 'October 2025']);
});

test('a period that no document is of is a gap, too', () => {
  const points = fallenTrend.points.filter(({ period }) => period !== '2026-02');
  const family = full.measures['family-engagement']!;
  const measures = { 'family-engagement': { ...family, trend: { ...fallenTrend, points } } };
  const [measured] = measuredIn(anOutcomeDocument({ measures }));
  const chart = trendBlocks(measured!).find((block) => block.kind === 'chart');
  if (chart?.spec.kind !== 'trend') throw new Error('not a trend');
  expect(chart.spec.points).toHaveLength(18);
  expect(chart.spec.points.filter(({ value }) => value === null).map(({ label }) => label)).toEqual([
    'Sep 2025',
    'Feb 2026',
  ]);
});

test('a signal is told by side, tone and rule, never by colour alone', () => {
  expect(specOf('abstinence-retention').points.at(-1)?.signal).toEqual({
    side: 'low',
    tone: 'concerning',
    rule: 'outside the limits',
  });
  expect(chartOf('abstinence-retention').alt).toMatch(/Signals: October 2026 \(below the lower limit\)\./);
  expect(tableOf('abstinence-retention').groups[0]!.rows.at(-1)!.map(cellText)).toEqual([
    'October 2026',
    '44.4%',
    '18',
    'below the lower limit',
  ]);
});

test('the alternative text has every point, the mean, the limits and the target', () => {
  const { alt } = chartOf('lapse-recovery');
  expect(alt).toContain('July 2025 40.0%; August 2025 50.0%;');
  expect(alt).toContain('Mean 43.9%. Limits 22.0% and 65.7%. Target 40.0%. Signals: none.');
});

test('a run chart has its median and no limits, values of twelve months neither', () => {
  expect(specOf('volunteer-progression')).toMatchObject({ centre: { label: 'Median', value: 0.4 } });
  expect(specOf('volunteer-progression').limits).toBeUndefined();
  expect(chartOf('volunteer-progression').title).toContain('trial run chart');
  expect(specOf('retention').centre).toBeUndefined();
  expect(tableOf('retention').columns.map(({ title }) => title)).toEqual(['Month', 'Value']);
});

test('the first page says of each headline what its points over time say', () => {
  const changes = reportOf(full).sections[0]!.blocks.flatMap((block) =>
    block.kind === 'headline' ? [block.change] : [],
  );
  expect(changes.map((change) => change?.split(':')[0])).toEqual([
    'The last month, October 2026, is a signal of concern',
    'No signal over time',
    'The last month, October 2026, is a signal of improvement',
    'Too few quarters to tell a change from chance',
  ]);
});

test('fewer than two points are a sentence', () => {
  const family = full.measures['family-engagement']!;
  const measures = { 'family-engagement': { ...family, trend: rollingTrend(0.4) } };
  const [measured] = measuredIn(anOutcomeDocument({ measures }));
  expect(trendBlocks(measured!).map((block) => ('text' in block ? block.text : block.kind))).toEqual([
    'Over time',
    'There is no chart over time: fewer than two points can be shown.',
  ]);
});

test('periods in words, on an axis, and in order', () => {
  expect(periodInWords('2026-Q4')).toBe('October to December 2026');
  expect(periodInWords('2026-10')).toBe('October 2026');
  expect(periodOnAxis('2026-Q1')).toBe('Q1 2026');
  expect(periodOnAxis('2026-09')).toBe('Sep 2026');
  expect(periodsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(periodsBetween('2025-Q4', '2026-Q2')).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
  expect(periodsBetween('2026-10', '2026-10')).toEqual(['2026-10']);
});
