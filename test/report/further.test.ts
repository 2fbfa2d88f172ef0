import { expect, test } from 'vitest';
import type { MeasureResult } from '../../shared/outcomes/document.ts';
import type { Block, Table } from '../../shared/report/blocks.ts';
import { cellText } from '../../shared/report/cells.ts';
import { compactBlocks } from '../../shared/report/compact-blocks.ts';
import { measuredIn } from '../../shared/report/measured.ts';
import { reportOf } from '../../shared/report/report.ts';
import { tablesTogether } from '../../shared/report/together/tables-together.ts';
import { fallenTrend } from '../support/further-results.ts';
import {
  anEmptyOutcomeDocument,
  anOutcomeDocument,
  aTinyOutcomeDocument,
} from '../support/outcome-document.ts';

const full = anOutcomeDocument();
const asRegistered = (id: string) => measuredIn(full).find(({ words }) => words.id === id)!;
/** A measure whose points over time are not always drawn. */
const measured = (id: string) => {
  const registered = asRegistered(id);
  const words = { ...registered.words };
  delete words.drawsTrend;
  return { ...registered, words };
};
const further = reportOf(full).sections.find(({ id }) => id === 'further')!;
const textsIn = (blocks: readonly Block[]) =>
  blocks.map((block) => ('text' in block ? block.text : block.kind));
const rowsOf = ({ groups }: Table) =>
  groups.map(({ label, rows }) => ({ label, rows: rows.map((row) => row.map(cellText)) }));
const tableOf = (id: string) =>
  compactBlocks(measured(id)).find((block): block is Table => block.kind === 'table')!;

test('a further measure is its question, its answer, what to know of it, and one table', () => {
  expect(textsIn(compactBlocks(measured('attendance')))).toEqual([
    'Attendance',
    'Do people come to what is offered?',
    '322 of 441 sessions due in the month were attended: 73.0%.',
    'No interval is given: several of those counted can be of one person. Target: at least 80.0% (Contract 2026, schedule 4). The figure is below it. No signal over time: the months vary as chance alone would make them. The target lies outside the limits: unless something changes, it will be missed again and again.',
    'table',
  ]);
});

test('the points over time of attendance are always drawn', () => {
  expect(asRegistered('attendance').result.trend?.kind).toBe('xmr');
  expect(textsIn(compactBlocks(asRegistered('attendance')))).toContain('chart');
});

test('no further measure has its groups in print, and the reader is told once where they are', () => {
  const tables = further.blocks.filter((block) => block.kind === 'table');
  expect(tables.every(({ printOnly }) => printOnly)).toBe(true);
  expect(tables.some(({ title }) => title.includes('by group'))).toBe(false);
  expect(textsIn(further.blocks).filter((text) => text.includes('Further_groups'))).toHaveLength(1);
});

test('figures of every kind stand in one table with what they rest on', () => {
  expect(rowsOf(tableOf('waiting-time'))).toEqual([
    {
      label: undefined,
      rows: [
        ['Median wait', '15.5 days', 'A median'],
        ['Waiting over 21 days', '6', 'A count'],
      ],
    },
  ]);
  expect(rowsOf(tableOf('wellbeing'))[0]!.rows).toEqual([
    ['Physical health: mean change', '−1.3', 'Mean of 38; 95% interval −2.1 to −0.4'],
    ['Days of paid work in 28: mean change', '3.2 days [u]', 'Mean of 1; no interval'],
  ]);
  expect(rowsOf(tableOf('lapse-intensity'))[0]!.rows[0]).toEqual([
    'One-to-ones attended, before the lapse',
    '0.90',
    '36 in 40.0 person-weeks; 95% interval 0.63 to 1.25',
  ]);
  expect(rowsOf(tableOf('attendance'))[0]!.rows[0]).toEqual([
    'Median of each person’s own share',
    '75.0%',
    'A median',
  ]);
});

test('zeros and figures of nobody are a sentence, and counts alone need no third column', () => {
  const blocks = compactBlocks(measured('caseload'));
  expect(textsIn(blocks).at(-1)).toBe('Zero: ended (died, withdrawn) and re-opened in the month.');
  expect(tableOf('caseload').columns).toHaveLength(2);
  const result: MeasureResult = {
    ...full.measures['attendance']!,
    beside: {
      'topic-cravings': { kind: 'count', state: 'estimated', value: 0 },
      'topic-drug-dna': { kind: 'proportion', state: 'unavailable', reason: 'no-eligible' },
      'topic-grief-process': { kind: 'proportion', state: 'unavailable', reason: 'no-eligible' },
    },
  };
  expect(textsIn(compactBlocks({ ...measured('attendance'), result })).slice(-2)).toEqual([
    'Zero: topic (cravings).',
    'Nobody was eligible [z]: topic (drug dna, grief process).',
  ]);
});

test('labels that begin alike stand under what they begin with', () => {
  const result: MeasureResult = {
    ...full.measures['caseload']!,
    beside: {
      'attendances-group': { kind: 'count', state: 'estimated', value: 40 },
      waiting: { kind: 'count', state: 'estimated', value: 12 },
      'attendances-one-to-one': { kind: 'count', state: 'estimated', value: 30 },
    },
  };
  const table = compactBlocks({ ...measured('caseload'), result }).find((block) => block.kind === 'table')!;
  expect(rowsOf(table)).toEqual([
    { label: undefined, rows: [['Waiting at the end of the month', '12']] },
    {
      label: 'Attendances',
      rows: [
        ['Group', '40'],
        ['One to one', '30'],
      ],
    },
  ]);
});

test('the points over time of a further measure are drawn only where they are news, good or bad', () => {
  const charts = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind === 'chart').length;
  // Of attendance alone.
  expect(charts(further.blocks)).toBe(1);
  const attendance = measured('attendance');
  const signalled = { ...attendance, result: { ...attendance.result, trend: fallenTrend } };
  expect(charts(compactBlocks(signalled))).toBe(1);
  const neutral = { ...fallenTrend, variation: 'neutral-low' } as const;
  expect(charts(compactBlocks({ ...attendance, result: { ...attendance.result, trend: neutral } }))).toBe(0);
  expect(charts(compactBlocks({ ...attendance, words: { ...attendance.words, drawsTrend: true } }))).toBe(1);
});

test('the first page has the caseload, and other measures with a target or a signal', () => {
  const [summary] = reportOf(full).sections;
  const at = summary!.blocks.findIndex(
    (block) => 'text' in block && block.text === 'From the other measures',
  );
  const list = summary!.blocks[at + 1]!;
  expect(list.kind === 'list' && list.items.map((item) => item.split(':')[0])).toEqual([
    'Caseload',
    'Attendance',
    'Intensity during a lapse',
  ]);
});

test('measures with nothing to show are one list, each with its reason', () => {
  const { blocks } = reportOf(anEmptyOutcomeDocument()).sections.find(({ id }) => id === 'further')!;
  expect(blocks).toEqual([
    { kind: 'heading', text: 'With nothing to show' },
    {
      kind: 'list',
      items: [
        'Counselling: there is no figure [z]: nobody was eligible in the period.',
        'Practice reflection: there is no figure [x]: nothing of the kind has been recorded yet.',
      ],
    },
  ]);
});

test('a pack without further measures has no section of them', () => {
  expect(reportOf(aTinyOutcomeDocument()).sections.map(({ id }) => id)).not.toContain('further');
});

const together = (id: string) => {
  const table = tablesTogether(full).find((one) => one.id === id)!;
  return table.groups[0]!.rows.map((row) => row.map(cellText));
};

test('the workbook has the further figures of all kinds in one table', () => {
  const rows = together('Further_figures');
  expect(rows).toContainEqual(['Attendance', 'Headline', '73.0%', '', '', '322', '441', 'percent']);
  expect(rows).toContainEqual([
    'Intensity during a lapse',
    'Headline',
    '1.93',
    '1.49',
    '2.46',
    '65',
    '33.7',
    'a person-week',
  ]);
  expect(rows).toContainEqual([
    'Wellbeing',
    'Physical health: mean change',
    '−1.3',
    '−2.1',
    '−0.4',
    '',
    '38',
    'points',
  ]);
  expect(rows).toContainEqual(['Caseload', 'Ended: left', '[c]', '', '', '', '', 'number']);
  expect(rows).toContainEqual([
    'Waiting time',
    'Headline, left out: negative wait',
    '[c]',
    '',
    '',
    '',
    '',
    'number',
  ]);
  expect(rows).toContainEqual([
    'Abstinence in aftercare',
    'Headline by day 84',
    '82.7%',
    '74.7%',
    '88.7%',
    '',
    '',
    'percent',
  ]);
  expect(new Set(rows.map(([title]) => title))).not.toContain('Family engagement');
});

test('the workbook has the further measures by group in one table', () => {
  const rows = together('Further_groups');
  expect(rows).toContainEqual(['Caseload', 'Sex', 'Women', '33', '', '', '', '', 'number']);
  expect(rows).toContainEqual(['Attendance', 'Sex', 'Men', '[c]', '', '', '[c]', '[c]', 'percent']);
  expect(rows).toContainEqual([
    'Abstinence in aftercare',
    'Sex',
    'Women',
    '80.0%',
    '72.0%',
    '86.0%',
    '',
    '20',
    'percent',
  ]);
});

test('the workbook has the points over time of all measures, and what they say, in two tables', () => {
  expect(together('Trends')).toContainEqual([
    'Abstinence retention',
    'October 2026',
    '44.4%',
    '18',
    'percent',
    'below the lower limit',
  ]);
  expect(together('Trends')).toContainEqual(['Caseload', 'October 2026', '88', '', 'number', '']);
  expect(together('Trend_limits')).toContainEqual([
    'Lapse recovery',
    'process chart',
    'The headline figure',
    '43.9%',
    '',
    '22.0%',
    '65.7%',
    '40.0%',
    'No signal over time: the months vary as chance alone would make them. The target lies within the limits: some months will meet it and some miss it, by chance alone.',
  ]);
});

test('the workbook has every test between groups, and every provider among the limits', () => {
  expect(together('Comparisons')).toEqual([
    ['Abstinence retention', 'Sex', 'Women', 'Men', '3.84', 'p 0.050'],
    ['Abstinence in aftercare', 'Sex', 'Women', 'Men', '0.42', 'p 0.517'],
  ]);
  expect(together('Providers')).toHaveLength(9);
});
