import { expect, test } from 'vitest';
import type { MeasureResult, OutcomeDocument } from '../../shared/outcomes/document.ts';
import { isEmpty } from '../../shared/report/absence.ts';
import { cellText } from '../../shared/report/cells.ts';
import type { MeasureWords } from '../../shared/report/measure-words.ts';
import { furtherMeasures } from '../../shared/report/order.ts';
import { summaryTable } from '../../shared/report/summary-table.ts';
import { answerOf } from '../../shared/report/wording/answer.ts';
import { basisInWords } from '../../shared/report/wording/basis.ts';
import { headlineFigure } from '../../shared/report/wording/headline-figure.ts';
import { targetInWords } from '../../shared/report/wording/target.ts';
import { anOutcomeDocument } from '../support/outcome-document.ts';

const full = anOutcomeDocument();
const resultOf = (id: string): MeasureResult => full.measures[id]!;
const words: MeasureWords = {
  id: 'x',
  what: 'in treatment in the month',
  unit: ['person', 'people'],
  axis: 'People',
};
const oneToOnes: MeasureWords = { ...words, what: 'one-to-ones', unit: ['one-to-one', 'one-to-ones'] };

const aCountOf = (value: number): MeasureResult => ({
  revision: 1,
  kind: 'count',
  state: 'estimated',
  value,
});

test('a count is a number of people and what they are', () => {
  expect(answerOf(words, aCountOf(88), 'lt5')).toEqual(['88 people in treatment in the month.']);
  expect(answerOf(words, aCountOf(1), 'lt5')).toEqual(['1 person in treatment in the month.']);
  expect(answerOf(words, aCountOf(0), 'lt5')).toEqual(['No people in treatment in the month.']);
  expect(answerOf(words, aCountOf(90), 'hes7round5')[0]).toBe(
    'About 90 people (rounded to five) in treatment in the month.',
  );
  expect(answerOf(words, { revision: 1, kind: 'count', state: 'suppressed' }, 'lt5')[0]).toMatch(
    /^The number is withheld \[c\]/,
  );
});

test('a mean says its value to one decimal, its interval, and of how many values it is', () => {
  const change = { ...words, what: 'the change from the start', unit: ['value', 'values'] } as const;
  expect(answerOf(change, resultOf('wellbeing'), 'lt5')).toEqual([
    'On average, 2.1 points: the change from the start (95% interval 1.4 to 2.8), from 40 values.',
  ]);
  const one: MeasureResult = {
    revision: 1,
    kind: 'mean',
    state: 'estimated',
    value: -1.25,
    lower: null,
    upper: null,
    values: 1,
    unit: 'points',
    marks: ['u'],
  };
  expect(answerOf(change, one, 'lt5')).toEqual([
    'On average, −1.3 points [u]: the change from the start (no interval), from 1 value.',
    'Fewer than ten are behind this figure: read it with caution.',
  ]);
  expect(answerOf(change, { ...one, value: 14.5, unit: 'days' }, 'lt5')[0]).toMatch(
    /^On average, 14\.5 days /,
  );
  expect(answerOf(change, { ...one, value: 0.25, unit: 'share' }, 'lt5')[0]).toMatch(/^On average, 25\.0% /);
});

// Byar's limits of 65 events are 50.163 and 82.849 (PHEindicatormethods): of 33.7 weeks 1.489 and 2.458.
test('a rate says its value to two decimals, its interval, the events and the time', () => {
  expect(answerOf(oneToOnes, resultOf('lapse-intensity'), 'lt5')).toEqual([
    'In each person-week 1.93 one-to-ones (95% interval 1.49 to 2.46): 65 in 33.7 person-weeks.',
  ]);
});

test('a share of things has no interval, and it is said why', () => {
  const sessions = { ...words, what: 'were attended', unit: ['session', 'sessions'] } as const;
  expect(answerOf(sessions, resultOf('attendance'), 'lt5')).toEqual([
    '322 of 441 sessions were attended: 73.0%.',
    'No interval is given: several of those counted can be of one person.',
  ]);
});

test('what was never recorded is not called zero, nobody, or withheld', () => {
  const result = resultOf('practice-reflection');
  expect(answerOf(words, result, 'lt5')).toEqual([
    'There is no figure [x]: nothing of the kind has been recorded yet.',
  ]);
  expect(cellText(headlineFigure(words, result).cell)).toBe('[x]');
  expect(basisInWords(words, result, 'lt5')).toBe('nothing of the kind was ever recorded');
  expect(isEmpty(result)).toBe(true);
});

test('how many stand behind each kind of figure', () => {
  expect(basisInWords(words, aCountOf(88), 'lt5')).toBe('88 people');
  expect(basisInWords(words, resultOf('wellbeing'), 'lt5')).toBe('40 people');
  expect(basisInWords(oneToOnes, resultOf('lapse-intensity'), 'lt5')).toBe('65 in 33.7 person-weeks');
});

test('a target is a number of what the figure is of', () => {
  const target = { value: 2, direction: 'at-least' as const, source: 'Contract' };
  expect(targetInWords(target, headlineFigure(oneToOnes, resultOf('lapse-intensity')))).toBe(
    'Target: at least 2.00 (Contract). The figure is below it, but the interval includes the target, so chance alone could explain the difference.',
  );
  expect(targetInWords({ ...target, value: 100 }, headlineFigure(words, aCountOf(88)))).toBe(
    'Target: at least 100 (Contract). The figure is below it.',
  );
  expect(targetInWords(target, headlineFigure(words, resultOf('wellbeing')))).toMatch(
    /^Target: at least 2\.0 \(Contract\)\. The figure is above it, but the interval includes/,
  );
});

test('the summary of the workbook shows every kind in its own numbers', () => {
  const rows = summaryTable(full).groups.flatMap(({ rows: own }) => own.map((row) => row.map(cellText)));
  const rowOf = (title: string) => rows.find(([first]) => first === title)!.slice(0, 5);
  expect(rowOf('Caseload')).toEqual(['Caseload', '88', 'no interval', 'no interval', 'none set']);
  expect(rowOf('Intensity during a lapse')).toEqual([
    'Intensity during a lapse',
    '1.93',
    '1.49',
    '2.46',
    '2.00',
  ]);
  expect(rowOf('Wellbeing')).toEqual(['Wellbeing', '2.1', '1.4', '2.8', 'none set']);
});

test('a measure without wording reads well whatever its kind', () => {
  const bare: OutcomeDocument = { ...full, definitions: {} };
  const plain = furtherMeasures({ ...bare, measures: { a: aCountOf(3), b: resultOf('wellbeing') } });
  expect(answerOf(plain[0]!, aCountOf(3), 'lt5')).toEqual(['3 cases counted.']);
  expect(answerOf(plain[1]!, resultOf('wellbeing'), 'lt5')[0]).toBe(
    'On average, 2.1 points: the mean of what is measured (95% interval 1.4 to 2.8), from 40 values.',
  );
});
