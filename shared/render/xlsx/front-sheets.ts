import type { OutcomeDocument } from '../../outcomes/document.ts';
import { disclosureInWords } from '../../report/withheld.ts';
import type { Report, Table } from '../../report/blocks.ts';
import { measuredIn } from '../../report/measured.ts';
import { directionInWords } from '../../report/wording/direction.ts';
import { erasedInWords } from '../../report/wording/erased.ts';
import { notesUsed } from './note-numbers.ts';
import type { Sheet } from './sheet.ts';

/** The first sheet: what the workbook is, of when, and how to read it. */
export const coverSheet = (document: OutcomeDocument, report: Report): Sheet => ({
  name: 'Cover',
  title: report.title,
  lines: [
    `${report.coverage} Records received later are not counted.`,
    'This workbook holds the figures of the outcome pack; the charts are in pack.pdf and pack.html.',
    'These figures count the services of the providers that send records to this system. They are not comparable with figures from the National Drug Treatment Monitoring System (NDTMS).',
    'The same human at two providers is counted as two persons.',
    disclosureInWords(document),
    ...[erasedInWords(document), movedLine(document)].filter((line) => line !== undefined),
    'Each worksheet holds one table and can be reached from the worksheet Contents.',
  ],
});

/** That the issue is a revision, and where it says what moved. */
const movedLine = ({ moved }: OutcomeDocument): string | undefined =>
  moved &&
  `This is a revision. ${moved.figures.length ? `What moved since revision ${moved.since.revision} is in the worksheet Moved.` : `No figure moved since revision ${moved.since.revision}.`}`;

/** The list of every sheet, with links. */
export const contentsSheet = (sheets: readonly Sheet[]): Sheet => {
  const own = { name: 'Contents', title: 'Contents' };
  const [cover, ...others] = sheets;
  const all = [...(cover ? [cover] : []), own, ...others];
  return {
    ...own,
    lines: ['This worksheet contains one table.', 'It lists every worksheet, with a link to it.'],
    table: {
      name: 'Contents_table',
      columns: [{ title: 'Worksheet' }, { title: 'Title' }],
      rows: all.map(({ name, title }) => [{ value: name, link: name }, { value: title }]),
    },
  };
};

/** The notes that tables refer to, and where they do. */
export const notesSheet = (tables: readonly { name: string; table: Table }[]): Sheet => ({
  name: 'Notes',
  title: 'Notes',
  lines: ['This worksheet contains one table.'],
  table: {
    name: 'Notes_table',
    columns: [{ title: 'Note number' }, { title: 'Note text' }, { title: 'Referred to in' }],
    rows: notesUsed(tables.map(({ table }) => table)).map(({ id, text }, i) => [
      { value: `note ${i + 1}` },
      { value: text },
      {
        value: tables
          .filter(({ table }) => table.notes.includes(id))
          .map(({ name }) => name)
          .join(', '),
      },
    ]),
  },
});

/** What each measure counts. */
export const definitionsSheet = (document: OutcomeDocument): Sheet => {
  const rows = measuredIn(document).flatMap(({ words, title }) => {
    const definition = document.definitions[words.id];
    if (definition === undefined) return [];
    const { question, numerator, denominator, method, direction, revision, cohort } = definition;
    return [
      [
        { value: title },
        { value: question },
        { value: numerator },
        { value: denominator },
        { value: method },
        { value: directionInWords(direction) },
        { value: cohort ?? 'the headline itself' },
        { value: revision, format: '0' },
      ],
    ];
  });
  return {
    name: 'Definitions',
    title: 'Definitions of the measures',
    lines: ['This worksheet contains one table.'],
    table: {
      name: 'Definitions_table',
      columns: [
        { title: 'Measure' },
        { title: 'Question' },
        { title: 'Counted' },
        { title: 'Out of' },
        { title: 'Method' },
        { title: 'Better' },
        { title: 'Over time' },
        { title: 'Revision', numeric: true },
      ],
      rows: rows.length
        ? rows
        : [[{ value: 'None' }, ...Array.from({ length: 7 }, () => ({ value: 'none' }))]],
    },
  };
};
