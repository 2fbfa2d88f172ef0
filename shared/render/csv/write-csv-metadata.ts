import type { OutcomeDocument } from '../../outcomes/document.ts';
import { type ColumnHolds, FIGURE_COLUMNS } from '../../report/figure-columns.ts';

/** The columns before those of a figure: which pack it is of. */
const ISSUE_COLUMNS = [
  column('commissioner', 'Commissioner', 'text', 'The code of the commissioner.'),
  {
    ...column('month', 'Month', 'text', 'The calendar month that the pack is of.'),
    datatype: 'gYearMonth',
  },
  column('pack_revision', 'Revision of the pack', 'whole', 'Which issue of the month it is.'),
].map((of) => ({ ...of, required: true }));

/** Columns of a figure that are never empty. */
const NEVER_EMPTY = new Set(['part', 'statistic', 'state']);

/**
 * What `outcomes.csv` holds, column by column, as CSV on the Web (W3C Recommendation of 17 December 2015). Its place,
 * `outcomes.csv-metadata.json` beside the CSV, is where programs look for it.
 *
 * @example writeCsvMetadata(document) // bytes of { "@context": …, "url": "outcomes.csv", "tableSchema": … }
 */
export function writeCsvMetadata({ commissionerName, month, revision, asAt }: OutcomeDocument): Uint8Array {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'outcomes.csv',
    'dc:title': `Outcomes of ${commissionerName}, ${month}, revision ${revision}`,
    'dc:description':
      'Every figure of the pack, one row a figure, after small numbers were withheld; the same numbers as in outcomes.json. A text that a spreadsheet would take for a formula has an apostrophe in front.',
    'dc:created': { '@value': asAt, '@type': 'xsd:dateTime' },
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ['\r\n'],
      header: true,
    },
    tableSchema: {
      columns: [
        ...ISSUE_COLUMNS,
        ...FIGURE_COLUMNS.map(({ name, title, holds, about }) => ({
          ...column(name, title, holds, about),
          ...(NEVER_EMPTY.has(name) && { required: true }),
        })),
      ],
      primaryKey: FIGURE_COLUMNS.filter(({ tells }) => tells).map(({ name }) => name),
    },
  };
  return Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`);
}

/** The first of the titles is the one in the CSV's header. */
function column(name: string, title: string, holds: ColumnHolds, about: string) {
  return { name, titles: [name, title], 'dc:description': about, ...datatypeOf(holds) };
}

function datatypeOf(holds: ColumnHolds) {
  switch (holds) {
    case 'text':
      return { datatype: 'string' };
    case 'whole':
      return { datatype: 'integer' };
    case 'number':
      return { datatype: 'double' };
    case 'words':
      return { datatype: 'string', separator: ' ' };
    default:
      return { datatype: { base: 'string', format: `^(${holds.map(asPattern).join('|')})$` } };
  }
}

const asPattern = (word: string) => word.replaceAll(/[[\]]/g, String.raw`\$&`);
