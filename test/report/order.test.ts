import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { furtherMeasures, headlineMeasures, wordedMeasures } from '../../shared/report/order.ts';
import { reportOf } from '../../shared/report/report.ts';
import { anOutcomeDocument } from '../support/outcome-document.ts';

test('every section file is in the order, and every entry has a file of its name', () => {
  const files = readdirSync(new URL('../../shared/report/sections/', import.meta.url)).map((file) =>
    file.replace(/\.ts$/, ''),
  );
  expect([...headlineMeasures, ...wordedMeasures].map(({ id }) => id).sort()).toEqual(files.sort());
});

test('the reader meets the summary, the four headlines, further measures, their definitions, and how to read them', () => {
  expect(reportOf(anOutcomeDocument()).sections.map(({ id }) => id)).toEqual([
    'summary',
    'abstinence-retention',
    'lapse-recovery',
    'family-engagement',
    'volunteer-progression',
    'retention',
    'further',
    'definitions',
    'about',
  ]);
});

test('a measure without wording of its own is written in common words', () => {
  const { measures } = anOutcomeDocument();
  const document = anOutcomeDocument({
    measures: { 'made-up-measure': measures['family-engagement']! },
    definitions: {},
  });
  expect(furtherMeasures(document).map(({ id }) => id)).toEqual(['made-up-measure']);
  const section = reportOf(document).sections.find(({ id }) => id === 'further');
  expect(section?.title).toBe('Other measures');
  expect(section?.blocks).toContainEqual({ kind: 'heading', text: 'Made up measure' });
  expect(section?.blocks).toContainEqual({
    kind: 'paragraph',
    role: 'finding',
    text: '31 of 88 cases meet the definition: 35.2% (95% interval 26.1% to 45.6%).',
  });
  expect(section?.blocks.map(({ kind }) => kind)).toContain('table');
});
