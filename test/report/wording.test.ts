import { expect, test } from 'vitest';
import type { MeasureResult, OutcomeDocument } from '../../shared/outcomes/document.ts';
import { answerOf } from '../../shared/report/wording/answer.ts';
import { counted } from '../../shared/report/wording/counted.ts';
import { headlineFigure } from '../../shared/report/wording/headline-figure.ts';
import { inHundredInWords } from '../../shared/report/wording/in-hundred.ts';
import { medianInWords } from '../../shared/report/wording/survival-answer.ts';
import { targetInWords } from '../../shared/report/wording/target.ts';
import { abstinenceRetention } from '../../shared/report/sections/abstinence-retention.ts';
import { familyEngagement } from '../../shared/report/sections/family-engagement.ts';
import { lapseRecovery } from '../../shared/report/sections/lapse-recovery.ts';
import { reportOf } from '../../shared/report/report.ts';
import { cellText } from '../../shared/report/cells.ts';
import {
  anEmptyOutcomeDocument,
  anOutcomeDocument,
  aRoundedOutcomeDocument,
  aTinyOutcomeDocument,
} from '../support/outcome-document.ts';

type Proportion = Extract<MeasureResult, { kind: 'proportion'; state: 'estimated' }>;

const aShare = (numerator: number, denominator: number, marks: Proportion['marks'] = []): Proportion => ({
  revision: 1,
  kind: 'proportion',
  state: 'estimated',
  numerator,
  denominator,
  value: numerator / denominator,
  lower: 0.2,
  upper: 0.6,
  method: 'wilson',
  marks,
});

const resultOf = (document: OutcomeDocument, id: string) => document.measures[id]!;
const full = anOutcomeDocument();

test('a number and its noun agree', () => {
  expect(counted(0, ['lapse', 'lapses'], 'lt5')).toBe('0 lapses');
  expect(counted(1, ['lapse', 'lapses'], 'lt5')).toBe('1 lapse');
  expect(counted(1200, ['lapse', 'lapses'], 'lt5')).toBe('1,200 lapses');
  expect(counted({ state: 'suppressed' }, ['lapse', 'lapses'], 'lt5')).toBe(
    'a withheld number [c] of lapses',
  );
});

test('a proportion says the count, then the share with its interval', () => {
  expect(answerOf(familyEngagement, aShare(31, 88), 'lt5')).toEqual([
    '31 of 88 people in treatment in the month had a family member who attended a session in it: 35.2% (95% interval 20.0% to 60.0%).',
  ]);
});

test('fewer than ten are told as a count, without a percentage and with a warning', () => {
  expect(answerOf(familyEngagement, aShare(9, 9, ['u']), 'lt5')).toEqual([
    'All 9 people in treatment in the month had a family member who attended a session in it [u].',
    'Fewer than ten are behind this figure: read it with caution.',
  ]);
});

test('nobody and everybody are said in words', () => {
  expect(answerOf(familyEngagement, aShare(0, 12), 'lt5')[0]).toMatch(/^None of 12 people/);
  expect(answerOf(familyEngagement, aShare(12, 12), 'lt5')[0]).toMatch(/^All 12 people/);
});

test('a survival is told as a chance, never as so many in a hundred who start', () => {
  const [sentence] = answerOf(abstinenceRetention, resultOf(full, 'abstinence-retention'), 'lt5');
  expect(sentence).toBe(
    'The estimated chance of going on without a lapse, an unplanned exit or a death to day 84 is 79.1% (95% interval 73.3% to 83.8%), from 238 journeys.',
  );
});

test('where the headline day is withheld no other day is told in its place', () => {
  const result = resultOf(aTinyOutcomeDocument(), 'abstinence-retention');
  expect(answerOf(abstinenceRetention, result, 'lt5')).toEqual([
    'The figure for day 84 is withheld [c]: too few people are behind it, or behind a part of it.',
  ]);
});

test('a rounded number is called so, and rounded numbers that are equal are not called all', () => {
  expect(answerOf(familyEngagement, aShare(10, 70), 'hes7round5')[0]).toBe(
    'About 10 of about 70 people (rounded to five) in treatment in the month had a family member who attended a session in it: 14.3% (95% interval 20.0% to 60.0%).',
  );
  expect(answerOf(familyEngagement, aShare(70, 70), 'hes7round5')[0]).toMatch(/^About 70 of about 70 people/);
  expect(answerOf(familyEngagement, aShare(0, 70), 'hes7round5')[0]).toMatch(/^None of about 70 people/);
});

test('an incidence says of how many lapses of how many people', () => {
  expect(answerOf(lapseRecovery, resultOf(full, 'lapse-recovery'), 'lt5')[0]).toBe(
    'By day 28, an estimated 43.3% [r] of lapses had ended in recovery (95% interval 36.0% to 49.8%), from 61 lapses of 44 people.',
  );
});

test('a median that is not reached is said, and so is a limit', () => {
  expect(medianInWords({ state: 'unavailable', reason: 'not-reached' })).toMatch(/is not reached \[x\]/);
  expect(medianInWords({ state: 'unavailable', reason: 'not-reached', lower: 661 })).toMatch(
    /is not reached \[x\].*fewer than half have had one \(lower 95% limit 661 days\)\.$/,
  );
  expect(medianInWords({ state: 'estimated', value: 661, lower: 504, upper: null })).toBe(
    'The median time until the first such event is 661 days (95% interval 504 days to not reached [x]).',
  );
});

test('so many in a hundred who start comes from occupancy', () => {
  const occupancy = resultOf(full, 'abstinence-retention').beside!.occupancy;
  expect(inHundredInWords(occupancy, 84)).toBe(
    'At day 84, of every 100 people who start, about 62 are in the programme without a lapse, 19 have moved on as planned without a lapse, 12 have lapsed, 7 have left unplanned without a lapse and fewer than 1 has died without a lapse.',
  );
});

test('so many in a hundred is not said from anything else, from few, or with a part withheld', () => {
  const retention = resultOf(full, 'abstinence-retention');
  const occupancy = retention.beside!.occupancy!;
  if (occupancy.kind !== 'incidence') throw new Error('not an incidence');
  expect(inHundredInWords(retention, 84)).toBeUndefined();
  expect(inHundredInWords({ ...occupancy, journeys: 9 }, 84)).toBeUndefined();
  const hidden = { ...occupancy.causes, died: [{ day: 84, state: 'suppressed' as const }] };
  expect(inHundredInWords({ ...occupancy, causes: hidden }, 84)).toBeUndefined();
  expect(JSON.stringify(reportOf(aTinyOutcomeDocument()))).not.toContain('of every 100');
});

test('a target inside the interval may be chance, one outside is not called so', () => {
  const target = { value: 0.4, direction: 'at-least' as const, source: 'Contract' };
  const figure = headlineFigure(familyEngagement, aShare(31, 88));
  expect(targetInWords(target, figure)).toBe(
    'Target: at least 40.0% (Contract). The figure is below it, but the interval includes the target, so chance alone could explain the difference.',
  );
  expect(targetInWords({ ...target, value: 0.7 }, figure)).toBe(
    'Target: at least 70.0% (Contract). The figure is below it.',
  );
  expect(targetInWords({ ...target, value: 0.1, direction: 'at-most' }, figure)).toBe(
    'Target: at most 10.0% (Contract). The figure is above it.',
  );
});

const withheldOnPageOne = (document: OutcomeDocument) =>
  reportOf(document).sections[0]!.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : [],
  )[0]!;

test('the summary names the headline figures that are withheld, or says that none is', () => {
  const only = (measure: MeasureResult) => anOutcomeDocument({ measures: { 'family-engagement': measure } });
  expect(withheldOnPageOne(only(aShare(31, 88)))).toMatch(/^No headline figure is withheld\. /);
  expect(withheldOnPageOne(only({ revision: 1, kind: 'proportion', state: 'suppressed' }))).toMatch(
    /^The headline figure of Family engagement is withheld \[c\]\. /,
  );
  expect(withheldOnPageOne(aTinyOutcomeDocument())).toMatch(
    /^The headline figures of Abstinence retention, Lapse recovery and Volunteer progression are withheld \[c\]\. /,
  );
});

test('a pack says how far it protects, by its rule', () => {
  const exact =
    /could be worked out from the other numbers of this pack, .* more is withheld with it\. .* not for publication/i;
  const rounded = /rounded by itself, numbers do not quite add up\. .* not for publication/i;
  for (const [document, claim] of [
    [full, exact],
    [aRoundedOutcomeDocument(), rounded],
  ] as const) {
    expect(withheldOnPageOne(document)).toMatch(claim);
    const about = JSON.stringify(reportOf(document).sections.at(-1));
    expect(about).toMatch(claim);
    expect(about).not.toMatch(/nothing can be|with every figure from which/i);
  }
});

test('the summary says how many stand behind every measure in full, also behind one without a figure', () => {
  const basisOf = (document: OutcomeDocument) =>
    reportOf(document).sections[0]!.blocks.findLast((block) => block.kind === 'list')!.items;
  expect(basisOf(full)).toEqual([
    'Abstinence retention: 238 journeys; 47 events by day 84',
    'Lapse recovery: 61 lapses of 44 people',
    'Family engagement: 88 people',
    'Volunteer progression: 19 voluntary placements',
    'Retention (reduced or safer use): 46 journeys; 7 events by day 84',
  ]);
  expect(basisOf(anEmptyOutcomeDocument())[3]).toBe('Volunteer progression: nobody was eligible');
  expect(basisOf(aTinyOutcomeDocument())).toEqual([
    'Abstinence retention: 7 journeys',
    'Lapse recovery: a withheld number [c] of lapses',
    'Family engagement: 6 people',
    'Volunteer progression: withheld [c]',
  ]);
});

test('a headline without a figure is a word, not a shorthand', () => {
  const figures = (document: OutcomeDocument) =>
    reportOf(document).sections[0]!.blocks.flatMap((block) =>
      block.kind === 'headline' ? [cellText(block.figure)] : [],
    );
  expect(figures(aTinyOutcomeDocument())).toEqual(['Withheld', 'Withheld', '0.0% [u]', 'Withheld']);
  expect(figures(anEmptyOutcomeDocument())).toEqual(Array.from({ length: 4 }, () => 'No figure'));
});
