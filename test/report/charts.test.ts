import { expect, test } from 'vitest';
import type { MeasureResult, OutcomeDocument } from '../../shared/outcomes/document.ts';
import type { Block, Chart } from '../../shared/report/blocks.ts';
import { stackChart } from '../../shared/report/charts/stack-chart.ts';
import { reportOf } from '../../shared/report/report.ts';
import {
  anOutcomeDocument,
  aRoundedOutcomeDocument,
  aTinyOutcomeDocument,
} from '../support/outcome-document.ts';

const blocksOf = (document: OutcomeDocument, id: string): Block[] =>
  reportOf(document).sections.find((section) => section.id === id)!.blocks;
const chartsOf = (document: OutcomeDocument, id: string): Chart[] =>
  blocksOf(document, id).filter((block) => block.kind === 'chart');
const notesOf = (document: OutcomeDocument, id: string): string[] =>
  blocksOf(document, id).flatMap((block) => (block.kind === 'note' ? [block.text] : []));

const full = anOutcomeDocument();
const suppressed = { state: 'suppressed' } as const;

/** The full document with one measure changed. */
function withMeasure(id: string, change: Partial<MeasureResult>): OutcomeDocument {
  const measure = full.measures[id]!;
  return anOutcomeDocument({
    measures: { ...full.measures, [id]: { ...measure, ...change } as MeasureResult },
  });
}

/** The full document with one day of abstinence retention put in another state. */
function withDay(day: number, state: object): OutcomeDocument {
  const measure = full.measures['abstinence-retention']!;
  if (measure.kind !== 'survival') throw new Error('not a survival');
  const points = measure.points.map((point) => (point.day === day ? { day, ...state } : point));
  return withMeasure('abstinence-retention', { points } as Partial<MeasureResult>);
}

test.each([
  [suppressed, 'There is no chart: too few people [c].'],
  [{ state: 'unavailable', reason: 'no-eligible' }, 'There is no chart: nobody was eligible.'],
  [
    { state: 'unavailable', reason: 'beyond-follow-up' },
    'There is no chart: not followed long enough yet [x].',
  ],
  [
    { state: 'unavailable', reason: 'not-published' },
    'There is no chart: not published under the rule for small numbers [x].',
  ],
] as const)('without its headline day a survival is not drawn, and it is said why: %j', (state, sentence) => {
  const document = withDay(84, state);
  expect(chartsOf(document, 'abstinence-retention').map(({ id }) => id)).toEqual([
    'abstinence-retention.trend',
    'abstinence-retention.occupancy',
    'abstinence-retention.providers',
  ]);
  expect(notesOf(document, 'abstinence-retention')).toContain(sentence);
});

test('a survival’s chart holds every reported day, those without a figure by their shorthand', () => {
  const [chart] = chartsOf(withDay(28, suppressed), 'abstinence-retention');
  if (chart?.spec.kind !== 'points') throw new Error('not a chart of points');
  expect(chart.spec.points.map(({ day }) => day)).toEqual([56, 84, 168]);
  expect(chart.spec.missing).toEqual([{ day: 28, code: '[c]' }]);
  expect(chart.title).toMatch(/the bars are 95% intervals$/);
  const [retention] = chartsOf(full, 'retention');
  expect(retention?.spec).toMatchObject({ missing: [{ day: 168, code: '[x]' }] });
});

test('what is left out is printed under the chart and told in its alternative text', () => {
  const [chart] = chartsOf(full, 'retention');
  expect(chart?.note).toBe('Not drawn: day 168 (not followed long enough yet [x]).');
  expect(chart?.alt.endsWith(chart.note!)).toBe(true);
});

test('outcomes are not drawn when a part of the headline day is withheld, whatever other days show', () => {
  const lapses = full.measures['lapse-recovery']!;
  if (lapses.kind !== 'incidence') throw new Error('not an incidence');
  const causes = { ...lapses.causes, exited: lapses.causes['exited']!.with(0, { day: 28, ...suppressed }) };
  const hidden = { ...lapses, causes };
  expect(stackChart('lapse-recovery', hidden, 'Title', 28)).toEqual({
    kind: 'note',
    text: 'There is no chart: not every part of day 28 can be shown (too few people [c]).',
  });
  const drawn = stackChart('lapse-recovery', hidden, 'Title', 56);
  expect(drawn).toMatchObject({ kind: 'chart', note: 'Not drawn: day 28 (too few people [c]).' });
});

test('a split is drawn only below the whole, which comes first', () => {
  const [chart] = chartsOf(full, 'family-engagement');
  if (chart?.spec.kind !== 'intervals') throw new Error('not a chart of intervals');
  expect(chart.spec.rows.map(({ label }) => label).slice(0, 3)).toEqual([
    'All',
    'Provider: Janus Enterprise',
    'Provider: Harbour House',
  ]);
  expect(chart.note).toBe('Not drawn: Intervention: Closure and Main substance: Other (too few people [c]).');
  const withoutWhole = anOutcomeDocument({
    measures: {
      'family-engagement': {
        revision: 1,
        kind: 'proportion',
        ...suppressed,
        splits: full.measures['family-engagement']!.splits,
      },
    },
  });
  expect(chartsOf(withoutWhole, 'family-engagement')).toEqual([]);
});

test('the steps of volunteering are drawn as people when every one can be shown', () => {
  const funnel = chartsOf(full, 'volunteer-progression').find(({ id }) => id.endsWith('.funnel'));
  expect(funnel?.spec).toEqual({
    kind: 'funnel',
    axis: 'People',
    steps: [
      { label: 'Transition', value: 31 },
      { label: 'Voluntary placement', value: 22 },
      { label: 'Education, training or employment', value: 12 },
    ],
  });
  expect(funnel?.note).toMatch(/Provisional \[p\], .*: voluntary placement\.$/);
});

test('with one step withheld none is drawn', () => {
  const beside = {
    ...full.measures['volunteer-progression']!.beside,
    'reached-transition': { kind: 'count' as const, ...suppressed },
  };
  const document = withMeasure('volunteer-progression', { beside });
  expect(chartsOf(document, 'volunteer-progression').some(({ id }) => id.endsWith('.funnel'))).toBe(false);
  expect(notesOf(document, 'volunteer-progression')).toContain(
    'There is no chart of the steps: one of their numbers is withheld [c].',
  );
});

test('under rounding no share over days is drawn, and a proportion is', () => {
  const rounded = aRoundedOutcomeDocument();
  expect(chartsOf(rounded, 'abstinence-retention')).toEqual([]);
  expect(chartsOf(rounded, 'lapse-recovery')).toEqual([]);
  expect(chartsOf(rounded, 'family-engagement')).toHaveLength(1);
  expect(chartsOf(aTinyOutcomeDocument(), 'abstinence-retention')).toEqual([]);
});
