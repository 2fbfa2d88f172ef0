import { describe, expect, test } from 'vitest';
import { recordTypeNames, typeNamed } from '../../shared/records/registry.ts';
import { accessReport } from '../../shared/report/access/access-report.ts';
import { fieldInWords } from '../../shared/report/access/field-words.ts';
import { recordKinds } from '../../shared/report/access/record-kinds.ts';
import { dateInWords, instantInWords } from '../../shared/report/calendar.ts';
import { leavesOf, Planter } from './planted.ts';
import { aHeldRecord, amendedFrom, aSubjectAccess, aVersion } from './subject-access.ts';
import { textsOf } from './texts-of.ts';

const schemaOf = (type: string) => typeNamed(type)!.schema;

const told = (type: string, data: Record<string, unknown>) =>
  textsOf(accessReport(aSubjectAccess({ records: [aHeldRecord(type, data)] }))).join('\n');

describe.each(recordTypeNames)('of a %s', (type) => {
  const variants = new Planter().variantsOf(schemaOf(type)) as Record<string, unknown>[];
  const [whole = {}] = variants;

  test('what is planted in every field is something a provider may send', () => {
    expect(Object.keys(whole)).toEqual(Object.keys(schemaOf(type).shape));
    for (const variant of variants) expect(schemaOf(type).safeParse(variant).error?.issues).toBeUndefined();
  });

  test('every reference, date and number is told', () => {
    const text = told(type, whole);
    for (const leaf of leavesOf(whole).map(String)) {
      if (leaf.startsWith('PLANT-')) expect(text).toContain(leaf);
      else if (/^\d{4}-\d\d-\d\d$/.test(leaf)) expect(text).toContain(dateInWords(leaf));
      else if (/^\d{4}-/.test(leaf)) expect(text).toContain(instantInWords(leaf));
      else if (/^\d+$/.test(leaf)) expect(text).toMatch(new RegExp(`\\b${leaf}\\b`));
    }
  });

  test('no two that differ in any field read the same', () => {
    const texts = variants.map((variant) => told(type, variant));
    expect(new Set(texts).size).toBe(variants.length);
  });

  test('a change of any field to any other value is told with both sides', () => {
    const first = aVersion({ data: whole });
    const fields = Object.keys(whole).flatMap((field) =>
      variants
        .filter((variant) => variant[field] !== whole[field])
        .map((variant) => [field, variant[field]] as const),
    );
    const texts = fields.map(([field, to]) => {
      const records = [{ type, id: 'X-1', versions: amendedFrom(first, field, to) }];
      const { sections } = accessReport(aSubjectAccess({ records }));
      return textsOf({ sections: sections.filter(({ id }) => id === 'versions') }).join('\n');
    });
    expect(new Set(texts).size).toBe(fields.length);
  });

  test('no two fields have the same name', () => {
    const names = Object.keys(whole).map((field) => fieldInWords(field, type));
    expect(new Set(names).size).toBe(names.length);
  });
});

test('every kind that can be about a person has words of its own, and names only fields that there are', () => {
  expect(recordKinds.map(({ type }) => type)).toEqual(
    recordTypeNames.filter((type) => type !== 'reflection'),
  );
  for (const { type, date, fields, columns = [] } of recordKinds)
    expect(Object.keys(schemaOf(type).shape)).toEqual(
      expect.arrayContaining([date, ...fields, ...columns.map(({ field }) => field)]),
    );
});
