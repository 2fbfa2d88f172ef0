import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { writeCsv } from '../../shared/render/csv/write-csv.ts';
import { figureRows } from '../../shared/report/figures.ts';
import { FORMULA_LIKE } from '../support/formula-like.ts';
import { aLongNamedOutcomeDocument, anOutcomeDocument } from '../support/outcome-document.ts';

const csv = new TextDecoder().decode(writeCsv(anOutcomeDocument()));
const records: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: '\r\n' });

test('has one row a figure, lines ended by CR LF, no line feed alone', () => {
  expect(records).toHaveLength(figureRows(anOutcomeDocument()).length);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('keeps numbers in full precision', () => {
  const row = records.find(
    (record) =>
      record.measure === 'abstinence-retention' && record.statistic === 'survival' && record.day === '84',
  );
  expect(row).toMatchObject({
    commissioner: 'northshire',
    month: '2026-10',
    pack_revision: '2',
    value: '0.7912350597609562',
    at_risk: '156',
  });
});

test('a withheld row has a state, the shorthand and no number', () => {
  const withheld = records.filter(({ state }) => state === 'suppressed');
  expect(withheld.length).toBeGreaterThan(20);
  expect(new Set(withheld.map(({ shorthand }) => shorthand))).toEqual(new Set(['[c]']));
  for (const { value, lower, upper, numerator, denominator, at_risk, events } of withheld)
    expect([value, lower, upper, numerator, denominator, at_risk, events].join('')).toBe('');
});

test('a target is a target, not an estimate', () => {
  const targets = records.filter(({ statistic }) => statistic === 'target');
  expect(targets.map(({ state, value }) => [state, value])).toEqual([
    ['target', '0.8'],
    ['target', '0.4'],
    ['target', '0.5'],
    ['target', '0.8'],
    ['target', '2'],
  ]);
});

test('providers stay codes', () => {
  expect(csv).toContain('provider,harbour-house');
  expect(csv).not.toContain('Harbour House');
});

test.each(FORMULA_LIKE)(
  'a text that begins like a formula, %j, is made plain, and a number is not',
  (category) => {
    const { measures } = anOutcomeDocument();
    const family = measures['family-engagement']!;
    const splits = {
      provider: { [category]: { kind: 'proportion' as const, state: 'suppressed' as const } },
    };
    const bytes = writeCsv(anOutcomeDocument({ measures: { 'family-engagement': { ...family, splits } } }));
    const rows: Record<string, string>[] = parse(Buffer.from(bytes), {
      columns: true,
      record_delimiter: '\r\n',
    });
    expect(rows.find(({ part }) => part === 'split')?.category).toBe(`'${category}`);
    expect(rows.every(({ value }) => !value?.startsWith("'"))).toBe(true);
  },
);

test('quotes in a text are doubled', () => {
  const text = new TextDecoder().decode(writeCsv(aLongNamedOutcomeDocument()));
  expect(text).toContain(`"'=HYPERLINK(""http://example.org"")"`);
});
