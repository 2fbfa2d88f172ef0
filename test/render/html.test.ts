import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawCharts } from '../../shared/render/charts/draw-charts.ts';
import { writeHtml } from '../../shared/render/html/write-html.ts';
import { sortKey } from '../../shared/render/html/sort-key.ts';
import type { Report } from '../../shared/report/blocks.ts';
import { cellText } from '../../shared/report/cells.ts';
import { iconInWords } from '../../shared/report/wording/icons.ts';
import { reportOf } from '../../shared/report/report.ts';
import { anOutcomeDocument, sampleDocuments as documents } from '../support/outcome-document.ts';
import { textsOf } from '../report/texts-of.ts';
import { type Element, elementsIn, named, readHtml, textsWithin } from './read-html.ts';

const htmlOf = async (report: Report) =>
  Buffer.from(writeHtml(report, await drawCharts(report))).toString('utf8');

const isChart = ({ attributes }: Element): boolean => attributes['role'] === 'img';

/** What the page says of itself and not of the figures. */
const OWN_WORDS = /^(?:Skip to the content|Contents|Explained:|note \d+|Tables that refer to this note|,)$/;

const reports = Object.entries(documents).map(([name, document]) => [name, reportOf(document)] as const);

describe.each(reports)('the %s pack as a page', (_, report) => {
  const blocks = report.sections.flatMap((section) => section.blocks);
  const tables = blocks.filter((block) => block.kind === 'table');
  let html: string;
  let page: Element;
  beforeAll(async () => {
    html = await htmlOf(report);
    page = readHtml(html);
  });

  test('is in British English, titled, with one main part among its landmarks', () => {
    expect(named(page, 'html')[0]?.attributes['lang']).toBe('en-GB');
    expect(textsWithin(named(page, 'title')[0]!)).toEqual([report.title]);
    for (const landmark of ['header', 'nav', 'main', 'footer']) expect(named(page, landmark)).toHaveLength(1);
    const [first] = named(page, 'a');
    expect(first?.attributes['href']).toBe(`#${named(page, 'main')[0]?.attributes['id']}`);
  });

  test('has one heading of the first level, and none that skips a level', () => {
    const levels = elementsIn(page).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  test('leads from its contents to every section', () => {
    const [nav] = named(page, 'nav');
    expect(named(nav!, 'li').flatMap(textsWithin)).toEqual(report.sections.map(({ title }) => title));
    expect(named(nav!, 'a').map(({ attributes }) => attributes['href'])).toEqual(
      named(page, 'section').map(({ attributes }) => `#${attributes['id']}`),
    );
  });

  test('has no id twice, and every link and label leads to one', () => {
    const all = elementsIn(page);
    const ids = all.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const wanted = all.flatMap(({ attributes }) => [
      ...(attributes['href']?.replace('#', '') ?? '').split(' '),
      ...(attributes['aria-labelledby'] ?? '').split(' '),
      ...(attributes['aria-describedby'] ?? '').split(' '),
      ...(/url\(#(.*)\)/.exec(attributes['clip-path'] ?? '')?.slice(1) ?? []),
    ]);
    expect(wanted.filter((id) => id !== '' && !ids.includes(id))).toEqual([]);
  });

  test('names no address outside itself', () => {
    const read = elementsIn(page).flatMap(({ name, attributes, children }) => [
      ...Object.entries(attributes).flatMap(([key, value]) => (key === 'content' ? [] : [value])),
      ...(['style', 'script'].includes(name) ? children.filter((child) => typeof child === 'string') : []),
    ]);
    expect(read.filter((text) => /https?:|data:|@import|@font-face|url\((?!#)/i.test(text))).toEqual([]);
    const fetching = ['link', 'img', 'iframe', 'image', 'use', 'object', 'embed', 'form', 'base'];
    expect(elementsIn(page).filter(({ name }) => fetching.includes(name))).toEqual([]);
    expect(elementsIn(page).filter(({ attributes }) => 'src' in attributes)).toEqual([]);
    const links = named(page, 'a').map(({ attributes }) => attributes['href'] ?? '');
    expect(links.filter((href) => !href.startsWith('#'))).toEqual([]);
  });

  test('lets nothing run or be fetched but its own style and script, by their hashes', () => {
    const policy = named(page, 'meta').find(({ attributes }) => attributes['http-equiv'])?.attributes[
      'content'
    ];
    const hash = (name: string) =>
      createHash('sha256')
        .update(
          named(page, name)
            .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
            .join(''),
        )
        .digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(elementsIn(page).filter(({ attributes }) => 'style' in attributes)).toEqual([]);
    expect(
      elementsIn(page).filter(({ attributes }) => Object.keys(attributes).some((key) => /^on/.test(key))),
    ).toEqual([]);
  });

  test('has every table of the report, captioned, its heads with their scope, its cells as they are printed', () => {
    const shown = named(page, 'table');
    expect(shown.map((table) => named(table, 'caption').flatMap(textsWithin))).toEqual(
      tables.map(({ title }) => [title]),
    );
    shown.forEach((table, i) => {
      const { columns, groups } = tables[i]!.printed ?? tables[i]!;
      for (const head of named(table, 'th'))
        expect(head.attributes['scope']).toMatch(/^(?:col|row|rowgroup)$/);
      expect(named(named(table, 'thead')[0]!, 'th').flatMap(textsWithin)).toEqual(
        columns.map(({ title }) => title),
      );
      expect(named(table, 'tbody').flatMap(textsWithin)).toEqual(
        groups.flatMap(({ label, rows }) => [
          ...(label === undefined ? [] : [label]),
          ...rows.flatMap((row) => row.map(cellText).filter((text) => text !== '')),
        ]),
      );
    });
  });

  test('has every chart, with its name and its alternative text', () => {
    expect(
      named(page, 'svg')
        .filter(isChart)
        .map((svg) => [
          svg.attributes['role'],
          ...['title', 'desc'].flatMap((part) => named(svg, part).flatMap(textsWithin)),
        ]),
    ).toEqual(
      blocks.flatMap((block) => {
        if (block.kind === 'chart') return [['img', block.title, block.alt]];
        return block.kind === 'headline' && block.glance ? [['img', block.title, block.glance.alt]] : [];
      }),
    );
  });

  test('leaves out of the reading what is a sign with its words beside it', () => {
    const signs = named(page, 'svg').filter((svg) => !isChart(svg));
    expect(signs.length).toBeGreaterThan(0);
    for (const { attributes } of signs) expect(attributes['aria-hidden']).toBe('true');
  });

  test('says all that the report says, and no word besides', () => {
    const said = textsWithin(drawnAway(page));
    const told = [
      ...textsOf(report),
      ...blocks.flatMap((block) => {
        if (block.kind === 'chart') return [block.title, block.note ?? ''];
        if (block.kind !== 'headline') return [];
        const { title, figure, interval = '', icons, sentence, target = '', change = '' } = block;
        const figures = cellText(figure).split(/ (?=\[)/);
        return [title, ...figures, interval, ...icons.map(iconInWords), sentence, target, change];
      }),
      ...[report.kind, report.name, report.subtitle, report.coverage, report.foot],
      `${report.head}, ${report.corner}`,
    ].map((text) => text.trim());
    const saidMarks = said.flatMap((text) => text.split(/ (?=\[)/));
    expect(told.filter((text) => text !== '' && !said.includes(text) && !saidMarks.includes(text))).toEqual(
      [],
    );
    const known = new Set(told);
    const besides = said.filter(
      (text) =>
        !known.has(text) && !OWN_WORDS.test(text) && !text.split(' ').every((mark) => known.has(mark)),
    );
    expect(besides).toEqual([]);
  });

  test('leads from every table to its notes, and from each note back to the tables', () => {
    const back = new Map(
      named(page, 'li')
        .filter(({ attributes }) => attributes['id']?.startsWith('note-'))
        .map((note) => [
          `#${note.attributes['id']}`,
          named(note, 'a').map(({ attributes }) => attributes['href']),
        ]),
    );
    const frames = named(page, 'div').filter(({ attributes }) => attributes['class'] === 'table');
    frames.forEach((frame, i) => {
      const links = named(frame, 'a').map(({ attributes }) => attributes['href'] ?? '');
      const notes = links.filter((href) => href.startsWith('#note-'));
      expect(notes.toSorted()).toEqual(tables[i]!.notes.map((note) => `#note-${note}`).toSorted());
      for (const note of notes) expect(back.get(note)).toContain(`#${frame.attributes['id']}`);
    });
  });

  test('explains every mark that stands in a table', () => {
    for (const frame of named(page, 'div').filter(({ attributes }) => attributes['class'] === 'table')) {
      const marks =
        named(frame, 'tbody')
          .flatMap(textsWithin)
          .join(' ')
          .match(/\[[a-z]\]/g) ?? [];
      const links = named(frame, 'a').flatMap(textsWithin);
      for (const mark of new Set(marks)) expect(links).toContain(mark);
    }
  });

  test('is smaller than a megabyte', () => expect(Buffer.byteLength(html)).toBeLessThan(1_000_000));
});

/** The page without what is drawn: words on charts are numbers and labels of the tables beside them. */
function drawnAway(element: Element): Element {
  const children = element.children.filter(
    (child) => typeof child === 'string' || !['svg', 'head'].includes(child.name),
  );
  return {
    ...element,
    children: children.map((child) => (typeof child === 'string' ? child : drawnAway(child))),
  };
}

test('a hostile name is text wherever it stands', async () => {
  const hostile = `<script>alert('x')</script>"><img src=x onerror=alert(1)>&amp;`;
  const report = reportOf(
    anOutcomeDocument({
      commissionerName: hostile,
      providers: { 'janus-enterprise': hostile, 'harbour-house': `'"` },
    }),
  );
  const html = await htmlOf(report);
  const page = readHtml(html);
  expect(named(page, 'script')).toHaveLength(1);
  expect(named(page, 'img')).toEqual([]);
  expect(textsWithin(named(page, 'h1')[0]!)).toEqual([hostile, report.subtitle]);
  expect(textsWithin(named(page, 'title')[0]!)).toEqual([report.title]);
  expect(textsWithin(page).filter((text) => text.includes(hostile)).length).toBeGreaterThan(5);
});

test('what no page may hold is replaced, and the rest of the text stays', async () => {
  const html = await htmlOf(reportOf(anOutcomeDocument({ commissionerName: 'Ab\u0000c \ud800 日本 😀' })));
  expect(html).toContain('Ab\ufffdc \ufffd 日本 😀');
});

test('an id is made safe, whatever a section, a table or a chart is called', async () => {
  const report = reportOf(documents.full);
  const [section] = report.sections;
  const html = await htmlOf({ ...report, sections: [{ ...section!, id: 'a "b" <c>' }] });
  expect(html).toContain('<section id="section-a--b---c-">');
});

test('the same report is the same bytes', async () => {
  const [one, two] = await Promise.all([htmlOf(reportOf(documents.full)), htmlOf(reportOf(documents.full))]);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});

test('days, months and quarters are ordered by the calendar, other words as they are', () => {
  expect(sortKey('5 October 2026')).toBe('2026-10-05');
  expect(sortKey('October 2026')).toBe('2026-10-00');
  expect(sortKey('July to September 2026')).toBe('2026-09-00');
  expect(sortKey('October')).toBeUndefined();
  expect(sortKey('Women')).toBeUndefined();
});
