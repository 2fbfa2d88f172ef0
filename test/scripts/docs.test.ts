import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES } from '../../scripts/docs/pages.ts';
import { rulesForAll } from '../../scripts/docs/rules-for-all.ts';
import { measures } from '../../shared/outcomes/measures/registry.ts';
import { labelOf } from '../../shared/report/labels.ts';
import { compute } from '../support/compute.ts';
import { aCrowd } from '../support/crowd.ts';

const page = PAGES[0].text();
const entries = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((entry) => [/`([a-z-]+)`, revision/.exec(entry)?.[1] ?? 'rules', entry]),
);

test.each(PAGES)('$file is what the code says', ({ file, text }) => {
  const kept = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(kept === text(), `${file} is stale: run \`npm run docs\` and look at what changed`).toBe(true);
});

test('the page has every measure once, in the order of the pack, with a link that leads to it', () => {
  expect([...entries.keys()]).toEqual([...measures.map(({ id }) => id), 'rules']);
  const links = [...page.matchAll(/^- \[.+\]\(#(.+?)\)/gm)].map(([, anchor]) => anchor);
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) =>
    title!.toLowerCase().replaceAll(/[()’]/g, '').replaceAll(' ', '-'),
  );
  expect(links).toEqual(headings.slice(0, -1));
  expect(new Set(headings).size).toBe(headings.length);
});

test.each(measures.map(({ id, definition }) => [id, definition] as const))(
  '%s is told with all of its definition',
  (id, definition) => {
    const entry = entries.get(id)!;
    for (const said of [definition.question, definition.numerator, definition.denominator, definition.method])
      expect(entry).toContain(said);
    expect(entry).toContain(`revision ${definition.revision}.`);
    expect(entry).toContain(definition.cohort ?? 'The headline of each month');
  },
);

test('every figure that a crowd has beside a headline is named', () => {
  const computed = compute(aCrowd(1, 80)).computed.measures;
  for (const [id, { beside, sensitivity }] of Object.entries(computed)) {
    const entry = entries.get(id)!;
    for (const key of [...Object.keys(beside), ...Object.keys(sensitivity)])
      expect(entry).toContain(labelOf(key, id).split(': ').at(-1));
  }
});

test('the rules for all have the intervals, every mark, and both rules for small numbers', () => {
  const rules = rulesForAll();
  for (const said of [
    'Wilson',
    'Byar',
    '`[c]`',
    '`[p]`',
    '`[r]`',
    '`[u]`',
    '`[x]`',
    '`[z]`',
    'lt5',
    'hes7round5',
  ])
    expect(rules).toContain(said);
});
