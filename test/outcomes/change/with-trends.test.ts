import { describe, expect, test } from 'vitest';
import { withTrends } from '../../../shared/outcomes/change/with-trends.ts';
import type { Cohort, MeasureResult, OutcomeDocument } from '../../../shared/outcomes/document.ts';
import { aShare } from '../../support/a-share.ts';
import { compute } from '../../support/compute.ts';
import { anOutcomeDocument } from '../../support/outcome-document.ts';

/** The measures as computed of nobody: which day and cause of them is drawn is the same of anybody. */
const computed = () => compute({ people: [] }).computed;

type Results = OutcomeDocument['measures'];
const aMonth = (month: string, measures: Results): OutcomeDocument => anOutcomeDocument({ month, measures });

/** A month in which so many of ten families are reached. */
const families = (month: string, numerator: number, revision = 1): OutcomeDocument =>
  aMonth(month, { 'family-engagement': { revision, ...aShare(numerator, 10) } });

const trendIn = ({ measures }: OutcomeDocument, measure = 'family-engagement') => measures[measure]?.trend;
const familiesOver = (document: OutcomeDocument, ...issued: OutcomeDocument[]) =>
  trendIn(withTrends(document, computed(), issued));

test('the months that were issued and the document’s own are drawn in their order, however they come', () => {
  const months = [families('2026-09', 4), families('2026-08', 2), families('2025-12', 3)];
  expect(familiesOver(families('2026-10', 6), ...months)).toEqual({
    kind: 'run',
    every: 'month',
    // In order 0.2, 0.3, 0.4, 0.6: the median is between the second and the third.
    median: 0.35,
    points: [
      { period: '2025-12', state: 'estimated', value: 0.3, denominator: 10 },
      { period: '2026-08', state: 'estimated', value: 0.2, denominator: 10 },
      { period: '2026-09', state: 'estimated', value: 0.4, denominator: 10 },
      { period: '2026-10', state: 'estimated', value: 0.6, denominator: 10 },
    ],
  });
});

test('what was computed by another revision of the definition, and months without the measure, are left out', () => {
  const trend = familiesOver(
    families('2026-10', 6, 2),
    families('2026-07', 1, 1),
    families('2026-08', 2, 2),
    families('2026-09', 3, 3),
    aMonth('2026-06', {}),
  );
  expect(trend?.points.map(({ period }) => period)).toEqual(['2026-08', '2026-10']);
});

test('nothing else of the document is another', () => {
  const document = families('2026-10', 6);
  const family = document.measures['family-engagement'];
  const drawn = withTrends(document, computed(), []);
  expect(drawn).toEqual({
    ...document,
    measures: { 'family-engagement': { ...family, trend: trendIn(drawn) } },
  });
  expect(trendIn(document)).toBeUndefined();
});

test('a result that no measure is of, or that was not computed, stays as it is', () => {
  const measures = {
    'a-former-measure': { revision: 1, ...aShare(3, 10) },
    ...families('2026-10', 6).measures,
  };
  expect(withTrends(aMonth('2026-10', measures), { measures: {} }, []).measures).toEqual(measures);
  const drawn = withTrends(aMonth('2026-10', measures), computed(), []).measures;
  expect(drawn['a-former-measure']).toEqual(measures['a-former-measure']);
  expect(drawn['family-engagement']).toHaveProperty('trend');
});

describe('twelve months of which the last is far above the others', () => {
  // Shares of 0.1 and 0.2 in turn and 0.9 at last: the mean is 2.5/12 = 0.208…, the ranges are ten of 0.1 and one of 0.8,
  // so the limits are 0.208… ∓ 2.66 · 1.8/11, −0.226… and 0.643….
  const months = (id: string, target?: MeasureResult['target']): OutcomeDocument[] =>
    Array.from({ length: 12 }, (_, index) => {
      const numerator = index === 11 ? 9 : 1 + (index % 2);
      const month = `2026-${String(index + 1).padStart(2, '0')}`;
      return aMonth(month, { [id]: { revision: 1, ...aShare(numerator, 10), ...(target && { target }) } });
    });
  const drawn = (id: string, target?: MeasureResult['target']) => {
    const [last, ...before] = months(id, target).toReversed();
    if (last === undefined) throw new Error('no month');
    return trendIn(withTrends(last, computed(), before), id);
  };

  test('are a process chart of a measure of a month, with its limits and its direction', () => {
    const trend = drawn('family-engagement');
    expect(trend).toMatchObject({ kind: 'xmr', variation: 'improving-high' });
    expect(trend?.mean).toBeCloseTo(2.5 / 12, 10);
    expect(trend?.limits?.lower).toBeCloseTo(2.5 / 12 - (2.66 * 1.8) / 11, 10);
    expect(trend?.limits?.upper).toBeCloseTo(2.5 / 12 + (2.66 * 1.8) / 11, 10);
    expect(trend?.points.at(-1)).toMatchObject({ signal: { rule: 'outside', side: 'above' } });
    expect(trend).not.toHaveProperty('assurance');
    expect(drawn('delivery')).toMatchObject({ kind: 'xmr', variation: 'neutral-high' });
  });

  test('assure of the target that the document has', () => {
    const target = { value: 0.65, direction: 'at-least', source: 'Contract' } as const;
    expect(drawn('family-engagement', target)).toMatchObject({ assurance: 'consistently-missed' });
  });

  test('are a line of a measure of a window', () => {
    const trend = drawn('re-presentation');
    expect(trend).toMatchObject({ kind: 'line', every: 'month' });
    expect(trend?.points).toHaveLength(12);
    expect(trend).not.toHaveProperty('limits');
  });
});

describe('a measure with cohorts', () => {
  const quarterly = (month: string, cohort: Partial<Cohort> = {}): OutcomeDocument =>
    aMonth(month, {
      'volunteer-progression': {
        revision: 1,
        ...aShare(50, 100),
        cohort: { every: 'quarter', matured: aShare(30, 60), providers: {}, ...cohort },
      },
    });

  test('is drawn by quarters, from the months in which one ends, and apart though its headline is of a window', () => {
    const issued = [
      quarterly('2026-09', { period: '2026-Q3', point: aShare(8, 20) }),
      quarterly('2026-08'),
      quarterly('2026-06', { period: '2026-Q2', point: aShare(5, 20) }),
    ];
    const drawn = withTrends(quarterly('2026-10'), computed(), issued);
    expect(trendIn(drawn, 'volunteer-progression')).toEqual({
      kind: 'run',
      every: 'quarter',
      median: (0.25 + 0.4) / 2,
      points: [
        { period: '2026-Q2', state: 'estimated', value: 0.25, denominator: 20 },
        { period: '2026-Q3', state: 'estimated', value: 0.4, denominator: 20 },
      ],
    });
  });
});

test('of a curve without cohorts the value at its headline day is drawn, of causes that of its headline cause', () => {
  const at = (day: number, value: number) => ({ day, state: 'estimated', value }) as const;
  const counted = { lower: null, upper: null, atRisk: 20, events: 9 };
  const document = aMonth('2026-10', {
    'abstinence-retention': {
      revision: 1,
      kind: 'survival',
      journeys: 40,
      events: 9,
      parts: {},
      points: [
        { ...at(28, 0.9), ...counted },
        { ...at(84, 0.7), ...counted },
      ],
      median: { state: 'suppressed' },
    },
    'lapse-recovery': {
      revision: 1,
      kind: 'incidence',
      lapses: 40,
      causes: { relapsed: [at(28, 0.2)], recovered: [at(28, 0.5), at(56, 0.6)] },
      open: [],
    },
  });
  const drawn = withTrends(document, computed(), []);
  expect(trendIn(drawn, 'abstinence-retention')).toEqual({
    kind: 'line',
    every: 'month',
    points: [{ period: '2026-10', state: 'estimated', value: 0.7 }],
  });
  expect(trendIn(drawn, 'lapse-recovery')?.points).toEqual([
    { period: '2026-10', state: 'estimated', value: 0.5 },
  ]);
});

describe('points that moved between the issues of their month', () => {
  const restated = (document: OutcomeDocument): OutcomeDocument =>
    withTrends(
      {
        ...document,
        moved: {
          since: { revision: 1, asAt: '2026-11-05T06:00:00.000Z' },
          figures: [
            {
              measure: 'family-engagement',
              part: 'headline',
              name: '',
              category: '',
              issued: aShare(1, 10),
              stands: true,
            },
          ],
          records: {},
          definitions: [],
        },
      },
      computed(),
      [],
    );
  const marks = (document: OutcomeDocument, issued: OutcomeDocument[], previous?: OutcomeDocument) =>
    trendIn(withTrends(document, computed(), issued, previous))?.points.map((point) =>
      point.state === 'estimated' ? point.marks : undefined,
    );

  test('are marked, in the issue in which they moved and in those of later months', () => {
    const october = restated(families('2026-10', 6));
    expect(trendIn(october)?.points).toMatchObject([{ period: '2026-10', marks: ['r'] }]);
    expect(marks(families('2026-11', 5), [october])).toEqual([['r'], undefined]);
  });

  test('stay so in a further issue of their month in which nothing moved', () => {
    const before = restated(families('2026-10', 6));
    expect(marks(families('2026-10', 6), [families('2026-09', 3)], before)).toEqual([undefined, ['r']]);
    expect(marks(families('2026-10', 6), [families('2026-09', 3)])).toEqual([undefined, undefined]);
  });

  test('are those of months as they were issued last, not as an issue before of this month drew them', () => {
    const september = restated(families('2026-09', 3));
    const before = withTrends(families('2026-10', 6), computed(), [september]);
    expect(trendIn(before)?.points).toMatchObject([{ period: '2026-09', marks: ['r'] }, {}]);
    expect(marks(families('2026-10', 6), [families('2026-09', 3)], before)).toEqual([undefined, undefined]);
  });
});
