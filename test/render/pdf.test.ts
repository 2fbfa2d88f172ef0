import { beforeAll, describe, expect, test } from 'vitest';
import { writePdf } from '../../shared/render/pdf/write-pdf.ts';
import { printable } from '../../shared/render/pdf/glyphs.ts';
import { reportOf } from '../../shared/report/report.ts';
import { sampleDocuments as documents } from '../support/outcome-document.ts';
import { type ReadPdf, readPdf, squeeze } from './read-pdf.ts';

describe.each(Object.entries(documents))('the %s pack', (_, document) => {
  const report = reportOf(document);
  const charts = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart'));
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await readPdf(await writePdf(report, document.asAt));
  });

  test('is tagged, titled, in British English, and dated by its as-at instant', () => {
    expect(pdf.marked).toBe(true);
    expect(squeeze(String(pdf.title))).toBe(squeeze(printable(report.title)));
    expect(pdf.language).toBe('en-GB');
    expect(pdf.created).toMatch(/^D:20261105060000/);
  });

  test('has an alternative text for every chart, and no other figure without one', () => {
    const drawn = charts.map((chart) => (chart.kind === 'chart' ? squeeze(printable(chart.alt)) : ''));
    const told = pdf.alternatives.filter((alt) => alt !== undefined).map(squeeze);
    expect(told).toEqual(drawn);
  });

  test('prints the commissioner as it is, never as markup', () => {
    expect(pdf.squeezed).toContain(squeeze(printable(document.commissionerName)));
  });

  test('has a bookmark for every section', () => {
    expect(pdf.outline.map(squeeze)).toEqual(report.sections.map(({ title }) => squeeze(title)));
  });

  test('names the month and the page on every page but the first', () => {
    pdf.pages.forEach((page, i) => {
      expect(page).toContain(`Page ${i + 1} of ${pdf.pages.length}`);
      expect(page).toContain('October 2026');
    });
  });

  test('has header cells in its tables', () => {
    expect(pdf.roles.filter((role) => role === 'Table').length).toBeGreaterThan(0);
    expect(pdf.roles).toContain('TH');
  });
});

test('an empty pack draws no chart and says so instead', () => {
  const blocks = reportOf(documents.empty).sections.flatMap((section) => section.blocks);
  expect(blocks.filter(({ kind }) => kind === 'chart')).toEqual([]);
  expect(blocks.filter((block) => block.kind === 'note').length).toBe(5);
});

test('what is not drawn is said in the alternative text', () => {
  const [chart] = reportOf(documents.tiny).sections.flatMap((section) =>
    section.blocks.filter((block) => block.kind === 'chart'),
  );
  expect(chart?.alt).toMatch(/Not drawn: day 56, day 84, withheld\. Not drawn: day 168, no figure\.$/);
});

test('a character that the font lacks becomes a question mark, all others stay', () => {
  expect(printable('Ñandú 日本 😀 → ½')).toBe('Ñandú ?? ? → ½');
  expect(printable('a\u0007b\n c')).toBe('a?b c');
  expect(printable('e\u0301')).toBe('é');
});
