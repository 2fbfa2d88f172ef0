import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { titlesOfTests } from '../support/titles-of-tests.ts';

/** docs/threat-model.md against what is there. */

const page = readFileSync('docs/threat-model.md', 'utf8');
const rows = page
  .slice(page.indexOf('\n## Attacks\n'))
  .split('\n')
  .map((line) => /^\| (.+?) +\| (.+?) +\| (.+?) +\|$/.exec(line))
  .flatMap((cells) => (cells === null || /^(-+|attack)$/.test(cells[1] ?? '') ? [] : [cells.slice(1)]));
const cited = (cell: string) =>
  [...cell.matchAll(/`(test\/[^`]+)` “([^”]+)”/g)].map(([, file = '', name = '']) => ({ file, name }));

test.each(rows.map(([attack = '', ...rest]) => [attack, rest] as const))(
  '%s: what stands against it, and tests that are there',
  (_, [defence = '', tests = '']) => {
    expect(defence.length).toBeGreaterThan(10);
    const all = cited(tests);
    expect(all.length).toBeGreaterThan(0);
    // Nothing stands in the column besides, such as a name without its file.
    expect(tests.replaceAll(/`test\/[^`]+` “[^”]+”|; /g, '')).toBe('');
    for (const { file, name } of all) {
      expect(existsSync(file), file).toBe(true);
      expect(titlesOfTests(readFileSync(file, 'utf8')), file).toContain(name);
    }
  },
);

test('a title is that of a test that runs, of its group or of its row, and no other text', () => {
  const source = `
    const text = 'a text';
    describe('a group', () => {
      test.each([['a row', 1], ['another', 2]])('over rows', () => expect(text).toBe('expected'));
    });
    it('one', () => undefined);
    test.concurrent('at once', { timeout: 1 }, async () => {});
    test.skip('skipped', () => undefined);
    test.skip.each([['a skipped row']])('skipped rows', () => undefined);
    test.skipIf(true)('skipped here', () => undefined);
    test.todo('to do');
    test('without a body');
    describe.skip('a skipped group', () => { test('in it', () => undefined); });
    describe('a group of nothing', () => {});
    other('no test', () => undefined);`;
  const titles = ['a group', 'over rows', 'a row', 'another', 'one', 'at once'];
  expect(titlesOfTests(source).sort()).toEqual(titles.sort());
});

describe('the page tells of', () => {
  const text = rows.flat().join('\n');
  test.each([
    ['tokens taken for others', /identity token/, /HS256/, /no algorithm/, /another issuer/],
    ['tenants', /another tenant's id/, /time an answer takes/],
    ['paths', /paths in ids/, /key of an upload/],
    ['formulas', /formula in a CSV/, /formula in a workbook/],
    ['workbooks', /zip bomb/, /XML entities/],
    ['expressions and bodies', /regular expression/, /nested/],
    ['logs', /forged in the log/, /read from the log/],
    ['markup', /in a PDF/, /in the page or a chart/],
    ['links', /link used again/],
    ['fields of ours', /what only we say/],
    ['approval by one', /approves twice/, /same address in other letters/],
  ])('%s', (_, ...told) => {
    for (const each of told) expect(text).toMatch(each);
  });
});

test('the page is found from the README and from where faults are reported', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('(docs/threat-model.md)');
  expect(readFileSync('SECURITY.md', 'utf8')).toContain('(docs/threat-model.md)');
});
