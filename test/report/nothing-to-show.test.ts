import { expect, test } from 'vitest';
import type { Figure, MeasureResult } from '../../shared/outcomes/document.ts';
import type { Block } from '../../shared/report/blocks.ts';
import { cellText } from '../../shared/report/cells.ts';
import { measuredIn } from '../../shared/report/measured.ts';
import { reportOf } from '../../shared/report/report.ts';
import { splitsOf } from '../../shared/report/splits.ts';
import {
  anEmptyOutcomeDocument,
  anOutcomeDocument,
  aRoundedOutcomeDocument,
  aTinyOutcomeDocument,
  sampleDocuments,
} from '../support/outcome-document.ts';

const share = (numerator: number, denominator: number): Figure & { kind: 'proportion' } => ({
  kind: 'proportion',
  state: 'estimated',
  numerator,
  denominator,
  value: numerator / denominator,
  lower: 0,
  upper: 1,
  method: 'wilson',
});
const hidden: Figure = { kind: 'proportion', state: 'suppressed' };
const nobody: Figure = { kind: 'proportion', state: 'unavailable', reason: 'no-eligible' };

const familyWith = (splits: MeasureResult['splits']) =>
  measuredIn(
    anOutcomeDocument({
      measures: { 'family-engagement': { ...share(20, 40), revision: 1, splits } },
    }),
  )[0]!;

test('a split of one group is named, not printed', () => {
  const { printed, leftOut } = splitsOf(
    familyWith({
      service: { 'day-programme': share(20, 40) },
      goal: { abstinence: share(20, 40), reduction: nobody },
      provider: { 'janus-enterprise': share(20, 40) },
      sex: { female: share(10, 20), male: share(10, 20) },
    }),
  );
  expect(printed.map(({ label }) => label)).toEqual(['Sex']);
  expect(leftOut).toEqual([
    'Not split by service (day programme), goal (abstinence) and provider (Janus Enterprise): all are in one group.',
  ]);
});

test('a split without one figure is named with the reason', () => {
  const { printed, leftOut } = splitsOf(
    familyWith({ sex: { female: hidden, male: hidden }, 'age-band': { '18-24': hidden, '25-34': hidden } }),
  );
  expect(printed).toEqual([]);
  expect(leftOut).toEqual(['Not split by sex and age band: no group is large enough to show [c].']);
});

test('empty groups are no reason beside withheld ones, in whatever order they stand', () => {
  const { leftOut } = splitsOf(
    familyWith({ sex: { female: nobody, male: hidden }, goal: { abstinence: hidden, reduction: nobody } }),
  );
  expect(leftOut).toEqual(['Not split by sex and goal: no group is large enough to show [c].']);
});

test('the one group of a withheld figure is not named: it would tell of few people what they share', () => {
  const { leftOut } = splitsOf(familyWith({ children: { 'protection-register': hidden } }));
  expect(leftOut).toEqual(['Not split by children: no group is large enough to show [c].']);
});

test('under rounding a survival is not split', () => {
  const [retention] = measuredIn(aRoundedOutcomeDocument());
  expect(splitsOf(retention!)).toEqual({
    printed: [],
    leftOut: ['Not split by service and sex: not published under the rule for small numbers [x].'],
  });
});

const tablesOf = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === 'table');

test.each(Object.entries(sampleDocuments))('no table of the %s pack is without a number', (_, document) => {
  for (const { title, groups } of tablesOf(reportOf(document).sections.flatMap(({ blocks }) => blocks))) {
    const numbers = groups.flatMap(({ rows }) => rows.flatMap((row) => row.slice(1)));
    expect(
      numbers.some(({ kind }) => kind !== 'shorthand' && kind !== 'text'),
      title,
    ).toBe(true);
  }
});

test.each(Object.entries(sampleDocuments))('no cell of a table of the %s pack is blank', (_, document) => {
  for (const { title, groups } of tablesOf(reportOf(document).sections.flatMap(({ blocks }) => blocks)))
    for (const cell of groups.flatMap(({ rows }) => rows.flat())) expect(cellText(cell), title).not.toBe('');
});

test('a measure of nobody is its question and one answer', () => {
  const { sections } = reportOf(anEmptyOutcomeDocument());
  for (const { blocks } of sections.slice(1, 6))
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.role : block.kind))).toEqual([
      'question',
      'answer',
    ]);
});

test('a measure of nobody with zeros beside it says that they are zero', () => {
  const document = anOutcomeDocument({
    measures: {
      'family-engagement': {
        revision: 1,
        kind: 'proportion',
        state: 'unavailable',
        reason: 'no-eligible',
        beside: { 'family-supported': { kind: 'count', state: 'estimated', value: 0 } },
      },
    },
  });
  const section = reportOf(document).sections.find(({ id }) => id === 'family-engagement')!;
  expect(section.blocks.at(-1)).toEqual({
    kind: 'paragraph',
    text: 'Every further number of this measure is zero.',
  });
});

test('a number beside nobody that is not zero is printed', () => {
  const document = anOutcomeDocument({
    measures: {
      'family-engagement': {
        revision: 1,
        kind: 'proportion',
        state: 'unavailable',
        reason: 'no-eligible',
        beside: {
          'family-supported': { kind: 'count', state: 'estimated', value: 6 },
          'supported-after-leaving': { kind: 'count', state: 'estimated', value: 0 },
        },
      },
    },
  });
  const section = reportOf(document).sections.find(({ id }) => id === 'family-engagement')!;
  expect(tablesOf(section.blocks).map(({ id }) => id)).toEqual(['Family_counts']);
});

test('nothing but zeros beside a figure, or one number alone, is a sentence', () => {
  const beside = (counts: Record<string, number>) => {
    const { measures } = anOutcomeDocument();
    const document = anOutcomeDocument({
      measures: {
        'family-engagement': {
          ...measures['family-engagement'],
          beside: Object.fromEntries(
            Object.entries(counts).map(([name, value]) => [
              name,
              { kind: 'count', state: 'estimated', value },
            ]),
          ),
        } as MeasureResult,
      },
    });
    return reportOf(document).sections[1]!.blocks.map((block) => ('text' in block ? block.text : ''));
  };
  expect(beside({ 'family-supported': 0, 'topic-tough-decisions': 0 })).toContain(
    'Family engagement: further numbers: all are zero.',
  );
  expect(beside({ 'family-supported': 6 })).toContain('Family members supported: 6.');
});

test('what cannot be shown is one sentence', () => {
  const section = reportOf(aTinyOutcomeDocument()).sections.find(({ id }) => id === 'lapse-recovery')!;
  expect(tablesOf(section.blocks)).toEqual([]);
  expect(section.blocks).toContainEqual({ kind: 'note', text: 'There is no chart: too few people [c].' });
});

test('a single number that figures rest on is a sentence', () => {
  const { measures } = anOutcomeDocument();
  const { blocks } = reportOf(
    anOutcomeDocument({
      measures: {
        'volunteer-progression': {
          ...measures['volunteer-progression'],
          excluded: { 'begun-within-210-days': 10 },
        } as MeasureResult,
      },
    }),
  ).sections[1]!;
  expect(blocks).toContainEqual({
    kind: 'paragraph',
    text: 'Left out: 10 (begun less than 210 days before the end of the month).',
  });
  const rounded = reportOf(aRoundedOutcomeDocument()).sections.find(({ id }) => id === 'lapse-recovery')!;
  expect(rounded.blocks.map((block) => ('text' in block ? block.text : ''))).toContain('Lapses: about 20.');
});
