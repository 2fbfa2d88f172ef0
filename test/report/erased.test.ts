import { expect, test } from 'vitest';
import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import { coverSheet } from '../../shared/render/xlsx/front-sheets.ts';
import { reportOf } from '../../shared/report/report.ts';
import { erasedInWords } from '../../shared/report/wording/erased.ts';
import { anOutcomeDocument } from '../support/outcome-document.ts';

const firstOf = (document: OutcomeDocument) => reportOf(document).sections[0]?.blocks[0];

test('an issue after an erasure says so first, on the summary page and on the cover of the workbook', () => {
  const document = anOutcomeDocument({ erased: { since: 'previous-revision' } });
  const said = erasedInWords(document)!;
  expect(said).toContain('erased');
  expect(said).not.toMatch(/\d/);
  expect(firstOf(document)).toEqual({ kind: 'note', text: said });
  expect(coverSheet(document, reportOf(document)).lines).toContain(said);
});

test('a replay names the measures it cannot repeat', () => {
  const measures = ['abstinence-retention', 'lapse-recovery'];
  const document = anOutcomeDocument({ erased: { since: 'as-at', measures } });
  expect(erasedInWords(document)).toContain('It cannot repeat Abstinence retention and Lapse recovery');
  expect(firstOf(document)).toMatchObject({ kind: 'note' });
});

test('a repeat that is not whole does not pass for the issue, on the cover or in the foot of a page', () => {
  const erased = { since: 'as-at' as const, measures: ['abstinence-retention'] };
  const report = reportOf(anOutcomeDocument({ erased }));
  for (const text of [report.coverage, report.foot])
    expect(text).toContain('Repeat of revision 2, not in full');
  for (const text of [reportOf(anOutcomeDocument()).coverage, reportOf(anOutcomeDocument()).foot])
    expect(text).toMatch(/\bRevision 2\b/);
});

test('where nothing was erased nothing is said', () => {
  expect(erasedInWords(anOutcomeDocument())).toBeUndefined();
  expect(firstOf(anOutcomeDocument())).toMatchObject({ kind: 'headline' });
});
