import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { definitionSchema } from '../../../shared/outcomes/document.ts';
import { measures } from '../../../shared/outcomes/measures/registry.ts';

const folder = join(import.meta.dirname, '../../../shared/outcomes/measures');

test('every file of the folder is a registered measure named after it, and none is missing', () => {
  const files = readdirSync(folder)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => name !== 'registry');
  expect(measures.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

test.each(measures.map((measure) => [measure.id, measure] as const))(
  '%s says what it counts',
  (_, measure) => {
    expect(definitionSchema.parse(measure.definition)).toEqual(measure.definition);
    for (const words of [measure.definition.question, measure.definition.numerator]) {
      expect(words).toMatch(/^\p{Lu}.*[.?]$/su);
    }
  },
);
