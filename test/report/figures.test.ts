import { expect, test } from 'vitest';
import { figureRows } from '../../shared/report/figures.ts';
import { anEmptyOutcomeDocument, anOutcomeDocument } from '../support/outcome-document.ts';

const rows = figureRows(anOutcomeDocument());
const find = (wanted: Partial<(typeof rows)[number]>) =>
  rows.filter((row) =>
    Object.entries(wanted).every(([key, value]) => row[key as keyof typeof row] === value),
  );

test('a survival at a day is one row with its interval, number at risk and events', () => {
  expect(find({ measure: 'abstinence-retention', part: 'headline', statistic: 'survival', day: 84 })).toEqual(
    [
      {
        measure: 'abstinence-retention',
        revision: 1,
        part: 'headline',
        name: '',
        category: '',
        statistic: 'survival',
        outcome: '',
        unit: 'share',
        day: 84,
        state: 'estimated',
        shorthand: '',
        value: 0.7912350597609562,
        lower: 0.7334,
        upper: 0.83801,
        standardError: null,
        numerator: null,
        denominator: null,
        atRisk: 156,
        events: 47,
        marks: '',
        reason: '',
        withheld: '',
      },
    ],
  );
});

test('a withheld figure is a row without a number', () => {
  const [row] = find({ measure: 'family-engagement', part: 'split', category: 'closure' });
  expect(row).toMatchObject({
    state: 'suppressed',
    shorthand: '[c]',
    value: null,
    numerator: null,
    denominator: null,
  });
});

test('a number at risk that is withheld beside an estimate is named', () => {
  const [row] = find({ name: 'age-band', category: '55-64', statistic: 'survival' });
  expect(row).toMatchObject({ state: 'estimated', value: 1, atRisk: null, events: 0, withheld: 'at_risk' });
});

test('every sensitivity, figure beside, split and target has its rows', () => {
  expect(find({ part: 'sensitivity', name: 'silence-counts-as-exit', day: 168 })).toMatchObject([
    { state: 'suppressed' },
  ]);
  expect(find({ part: 'beside', name: 'occupancy', outcome: 'open', day: 84 })).toMatchObject([
    { value: 0.6177 },
  ]);
  expect(find({ measure: 'lapse-recovery', statistic: 'target' })).toMatchObject([
    { value: 0.4, outcome: 'at-least', state: 'target' },
  ]);
  expect(find({ statistic: 'excluded', outcome: 'no-contact-agreed' })).toMatchObject([{ value: 12 }]);
});

test('what is unavailable keeps its reason', () => {
  const reasons = figureRows(anEmptyOutcomeDocument()).filter(({ state }) => state === 'unavailable');
  expect(new Set(reasons.map(({ reason, shorthand }) => `${reason} ${shorthand}`))).toEqual(
    new Set(['no-eligible [z]', 'not-recorded [x]']),
  );
  expect(reasons.every(({ value }) => value === null)).toBe(true);
  expect(find({ reason: 'beyond-follow-up' }).map(({ shorthand }) => shorthand)).toEqual(['[x]']);
});

test('a mean has the number of its values as denominator, a rate its events and person-weeks', () => {
  expect(find({ measure: 'wellbeing', part: 'headline' })).toMatchObject([
    { statistic: 'mean', unit: 'points', value: 2.0625, numerator: null, denominator: 40 },
  ]);
  expect(find({ measure: 'lapse-intensity', part: 'headline', statistic: 'rate' })).toMatchObject([
    { unit: 'person-week', numerator: 65, denominator: 33.7 },
  ]);
  expect(find({ measure: 'lapse-intensity', statistic: 'target' })).toMatchObject([
    { unit: 'person-week', value: 2 },
  ]);
  expect(find({ name: 'median-of-people' })).toMatchObject([
    { statistic: 'median', unit: 'share', value: 0.75 },
  ]);
});

test('each point over time is a row of its period, with its signal, and what all say follows', () => {
  const trend = find({ measure: 'abstinence-retention', part: 'trend' });
  expect(trend.find(({ name }) => name === '2026-10')).toMatchObject({
    statistic: 'xmr',
    unit: 'share',
    outcome: 'outside below',
    value: 8 / 18,
    denominator: 18,
  });
  expect(trend.find(({ name }) => name === '2025-09')).toMatchObject({
    state: 'suppressed',
    shorthand: '[c]',
    value: null,
  });
  expect(trend.slice(-5).map(({ statistic, outcome, value }) => [statistic, outcome, value])).toEqual([
    ['process-mean', '', 0.7794672859211275],
    ['process-limit', 'lower', 0.6217152805735339],
    ['process-limit', 'upper', 0.937219291268721],
    ['variation', 'concerning-low', null],
    ['assurance', 'inconsistent', null],
  ]);
  expect(find({ measure: 'caseload', part: 'trend', name: '2026-10' })).toMatchObject([
    { statistic: 'line', unit: 'count', value: 88 },
  ]);
});

test('cohorts, providers among limits, and tests between groups have their rows', () => {
  expect(
    find({ measure: 'abstinence-retention', part: 'cohort' }).map(({ name, category, numerator }) => [
      name,
      category,
      numerator,
    ]),
  ).toEqual([
    ['point', '', 8],
    ['matured', '', 180],
    ['provider', 'harbour-house', 62],
    ['provider', 'janus-enterprise', 118],
  ]);
  expect(find({ measure: 'abstinence-retention', part: 'funnel' })).toMatchObject([
    { statistic: 'centre', value: 180 / 234 },
    { category: 'harbour-house', outcome: 'low-95', numerator: 62 },
    { category: 'janus-enterprise', outcome: 'high-95', numerator: 118 },
  ]);
  expect(find({ measure: 'abstinence-retention', part: 'comparison' })).toMatchObject([
    { name: 'sex', category: 'female | male', statistic: 'log-rank', outcome: 'chi-square' },
    { name: 'sex', category: 'female | male', statistic: 'log-rank', outcome: 'p', value: 0.05 },
  ]);
});
