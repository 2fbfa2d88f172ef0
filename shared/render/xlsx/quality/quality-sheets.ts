import type { Finding, RuleCount } from '../../../quality/quality-list.ts';
import { dateInWords, instantInWords, monthInWords } from '../../../report/calendar.ts';
import { contentsSheet } from '../front-sheets.ts';
import { WHOLE } from '../number-formats.ts';
import type { Sheet } from '../sheet.ts';
import type { QualityOfMonth } from './quality-of-month.ts';

type Titles = Readonly<Record<string, string>>;

/** The sheets of faults, in order, and what is said of each. */
const GROUPS = [
  { group: 'missing', name: 'Missing', title: 'What is missing' },
  { group: 'contradictory', name: 'Contradictory', title: 'What contradicts other records' },
  { group: 'late', name: 'Late', title: 'What arrived after the cut-off and is in no issue of the month' },
  { group: 'look-alike', name: 'Look_alike', title: 'What looks like another record' },
] as const;

/** Every sheet of a workbook of data quality in order: cover, contents, counts, and one for each kind of fault. */
export function qualitySheets(quality: QualityOfMonth, titles: Titles, at: string): Sheet[] {
  const cover = coverSheet(quality, at);
  const others = [
    countsSheet(quality.counts),
    ...GROUPS.map(({ group, name, title }) =>
      findingsSheet(
        { name, title },
        quality.findings.filter((finding) => finding.group === group),
        titles,
      ),
    ),
  ];
  return [cover, contentsSheet([cover, ...others]), ...others];
}

const coverSheet = ({ month, asAt, cutOff, findings }: QualityOfMonth, at: string): Sheet => ({
  name: 'Cover',
  title: `Data quality, ${monthInWords(month)}`,
  lines: [
    `Records as they stood on ${instantInWords(at)} (London time), of what falls in the twelve months to ${dateInWords(asAt)}.`,
    `The scheduled run of the month reads what has arrived by ${instantInWords(cutOff)} (London time).`,
    findings.length === 0
      ? 'Nothing was found: there is nothing to do.'
      : 'Each row is one record with what is wrong and what to do. What was corrected is not listed any more the next time.',
    'It names people by your own references and records by your own numbers: keep it as you keep those.',
    'Each worksheet holds one table and can be reached from the worksheet Contents.',
  ],
});

const countsSheet = (counts: readonly RuleCount[]): Sheet => ({
  name: 'Counts',
  title: 'How many records have each fault',
  lines: ['This worksheet contains one table.'],
  table: {
    name: 'Counts_table',
    columns: [
      { title: 'What is wrong' },
      { title: 'Records', numeric: true },
      { title: 'People', numeric: true },
      { title: 'Worksheet' },
    ],
    rows: counts.map(({ title, group, findings, people }) => {
      const name = GROUPS.find((one) => one.group === group)?.name ?? '';
      return [
        { value: title },
        { value: findings, format: WHOLE },
        { value: people, format: WHOLE },
        { value: name, link: name },
      ];
    }),
  },
});

function findingsSheet(
  { name, title }: Pick<Sheet, 'name' | 'title'>,
  findings: readonly Finding[],
  titles: Titles,
): Sheet {
  if (findings.length === 0) return { name, title, lines: ['Nothing was found.'] };
  return {
    name,
    title,
    lines: [
      'This worksheet contains one table.',
      'A blank cell means that the record names nobody, or no other record.',
    ],
    table: {
      name: `${name}_table`,
      columns: [
        { title: 'What is wrong' },
        { title: 'Type' },
        { title: 'Record' },
        { title: 'Person' },
        { title: 'Since' },
        { title: 'Age in days', numeric: true },
        { title: 'Other records' },
        { title: 'Figures it touches' },
        { title: 'What to do' },
      ],
      rows: findings.map((finding) => [
        { value: finding.title },
        { value: finding.type },
        { value: finding.id },
        { value: finding.personRef ?? null },
        { value: dateInWords(finding.since) },
        { value: finding.ageDays, format: WHOLE },
        { value: finding.also.map(({ type, id }) => `${type} ${id}`).join(', ') || null },
        { value: finding.touches.map((id) => titles[id] ?? id).join(', ') },
        { value: finding.todo },
      ]),
    },
  };
}
