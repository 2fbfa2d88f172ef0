import { describe, expect, test } from 'vitest';
import { drawnOf, ownPoint } from '../../../shared/outcomes/change/trend-point.ts';
import type {
  Figure,
  IncidencePoint,
  MeasureResult,
  Moved,
  OutcomeDocument,
  SurvivalPoint,
  TrendPoint,
} from '../../../shared/outcomes/document.ts';
import { aHiddenShare, aShare } from '../../support/a-share.ts';
import { compute } from '../../support/compute.ts';
import { anOutcomeDocument } from '../../support/outcome-document.ts';

const MEASURE = 'family-engagement';
const hidden = { state: 'suppressed' } as const;

/** A month in which one measure says something. */
const aMonth = (result: MeasureResult, moved: readonly Moved['figures'][number][] = []): OutcomeDocument =>
  anOutcomeDocument({
    measures: { [MEASURE]: result },
    moved: { since: { revision: 1, asAt: '2026-11-05' }, figures: [...moved], records: {}, definitions: [] },
  });

type MovedFigure = Moved['figures'][number];

/** A figure that moved: the headline, which was 7 of 10, unless told otherwise. */
const aMovedFigure = (stated: Partial<MovedFigure> = {}): MovedFigure => ({
  measure: MEASURE,
  part: 'headline',
  name: '',
  category: '',
  issued: aShare(7, 10),
  stands: true,
  ...stated,
});

const aTrend = (...points: TrendPoint[]) => ({ kind: 'run', every: 'month', points }) as const;

const marksOf = (point: TrendPoint | undefined) => (point?.state === 'estimated' ? point.marks : undefined);

describe('what is drawn of a headline', () => {
  const headlineOf = (id: string) => {
    const headline = compute({ people: [] }).computed.measures[id]?.headline;
    if (headline === undefined) throw new Error(`no measure ${id}`);
    return headline;
  };

  test('is of a curve the value at its day, of shares of causes that of its day and cause', () => {
    expect(drawnOf(headlineOf('abstinence-retention'))).toEqual({ day: 84 });
    expect(drawnOf(headlineOf('lapse-recovery'))).toEqual({ day: 28, cause: 'recovered' });
  });

  test('is of a share, a mean or a count the one value there is', () => {
    expect(drawnOf(headlineOf('family-engagement'))).toEqual({});
    expect(drawnOf(headlineOf('caseload'))).toEqual({});
  });
});

describe('the point of a month', () => {
  const pointOf = (result: MeasureResult, drawn = {}) => ownPoint(MEASURE, aMonth(result), drawn);

  test('is its headline with the denominator and the marks, and nothing else', () => {
    expect(pointOf({ revision: 1, ...aShare(6, 8, 'u', 'p') })).toEqual({
      period: '2026-10',
      state: 'estimated',
      value: 0.75,
      denominator: 8,
      marks: ['u', 'p'],
    });
  });

  test('has no denominator and no marks where its figure has none', () => {
    const point = pointOf({ revision: 1, kind: 'count', state: 'estimated', value: 31 });
    expect(point).toEqual({ period: '2026-10', state: 'estimated', value: 31 });
    expect(Object.keys(point ?? {})).toEqual(['period', 'state', 'value']);
  });

  test('is withheld, or not there for its reason, as its headline is', () => {
    expect(pointOf({ revision: 1, ...aHiddenShare })).toEqual({ period: '2026-10', state: 'suppressed' });
    expect(pointOf({ revision: 1, kind: 'mean', state: 'unavailable', reason: 'not-recorded' })).toEqual({
      period: '2026-10',
      state: 'unavailable',
      reason: 'not-recorded',
    });
  });

  test('does not exist of a measure that the month has not', () => {
    expect(ownPoint('retention', aMonth({ revision: 1, ...aShare(6, 8) }), {})).toBeUndefined();
  });

  describe('of a curve', () => {
    const at = (day: number, value: number): SurvivalPoint => ({
      day,
      state: 'estimated',
      value,
      lower: null,
      upper: null,
      atRisk: 20,
      events: 9,
      marks: ['p'],
    });
    const curve: MeasureResult = {
      revision: 1,
      kind: 'survival',
      journeys: 40,
      events: 9,
      parts: {},
      points: [at(28, 0.9), { day: 56, ...hidden }, at(84, 0.7)],
      median: hidden,
    };

    test('is the one of the day that is drawn', () => {
      expect(pointOf(curve, { day: 84 })).toEqual({
        period: '2026-10',
        state: 'estimated',
        value: 0.7,
        marks: ['p'],
      });
      expect(pointOf(curve, { day: 28 })).toMatchObject({ value: 0.9 });
      expect(pointOf(curve, { day: 56 })).toEqual({ period: '2026-10', state: 'suppressed' });
    });

    test('is of nobody where the curve does not come to the day', () => {
      expect(pointOf(curve, { day: 168 })).toEqual({
        period: '2026-10',
        state: 'unavailable',
        reason: 'no-eligible',
      });
    });
  });

  describe('of shares of causes', () => {
    const at = (day: number, value: number): IncidencePoint => ({ day, state: 'estimated', value });
    const shares: MeasureResult = {
      revision: 1,
      kind: 'incidence',
      lapses: 40,
      causes: { recovered: [at(28, 0.5), at(56, 0.6)], relapsed: [at(28, 0.2), { day: 56, ...hidden }] },
      open: [at(28, 0.3), at(56, 0.1)],
    };

    test('is the one of the cause and the day that are drawn', () => {
      expect(pointOf(shares, { day: 28, cause: 'relapsed' })).toEqual({
        period: '2026-10',
        state: 'estimated',
        value: 0.2,
      });
      expect(pointOf(shares, { day: 56, cause: 'recovered' })).toMatchObject({ value: 0.6 });
      expect(pointOf(shares, { day: 56, cause: 'relapsed' })).toMatchObject({ state: 'suppressed' });
    });

    test('is of nobody where there is no such cause or day', () => {
      const nobody = { period: '2026-10', state: 'unavailable', reason: 'no-eligible' };
      expect(pointOf(shares, { day: 28, cause: 'died' })).toEqual(nobody);
      expect(pointOf(shares, { day: 84, cause: 'recovered' })).toEqual(nobody);
      expect(pointOf(shares, { day: 28 })).toEqual(nobody);
    });
  });

  describe('of a measure with cohorts', () => {
    const cohort = { every: 'quarter', matured: aShare(30, 60), providers: {} } as const;

    test('is that of the period that ends with it, not the headline', () => {
      const ending = { ...cohort, period: '2026-Q3', point: aShare(6, 24) };
      expect(pointOf({ revision: 1, ...aShare(50, 100), cohort: ending })).toEqual({
        period: '2026-Q3',
        state: 'estimated',
        value: 0.25,
        denominator: 24,
      });
      const withheld = { ...ending, point: aHiddenShare };
      expect(pointOf({ revision: 1, ...aShare(50, 100), cohort: withheld })).toEqual({
        period: '2026-Q3',
        state: 'suppressed',
      });
    });

    test('does not exist in a month in which no period ends', () => {
      expect(pointOf({ revision: 1, ...aShare(50, 100), cohort })).toBeUndefined();
      expect(
        pointOf({ revision: 1, ...aShare(50, 100), cohort: { ...cohort, period: '2026-Q3' } }),
      ).toBeUndefined();
      expect(
        pointOf({ revision: 1, ...aShare(50, 100), cohort: { ...cohort, point: aShare(6, 24) } }),
      ).toBeUndefined();
    });
  });
});

describe('a point is marked as restated', () => {
  const marked = (result: MeasureResult, ...moved: MovedFigure[]) =>
    marksOf(ownPoint(MEASURE, aMonth(result, moved), {}));
  const now: MeasureResult = { revision: 1, ...aShare(8, 10) };

  test('where the figure said something else in the issue before', () => {
    expect(marked(now, aMovedFigure())).toEqual(['r']);
    expect(marked(now, aMovedFigure({ issued: aHiddenShare }))).toEqual(['r']);
    expect(marked(now)).toBeUndefined();
  });

  test('not where the issue before had no such figure', () => {
    expect(marked(now, aMovedFigure({ issued: null }))).toBeUndefined();
  });

  test('not where something else moved: another measure, or another part of its own', () => {
    expect(
      marked(
        now,
        aMovedFigure({ measure: 'retention' }),
        aMovedFigure({ part: 'split', name: 'sex', category: 'female' }),
        aMovedFigure({ part: 'cohort', name: 'point' }),
      ),
    ).toBeUndefined();
  });

  test('of a cohort where its own period moved, not where the headline, a provider or all together did', () => {
    const cohort = {
      every: 'month',
      period: '2026-10',
      point: aShare(8, 10),
      matured: aShare(30, 60),
      providers: {},
    } as const;
    const result: MeasureResult = { revision: 1, ...aShare(50, 100), cohort };
    expect(
      marked(
        result,
        aMovedFigure(),
        aMovedFigure({ part: 'cohort', name: 'matured' }),
        aMovedFigure({ part: 'cohort', name: 'provider', category: 'harbour-house' }),
      ),
    ).toBeUndefined();
    expect(marked(result, aMovedFigure({ part: 'cohort', name: 'point' }))).toEqual(['r']);
  });

  test('where the same share is of more people', () => {
    expect(marked(now, aMovedFigure({ issued: aShare(4, 5) }))).toEqual(['r']);
  });

  test('not where only its limits, its marks or who was left out moved: none of it is drawn', () => {
    expect(marked(now, aMovedFigure({ issued: aShare(8, 10, 'p') }))).toBeUndefined();
    expect(marked(now, aMovedFigure({ issued: { ...aShare(8, 10), lower: 0.4 } }))).toBeUndefined();
    const excluded = { 'not-agreed': 12 };
    expect(marked(now, aMovedFigure({ issued: { ...aShare(8, 10), excluded } }))).toBeUndefined();
  });

  test('of a curve where its value at the day that is drawn moved, not that at another', () => {
    const curve = (at28: number, at84: number) => ({
      kind: 'survival' as const,
      journeys: 40,
      events: 9,
      parts: {},
      points: [
        { day: 28, value: at28 },
        { day: 84, value: at84 },
      ].map((one) => ({
        ...one,
        state: 'estimated' as const,
        lower: null,
        upper: null,
        atRisk: 20,
        events: 9,
      })),
      median: hidden,
    });
    const month = (issued: Figure) => aMonth({ revision: 1, ...curve(0.9, 0.7) }, [aMovedFigure({ issued })]);
    expect(marksOf(ownPoint(MEASURE, month(curve(0.8, 0.7)), { day: 84 }))).toBeUndefined();
    expect(marksOf(ownPoint(MEASURE, month(curve(0.9, 0.6)), { day: 84 }))).toEqual(['r']);
  });

  test('after the marks it has, and once', () => {
    expect(marked({ revision: 1, ...aShare(8, 10, 'u', 'p') }, aMovedFigure())).toEqual(['u', 'p', 'r']);
    expect(marked({ revision: 1, ...aShare(8, 10, 'r', 'p') }, aMovedFigure())).toEqual(['p', 'r']);
  });

  test('nowhere where nothing is shown of it', () => {
    const month = aMonth({ revision: 1, ...aHiddenShare }, [aMovedFigure()]);
    expect(ownPoint(MEASURE, month, {})).toEqual({ period: '2026-10', state: 'suppressed' });
  });
});

describe('a point stays marked', () => {
  const restated: TrendPoint = { period: '2026-10', state: 'estimated', value: 0.7, marks: ['p', 'r'] };
  const now: MeasureResult = { revision: 1, ...aShare(8, 10, 'u') };
  const afterThat = (...points: TrendPoint[]) =>
    marksOf(ownPoint(MEASURE, aMonth(now), {}, aMonth({ ...now, trend: aTrend(...points) })));

  test('that was marked in the issue before, though it has not moved since', () => {
    const other: TrendPoint = { period: '2026-09', state: 'estimated', value: 0.7 };
    expect(afterThat(other, restated)).toEqual(['u', 'r']);
  });

  test('as its own month was issued, for the months that come after', () => {
    const issued = aMonth({ ...now, trend: aTrend(restated) });
    expect(marksOf(ownPoint(MEASURE, issued, {}))).toEqual(['u', 'r']);
  });

  test('and is not marked for another period, another mark, another measure, or what was withheld', () => {
    expect(afterThat({ ...restated, period: '2026-09' })).toEqual(['u']);
    expect(afterThat({ ...restated, marks: ['p'] })).toEqual(['u']);
    expect(afterThat({ period: '2026-10', state: 'estimated', value: 0.7 })).toEqual(['u']);
    expect(afterThat({ period: '2026-10', state: 'suppressed' })).toEqual(['u']);
    const elsewhere = anOutcomeDocument({ measures: { retention: { ...now, trend: aTrend(restated) } } });
    expect(marksOf(ownPoint(MEASURE, aMonth(now), {}, elsewhere))).toEqual(['u']);
    expect(marksOf(ownPoint(MEASURE, aMonth(now), {}, aMonth(now)))).toEqual(['u']);
  });
});
