import { expect, test } from 'vitest';
import { movedApart } from '../../shared/render/charts/beside-lines.ts';
import { compactShapes } from '../../shared/render/charts/compact-shapes.ts';
import { drawChart } from '../../shared/render/charts/draw-chart.ts';
import { labelPlace } from '../../shared/render/charts/label-place.ts';
import { wrapped } from '../../shared/render/charts/plot.ts';
import type { ChartSpec } from '../../shared/report/blocks.ts';

const points: Extract<ChartSpec, { kind: 'points' }> = {
  kind: 'points',
  axis: 'Share',
  points: [
    { day: 28, value: 0.9, lower: 0.8, upper: 0.95 },
    { day: 84, value: 1, lower: null, upper: null },
  ],
  missing: [{ day: 168, code: '[x]' }],
};

const stack: ChartSpec = {
  kind: 'stack',
  series: ['Recovered', 'Open'],
  bars: [{ day: 28, shares: [0.6, 0.4] }],
};

const funnel: ChartSpec = {
  kind: 'funnel',
  axis: 'People',
  steps: [
    { label: 'Transition', value: 1031 },
    { label: 'Employment', value: 0 },
  ],
};

const intervals: Extract<ChartSpec, { kind: 'intervals' }> = {
  kind: 'intervals',
  axis: 'Share',
  rows: [{ label: 'All', value: 0.5, lower: 0.4, upper: 0.6 }],
  target: 0.7,
};

const burnDown: ChartSpec = {
  kind: 'burn-down',
  axis: 'Placement weeks left',
  bought: 36,
  weeks: 12,
  months: [
    { at: 0, label: 'Jan 2026' },
    { at: 4, label: 'Feb 2026' },
  ],
  now: { at: 6, label: 'Known to 15 February 2026' },
  lines: [
    {
      label: 'As it was',
      of: 'past',
      points: [
        { at: 0, left: 36 },
        { at: 6, left: 18 },
      ],
    },
    {
      label: 'By planned ends',
      of: 'planned',
      points: [
        { at: 6, left: 18 },
        { at: 12, left: 0 },
      ],
    },
  ],
};

const trend: Extract<ChartSpec, { kind: 'trend' }> = {
  kind: 'trend',
  axis: 'Share',
  quantity: 'share',
  points: [
    { label: 'Aug 2026', value: 0.5 },
    { label: 'Sep 2026', value: 0.52 },
    {
      label: 'Oct 2026',
      value: 0.8,
      signal: { side: 'high', tone: 'improving', rule: 'outside the limits' },
    },
  ],
  centre: { label: 'Mean', value: 0.5 },
  limits: { lower: 0.4, upper: 0.6 },
  target: 0.55,
};

const providers: ChartSpec = {
  kind: 'control-funnel',
  axis: 'Share',
  unit: 'Number of people',
  centre: 0.5,
  providers: [
    { label: 'One', denominator: 40, value: 0.5, position: 'within' },
    { label: 'Other', denominator: 60, value: 0.2, position: 'low-998' },
  ],
  limits: [
    { denominator: 1, low998: 0, low95: 0, high95: 1, high998: 1 },
    { denominator: 69, low998: 0.31, low95: 0.38, high95: 0.62, high998: 0.69 },
  ],
};

const shapesOf = async (spec: ChartSpec) => (await drawChart(spec)).shapes;

test.each([
  ['points', points],
  ['stack', stack],
  ['intervals', intervals],
  ['a funnel', funnel],
  ['a burn-down', burnDown],
  ['values over time', trend],
  ['providers among limits', providers],
] as const)('draws %s as vectors, with its words apart', async (_, spec) => {
  const { shapes, words } = await drawChart(spec);
  expect(shapes).toMatch(/<path|<rect/);
  expect(shapes).not.toMatch(/<text|<image|<script|<\/?svg/);
  expect(words.length).toBeGreaterThan(3);
});

test('draws once: a chart drawn over itself would have every path twice', async () => {
  const { shapes, words } = await drawChart({ ...points, points: points.points.slice(0, 1) });
  expect(words.filter(({ text }) => text === 'Days since the start')).toHaveLength(1);
  const dots = shapes.match(/fill="#0A5C8F"/gi);
  expect(dots).toHaveLength(1);
});

test('lines of a burn-down differ in their dashes, in the drawing and in the legend', async () => {
  const broken = [...(await shapesOf(burnDown)).matchAll(/<path fill="#B5460A" d="([^"]+)"/g)];
  expect(broken).toHaveLength(2);
  for (const [, path] of broken) expect(path?.match(/M/g)?.length).toBeGreaterThan(2);
});

test('the same chart is the same bytes', async () => {
  expect(await drawChart(stack)).toEqual(await drawChart(stack));
});

test('a chart grows with what it has to show', async () => {
  const heightOf = async (spec: ChartSpec) => (await drawChart(spec)).height;
  const rows = Array.from({ length: 8 }, (_, i) => ({ ...intervals.rows[0]!, label: `Group ${i}` }));
  expect(await heightOf({ ...intervals, rows })).toBeGreaterThan(await heightOf(intervals));
});

test('a label is wrapped by its width, and a word that is too wide is broken', () => {
  expect(wrapped('one two', 1000)).toEqual(['one two']);
  expect(wrapped('one two', 30)).toEqual(['one', 'two']);
  const lines = wrapped('W'.repeat(40), 100);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.join('')).toBe('W'.repeat(40));
});

test('a label goes to the first place that touches nothing, or to the one that touches least', () => {
  const box = (left: number) => ({ left, right: left + 10, top: 0, bottom: 10 });
  expect(labelPlace([box(0), box(20)], [])).toEqual(box(0));
  expect(labelPlace([box(0), box(20)], [box(5)])).toEqual(box(20));
  expect(labelPlace([box(0), box(20)], [box(10)])).toEqual(box(0));
  expect(labelPlace([box(0), box(20)], [box(5), box(2), box(25)])).toEqual(box(20));
});

test('a gap between points is not drawn over', async () => {
  const lines = async (spec: ChartSpec) =>
    [
      ...(await shapesOf(spec)).matchAll(
        /<path[^>]*stroke="#5F6B76"[^>]*d="([^"]+)"|<path[^>]*d="([^"]+)"[^>]*stroke="#5F6B76"/gi,
      ),
    ].length;
  const whole = {
    ...trend,
    points: [...trend.points, { label: 'Nov 2026', value: 0.5 }, { label: 'Dec 2026', value: 0.5 }],
  };
  const gapped = { ...whole, points: whole.points.with(2, { label: 'Oct 2026', value: null }) };
  expect(await lines(gapped)).not.toBe(await lines(whole));
});

test('a signal has a shape of its own beside its colour', async () => {
  const plain = { ...trend, points: trend.points.map(({ label, value }) => ({ label, value })) };
  const blue = async (spec: ChartSpec) => ((await shapesOf(spec)).match(/fill="#0A5C8F"/gi) ?? []).length;
  expect(await blue(plain)).toBe(0);
  expect(await blue(trend)).toBeGreaterThan(0);
});

test('labels of lines that would touch are moved apart, others stay', () => {
  expect(movedApart([{ y: 100 }, { y: 104 }, { y: 300 }])).toEqual([{ y: 94 }, { y: 110 }, { y: 300 }]);
  expect(movedApart([{ y: 50 }, { y: 10 }])).toEqual([{ y: 10 }, { y: 50 }]);
});

test('keeps every character of a word, and where and in what it is written', async () => {
  const { width, height, words } = await drawChart({
    ...points,
    axis: 'Assessed (%) “in time” 日本 & <co>',
  });
  expect(words.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Assessed (%) “in time” 日本 & <co>', '90.0%', '[x]', 'Days since the start']),
  );
  for (const word of words) {
    expect(word.x).toBeGreaterThanOrEqual(0);
    expect(word.x).toBeLessThanOrEqual(width);
    expect(word.y).toBeGreaterThan(0);
    expect(word.y).toBeLessThan(height);
    expect(word.width).toBeGreaterThan(0);
  }
});

test('names the colour that a word is drawn in, not that of the box beside it', async () => {
  const { words } = await drawChart(stack);
  expect(words.find(({ text }) => text === '1  Recovered')).toMatchObject({
    colour: '#1c2833',
    anchor: 'start',
  });
  expect(words.find(({ text }) => text === '1: 60.0%')).toMatchObject({ colour: '#ffffff', bold: true });
});

test('a round outline becomes a circle, any other stays as it is, to a hundredth of a pixel', () => {
  const round = Array.from({ length: 65 }, (_, i) => [
    10 + 4 * Math.cos(i / 10.1859),
    20 + 4 * Math.sin(i / 10.1859),
  ]);
  const [first = '', ...rest] = round.map((at) => at.map((pixels) => pixels.toFixed(6)).join(' '));
  const outline = `M${first}${rest.map((at) => `Q${at} ${at}`).join('')}Z`;
  expect(compactShapes(`<path fill="#fff" d="${outline}"/>`)).toBe(
    '<circle fill="#fff" cx="10" cy="20" r="4"/>',
  );
  const square = '<path fill="#fff" d="M1.23456 2L3 2L3 4Z"/>';
  expect(compactShapes(square)).toBe('<path fill="#fff" d="M1.23 2L3 2L3 4Z"/>');
});
