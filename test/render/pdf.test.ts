import { beforeAll, describe, expect, test } from 'vitest';
import { writePdf } from '../../shared/render/pdf/write-pdf.ts';
import { printable } from '../../shared/render/pdf/glyphs.ts';
import { reportOf } from '../../shared/report/report.ts';
import { sampleDocuments as documents } from '../support/outcome-document.ts';
import { type ReadPdf, readPdf, squeeze } from './read-pdf.ts';

describe.each(Object.entries(documents))('the %s pack', (_, document) => {
  const report = reportOf(document);
  const alternatives = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'chart') return [block.alt];
      return block.kind === 'headline' && block.glance ? [block.glance.alt] : [];
    }),
  );
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
    const drawn = alternatives.map((alt) => squeeze(printable(alt)));
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
    const tables = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'));
    expect(pdf.roles.filter((role) => role === 'Table').length).toBeGreaterThanOrEqual(tables.length);
    expect(pdf.roles.includes('TH')).toBe(tables.length > 0);
  });
});

test('an empty pack draws no chart and says so instead', () => {
  const blocks = reportOf(documents.empty).sections.flatMap((section) => section.blocks);
  expect(blocks.filter(({ kind }) => kind === 'chart')).toEqual([]);
  const answers = blocks.filter((block) => block.kind === 'paragraph' && block.role === 'answer');
  expect(answers).toHaveLength(5);
  for (const answer of answers) expect('text' in answer ? answer.text : '').toContain('nobody was');
});

test('a character that the font lacks becomes a question mark, all others stay', () => {
  expect(printable('Ñandú 日本 😀 → ½')).toBe('Ñandú ?? ? → ½');
  expect(printable('a\u0007b\n c')).toBe('a?b c');
  expect(printable('e\u0301')).toBe('é');
});

test('the contents stand on the first page, whatever else does', async () => {
  for (const document of [documents.empty, documents.full]) {
    const report = reportOf(document);
    const [first = '', second = ''] = (await readPdf(await writePdf(report, document.asAt))).pages;
    for (const { title } of report.sections) expect(first).toContain(title);
    expect(first + second).toContain('What is withheld');
  }
});

test('a pack of nobody is short, and so is one of few', async () => {
  const pagesOf = async (name: 'empty' | 'tiny') => {
    const report = reportOf(documents[name]);
    return (await readPdf(await writePdf(report, documents[name].asAt))).pages.length;
  };
  expect(await pagesOf('empty')).toBeLessThanOrEqual(5);
  expect(await pagesOf('tiny')).toBeLessThanOrEqual(6);
});

test('no page of a full pack holds only a few lines', async () => {
  const report = reportOf(documents.full);
  const { pages } = await readPdf(await writePdf(report, documents.full.asAt));
  // What a chart says is drawn, so a page of a chart and its table has fewer letters.
  for (const page of pages) expect(page.length).toBeGreaterThan(300);
});
