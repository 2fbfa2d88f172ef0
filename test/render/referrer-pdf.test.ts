import { beforeAll, describe, expect, test } from 'vitest';
import { writeReferrerPdf } from '../../shared/render/referrer-pdf.ts';
import { referrerReport } from '../../shared/report/referrer/referrer-report.ts';
import { aReferrerReport, FOREIGN } from '../report/referrer/a-referred-person.ts';
import { textsOf } from '../report/texts-of.ts';
import { aPerson, aPlacement } from '../support/records.ts';
import { hasQpdf, qpdfObjects } from './qpdf-objects.ts';
import { type ReadPdf, readPdf, squeeze } from './read-pdf.ts';
import { structureFaults } from './structure-faults.ts';

const nothing = aReferrerReport(aPerson(aPlacement({ id: 'P-1', personRef: 'SU-1' })), 'P-1');
const longName = {
  code: 'M'.repeat(64),
  name: 'Children’s and Families’ Services '.repeat(4).slice(0, 120).trim(),
};

const samples = {
  'twelve weeks': aReferrerReport(),
  'nothing recorded': nothing,
  'a long name': { ...aReferrerReport(), recipient: longName },
};

describe.each(Object.entries(samples))('the report of %s', (_, report) => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = await writeReferrerPdf(report);
    pdf = await readPdf(bytes);
  });

  test('is tagged, titled, in British English, and dated by the instant it was made at', () => {
    expect(pdf.marked).toBe(true);
    expect(squeeze(String(pdf.title))).toBe(squeeze(referrerReport(report).title));
    expect(pdf.language).toBe('en-GB');
    expect(pdf.created).toMatch(/^D:20260327091200/);
  });

  test('names the recipient and the instant on every page', () => {
    expect(pdf.pages.length).toBeGreaterThan(1);
    for (const page of pdf.pages) {
      const printed = letters(page);
      expect(printed).toContain(letters(report.recipient.name));
      expect(printed).toContain(letters(report.recipient.code));
      expect(page).toContain('27 March 2026, 09:12');
    }
  });

  test('prints every text of the report', () => {
    const printed = letters(pdf.pages.join(' '));
    for (const text of textsOf(referrerReport(report)))
      expect(printed.includes(letters(text)), text).toBe(true);
  });

  test('is the same when it is written again', async () => {
    expect(Buffer.from(await writeReferrerPdf(report)).equals(bytes)).toBe(true);
  });

  test.skipIf(!hasQpdf)('is sound and has no fault of structure', () => {
    expect(structureFaults(qpdfObjects(bytes))).toEqual([]);
  });
});

test('prints no reference of anybody else and no relationship, and tells its chart in words', async () => {
  const { squeezed, alternatives } = await readPdf(await writeReferrerPdf(aReferrerReport()));
  for (const foreign of FOREIGN) expect(squeezed).not.toContain(foreign);
  expect(squeezed).not.toMatch(/sibling|carer|partner|parent/i);
  expect(alternatives).toHaveLength(1);
  expect(alternatives[0]).toContain('11 tests were given: 9 negative, 1 positive and 1 not clear.');
});

/** Letters and digits alone: how a text is read aloud, without what a line end does to it. */
const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
