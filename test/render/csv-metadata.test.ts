import { expect, test } from 'vitest';
import { writeCsv } from '../../shared/render/csv/write-csv.ts';
import { writeCsvMetadata } from '../../shared/render/csv/write-csv-metadata.ts';
import { documentOf } from '../support/compute.ts';
import { aCrowd } from '../support/crowd.ts';
import { csvwFaults, type CsvwTable } from '../support/csvw-faults.ts';
import { anOutcomeDocument, sampleDocuments } from '../support/outcome-document.ts';

const metadataOf = (document = anOutcomeDocument()) =>
  JSON.parse(Buffer.from(writeCsvMetadata(document)).toString()) as CsvwTable & Record<string, unknown>;

test('is a CSVW table of the CSV beside it, named by commissioner, month and revision', () => {
  expect(metadataOf()).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'outcomes.csv',
    'dc:title': 'Outcomes of Northshire County Council, 2026-10, revision 2',
    'dc:created': { '@value': '2026-11-05T06:00:00.000Z', '@type': 'xsd:dateTime' },
  });
});

test('column names are ones that CSVW allows, and every column says what it is', () => {
  for (const column of metadataOf().tableSchema.columns) {
    // The name of a column is a variable of a URI template and does not begin with an underscore.
    expect(column.name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_]*$/);
    expect(column).toMatchObject({ 'dc:description': expect.stringMatching(/\w.*\.$/) as string });
  }
});

const crowds = {
  ...sampleDocuments,
  'crowd of 80': documentOf(aCrowd(1, 80)),
  'sparse crowd of 30': documentOf(aCrowd(2, 30, 0.3)),
  'crowd of 12': documentOf(aCrowd(3, 12)),
  'rounded crowd of 60': documentOf({
    ...aCrowd(4, 60),
    commissioner: { code: 'northshire', name: 'Northshire County Council', disclosure: 'hes7round5' },
  }),
};

test.each(Object.entries(crowds))(
  'the %s: header, datatypes, words, required cells and key are as described',
  (_, document) => {
    expect(csvwFaults(writeCsv(document), metadataOf(document))).toEqual([]);
  },
);

test.each([
  ['a share that is no number', /,0\.\d+,/, ',many,', 'value: is many'],
  ['a state that there is not', ',estimated,', ',guessed,', 'state: is guessed'],
  ['a row that comes twice', /(\r\n[^\r]+)/, '$1$1', 'repeats the key'],
  ['a month that is none', ',2026-10,', ',2026-13,', 'month: is 2026-13'],
  ['another column', 'pack_revision', 'issue', 'column 3 is issue'],
])('%s is found', (_, from, to, fault) => {
  const csv = Buffer.from(writeCsv(anOutcomeDocument())).toString().replace(from, to);
  expect(csvwFaults(Buffer.from(csv), metadataOf()).join('; ')).toContain(fault);
});
