import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import kept from '../../docs/outcome-document.schema.json' with { type: 'json' };
import { outcomeDocumentSchema } from '../../shared/outcomes/document.ts';
import { documentOf } from '../support/compute.ts';
import { aCrowd } from '../support/crowd.ts';
import { anOutcomeDocument, aRevisedOutcomeDocument, sampleDocuments } from '../support/outcome-document.ts';

/** The schema as it is published, by a validator that knows nothing of ours. */
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(kept);
const faults = (document: unknown) => (validate(document) ? [] : validate.errors);

const documents = {
  ...sampleDocuments,
  'crowd of 150': documentOf(aCrowd(1, 150)),
  'crowd of 60': documentOf(aCrowd(2, 60)),
  'sparse crowd of 30': documentOf(aCrowd(3, 30, 0.2)),
  'crowd of 8': documentOf(aCrowd(4, 8)),
  'crowd of nobody': documentOf({ people: [] }),
  'rounded crowd of 80': documentOf({
    ...aCrowd(5, 80),
    commissioner: { code: 'northshire', name: 'Northshire County Council', disclosure: 'hes7round5' },
  }),
};

test.each(Object.entries(documents))('the %s passes, as it is written', (_, document) => {
  expect(faults(JSON.parse(JSON.stringify(document)))).toEqual([]);
});

test('a document of before there were medians of shares and names of providers passes', () => {
  const { providers: _, ...old } = anOutcomeDocument();
  const text = JSON.stringify(old, (_key, value: Record<string, unknown> | null) =>
    value?.['kind'] === 'median' ? { ...value, unit: undefined } : value,
  );
  expect(text).toContain('{"kind":"median","state":"estimated","value":15.5}');
  expect(faults(JSON.parse(text))).toEqual([]);
});

describe('what our own reader refuses, the published schema refuses', () => {
  const belowNone = { added: -1, amended: 0, withdrawn: 0 };
  const family = anOutcomeDocument().measures['family-engagement']!;
  test.each<[string, object]>([
    ['another schema', { schema: 2 }],
    ['a field that there is not', { people: 12 }],
    ['a revision below 1', { revision: 0 }],
    ['a rule that there is not', { disclosure: 'none' }],
    ['no measures', { measures: undefined }],
    ['a state that there is not', { measures: { x: { ...family, state: 'guessed' } } }],
    [
      'a number beside what is suppressed',
      { measures: { x: { revision: 1, kind: 'proportion', state: 'suppressed', numerator: 3 } } },
    ],
    [
      'a figure of a kind that there is not',
      { measures: { x: { ...family, splits: { sex: { female: { kind: 'sum', value: 1 } } } } } },
    ],
    ['a count below none', aRevisedOutcomeDocument({ records: { session: belowNone } })],
  ])('%s', (_, stated) => {
    const document: unknown = JSON.parse(JSON.stringify({ ...anOutcomeDocument(), ...stated }));
    expect(outcomeDocumentSchema.safeParse(document).success).toBe(false);
    expect(faults(document)).not.toEqual([]);
  });
});

test('shapes that come again are defined once, under their names', () => {
  expect(Object.keys(kept.$defs)).toEqual(
    expect.arrayContaining(['count', 'figure', 'suppressed', 'survivalFigure', 'trend', 'moved']),
  );
  expect(Object.keys(kept.$defs).filter((name) => name.startsWith('__'))).toEqual([]);
});
