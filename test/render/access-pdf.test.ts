import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeNamed } from '../../shared/records/registry.ts';
import { writeAccessPdf } from '../../shared/render/access-pdf.ts';
import { BREAK, coded } from '../../shared/render/pdf/coded.ts';
import { printable } from '../../shared/render/pdf/glyphs.ts';
import { accessReport } from '../../shared/report/access/access-report.ts';
import { recordKinds } from '../../shared/report/access/record-kinds.ts';
import { anAccessOfOneRecord, aYearOfAccess } from '../report/a-year-of-access.ts';
import { leavesOf, Planter } from '../report/planted.ts';
import { aHeldRecord, aSubjectAccess } from '../report/subject-access.ts';
import { textsOf } from '../report/texts-of.ts';
import { type ReadPdf, readPdf, squeeze } from './read-pdf.ts';
import { hasQpdf, qpdfObjects } from './qpdf-objects.ts';
import { structureFaults } from './structure-faults.ts';

/** As many people as a session may have, and the longest references: its row is longer than a page. */
const aCrowdedSession = () => {
  const long = (kind: string, i: number) => `${kind}${i}`.padEnd(64, 'MW');
  const twenty = <T>(make: (i: number) => T) => Array.from({ length: 20 }, (_, i) => make(i));
  return aSubjectAccess({
    personRef: long('P', 1),
    providerName: 'Wide '.repeat(24).trim(),
    records: [
      aHeldRecord(
        'session',
        {
          personRef: long('P', 1),
          kind: 'offending-behaviour-group',
          startsAt: '2026-09-30T10:00:00Z',
          attendance: 'cancelled-by-service',
          workers: twenty((i) => long('W', i)),
          family: twenty((i) => ({ ref: long('F', i), relationship: 'other' })),
        },
        { id: long('S', 1) },
      ),
      aHeldRecord(
        'placement',
        { commissioner: long('C', 1), suspensions: twenty(() => ({ from: '2026-09-10', to: '2026-09-30' })) },
        { id: long('L', 1) },
      ),
    ],
  });
};

const samples = {
  'a year': aYearOfAccess(),
  'one record': anAccessOfOneRecord(),
  'nothing but this access': aSubjectAccess(),
  'long references': aYearOfAccess({ ref: `-${'MW'.repeat(25)}`, sessions: 24, tests: 8 }),
};

describe.each(Object.entries(samples))('the copy of %s', (_, access) => {
  const report = accessReport(access);
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = await writeAccessPdf(access);
    pdf = await readPdf(bytes);
  });

  test('is tagged, titled, in British English, and dated by the instant it was made at', () => {
    expect(pdf.marked).toBe(true);
    expect(squeeze(String(pdf.title))).toBe(squeeze(report.title));
    expect(pdf.language).toBe('en-GB');
    expect(pdf.created).toMatch(/^D:20261105091200/);
    expect(pdf.roles).toContain('TH');
  });

  test('prints every text of the report, and no character that only marks where it may break', () => {
    const printed = letters(pdf.pages.join(' '));
    for (const text of textsOf(report)) expect(printed.includes(letters(text)), text).toBe(true);
    expect(pdf.pages.join('')).not.toMatch(/[\u001f\u200b\ufffc]/);
  });

  test('has a bookmark for every section, and all of them in the contents of the first page', () => {
    expect(pdf.outline.map(squeeze)).toEqual(report.sections.map(({ title }) => squeeze(title)));
    for (const { title } of report.sections) expect(squeeze(pdf.pages[0]!)).toContain(squeeze(title));
  });

  test('names the reference and the page on every page', () => {
    pdf.pages.forEach((page, i) => {
      expect(squeeze(page)).toContain(squeeze(`Reference ${access.personRef}`));
      expect(squeeze(page)).toContain(squeeze(`Page ${i + 1} of ${pdf.pages.length}`));
    });
  });

  test('prints nothing outside the margins of its pages', async () => {
    expect((await placedIn(bytes)).filter(isOutside)).toEqual([]);
  });

  test('is the same when it is written again', async () => {
    expect(Buffer.from(await writeAccessPdf(access)).equals(bytes)).toBe(true);
  });

  test.skipIf(!hasQpdf)('is sound and has no fault of structure', () => {
    expect(structureFaults(qpdfObjects(bytes))).toEqual([]);
  });
});

test('prints what is planted in every field that a record may have', async () => {
  const planter = new Planter();
  const planted = recordKinds.map(({ type }) => ({
    type,
    data: planter.variantsOf(typeNamed(type)!.schema)[0] as Record<string, unknown>,
  }));
  const records = planted.map(({ type, data }) => aHeldRecord(type, data));
  const { squeezed } = await readPdf(await writeAccessPdf(aSubjectAccess({ records })));
  const marks = planted
    .flatMap(({ data }) => leavesOf(data).map(String))
    .filter((leaf) => leaf.startsWith('PLANT-'));
  expect(marks.length).toBeGreaterThan(15);
  for (const mark of marks) expect(squeezed).toContain(mark);
});

test('reads no markup in what a provider sent', async () => {
  const providerName = '*Harbour* #panic() $x$ [House] @ref <label> // /* \\';
  const { squeezed } = await readPdf(await writeAccessPdf(aSubjectAccess({ providerName })));
  expect(squeezed).toContain(squeeze(providerName));
});

test('the head of a table stands on every page it goes over', async () => {
  const { pages } = await readPdf(await writeAccessPdf(aYearOfAccess({ tests: 0 })));
  const withSessions = pages.filter((page) => /S-00\d\d: /.test(page));
  expect(withSessions.length).toBeGreaterThan(3);
  for (const page of withSessions) expect(page).toContain('Record number, entered');
});

test('a row that is longer than a page goes on where the page ends, and nothing of it is cut off', async () => {
  const access = aCrowdedSession();
  const placed = await placedIn(await writeAccessPdf(access));
  expect(placed.filter(isOutside)).toEqual([]);
  const { left = 0 } = placed.find(({ text }) => text === 'Further') ?? {};
  const { left: next = 0 } = placed.find(({ text }) => text.startsWith('Record number')) ?? {};
  const column = placed.filter(
    (piece) => piece.left >= left - HAIR && piece.left < next && piece.base < 790 && piece.base > 50,
  );
  const printed = letters(column.map(({ text }) => text).join('')).replaceAll('Further', '');
  const [further] = textsOf(accessReport(access)).filter((text) => text.startsWith('Workers: '));
  expect(further!.length).toBeGreaterThan(2500);
  expect(printed).toContain(letters(further!));
});

test('codes may break in narrow columns, words do not', () => {
  expect(coded('S-2026-0001').split(BREAK)).toEqual(['S-', '2026-', '0001']);
  expect(coded('benzodiazepines self-reported').split(BREAK)).toHaveLength(1);
  expect(coded('M'.repeat(20)).split(BREAK)).toEqual(['MMMMMMMM', 'MMMMMMMM', 'MMMM']);
  expect(coded(`sent ${BREAK} so`)).toBe('sent ? so');
});

/** Letters and digits alone: how a text is read aloud, without what a line end does to it. */
const letters = (text: string) => printable(text).replace(/[^\p{L}\p{N}]/gu, '');

type Placed = { page: number; text: string; left: number; right: number; base: number };

/** Every piece of text with its place on its page, in points from the lower left. */
async function placedIn(bytes: Uint8Array): Promise<Placed[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const placed: Placed[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [left, base] = [Number(item.transform[4]), Number(item.transform[5])];
      placed.push({ page, text: item.str, left, right: left + item.width, base });
    }
  }
  await task.destroy();
  return placed;
}

const A4 = { width: 595.28, height: 841.89 };
const SIDE = (2 * 72) / 2.54;
/** What rounding may do to a place. */
const HAIR = 0.5;

const isOutside = ({ left, right, base }: Placed) =>
  left < SIDE - HAIR || right > A4.width - SIDE + HAIR || base < 20 || base > A4.height - 20;
