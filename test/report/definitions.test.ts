import { expect, test } from 'vitest';
import { measures } from '../../shared/outcomes/measures/registry.ts';
import { definitionsSheet } from '../../shared/render/xlsx/front-sheets.ts';
import { reportOf } from '../../shared/report/report.ts';
import { directionInWords } from '../../shared/report/wording/direction.ts';
import { documentOf } from '../support/compute.ts';
import { aCrowd } from '../support/crowd.ts';

const document = documentOf(aCrowd(7, 40));
const { blocks } = reportOf(document).sections.find(({ id }) => id === 'definitions')!;
const printed = blocks.flatMap((block) => (block.kind === 'definitions' ? [block.items] : []));

test('a pack prints the definition of each of its measures once', () => {
  expect(Object.keys(document.measures)).toHaveLength(measures.length);
  expect(printed).toHaveLength(measures.length);
  expect(definitionsSheet(document).table?.rows).toHaveLength(measures.length);
});

test.each(measures.map(({ id, definition }) => [id, definition] as const))(
  'a pack prints the definition of %s that it was made by, with its revision',
  (id, definition) => {
    const { numerator, denominator, method, direction, revision, cohort } = definition;
    const own = printed.find((items) => items[0]?.text === numerator)!;
    expect(own.map(({ term, text }) => [term, text])).toEqual([
      ['Counted', numerator],
      ['Out of', denominator],
      ...(cohort === undefined ? [] : [['Over time', cohort]]),
      ['Method', `${method} ${directionInWords(direction)} Revision ${revision} of the definition.`],
    ]);
    expect(document.measures[id]!.revision).toBe(revision);
    const row = definitionsSheet(document).table!.rows.find(([, , counted]) => counted?.value === numerator)!;
    expect(row.slice(2).map(({ value }) => value)).toEqual([
      numerator,
      denominator,
      method,
      directionInWords(direction),
      cohort ?? 'the headline itself',
      revision,
    ]);
  },
);
