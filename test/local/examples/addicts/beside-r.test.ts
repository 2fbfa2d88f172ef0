import { expect, test } from 'vitest';
import { besideR } from '../../../../local/examples/addicts/beside-r.ts';
import { readRTable, rFigureAt } from '../../../../local/examples/addicts/r-figures.ts';

const table = readRTable(
  [
    'strata,time,n_risk,n_event,n_censor,surv,std_err_surv,lower,upper',
    'all,2,10,0,2,1,0,NA,NA',
    'all,7,8,2,1,0.75,0.15,0.31,0.93',
    'all,90,5,1,0,0.6,0.18,0.2,0.85',
    'clinic=1,5,4,1,0,0.75,0.2,0.1,0.9',
  ].join('\n'),
);

test('reads R’s curve as a step: the last row up to the day, and who is left after it', () => {
  expect(rFigureAt(table, 'all', 89)).toEqual({ value: 0.75, lower: 0.31, upper: 0.93, atRisk: 5 });
  expect(rFigureAt(table, 'all', 90)).toEqual({ value: 0.6, lower: 0.2, upper: 0.85, atRisk: 4 });
  expect(rFigureAt(table, 'all', 3)).toEqual({ value: 1, lower: null, upper: null, atRisk: 8 });
  expect(rFigureAt(table, 'clinic=1', 84)).toMatchObject({ atRisk: 3 });
  expect(() => rFigureAt(table, 'all', 1)).toThrow('nothing of all up to day 1');
});

const r = { value: 0.75, lower: 0.31, upper: 0.93, atRisk: 5 };
const ours = { day: 84, state: 'estimated', ...r, events: 5 } as const;

test('takes the greatest difference of value, limits and number at risk', () => {
  expect(besideR('all', ours, r).difference).toBe(0);
  expect(besideR('all', { ...ours, upper: 0.95 }, r).difference).toBeCloseTo(0.02, 12);
  expect(besideR('all', { ...ours, lower: 0.3, value: 0.76 }, r).difference).toBeCloseTo(0.01, 12);
  expect(besideR('all', { ...ours, atRisk: 6 }, r).difference).toBe(1);
  expect(besideR('all', { ...ours, lower: null }, r).difference).toBe(Infinity);
});

test('does not compare what is withheld, and says so', () => {
  const hidden = besideR('all', { ...ours, atRisk: { state: 'suppressed' } }, r);
  expect(hidden).toMatchObject({ difference: 0 });
  expect(hidden.line).toContain('[c] at risk');
  expect(besideR('all', { day: 84, state: 'suppressed' }, r)).toMatchObject({ difference: 0 });
});

test('never agrees where a figure is missing', () => {
  expect(besideR('all', undefined, r).difference).toBe(Infinity);
  expect(besideR('all', { day: 84, state: 'unavailable', reason: 'beyond-follow-up' }, r).difference).toBe(
    Infinity,
  );
});
