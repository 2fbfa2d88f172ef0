import { expect, test } from 'vitest';
import { withMoved } from '../../shared/outcomes/change/with-moved.ts';
import type { Moved, OutcomeDocument } from '../../shared/outcomes/document.ts';
import type { Block } from '../../shared/report/blocks.ts';
import { cellText } from '../../shared/report/cells.ts';
import { figureRows } from '../../shared/report/figures.ts';
import { movedRows } from '../../shared/report/moved/moved-rows.ts';
import { movedSection } from '../../shared/report/moved/moved-section.ts';
import { movedTable } from '../../shared/report/moved/moved-table.ts';
import { reportOf } from '../../shared/report/report.ts';
import { documentOf } from '../support/compute.ts';
import { aCrowd } from '../support/crowd.ts';
import { anOutcomeDocument, aRevisedOutcomeDocument } from '../support/outcome-document.ts';
import { textsIn } from './texts-of.ts';

const revised = aRevisedOutcomeDocument();
const blocksOf = (document: OutcomeDocument): Block[] => movedSection(document)[0]!.blocks;
const textsOf = (document: OutcomeDocument) =>
  blocksOf(document).flatMap((block) => (block.kind === 'table' ? [] : textsIn(block)));
const tableOf = (document: OutcomeDocument, id: string) => {
  const table = blocksOf(document).find((block) => block.kind === 'table' && block.id === id);
  return table?.kind === 'table'
    ? table.groups.map(({ label, rows }) => [label, rows.map((row) => row.map(cellText))])
    : undefined;
};

test('a first issue has no section, no sheet and no rows of what moved', () => {
  const first = anOutcomeDocument();
  expect(movedSection(first)).toEqual([]);
  expect(movedTable(first)).toEqual([]);
  expect(movedRows(first)).toEqual([]);
});

test('a revision says what moved right after the summary, and since which issue', () => {
  const sections = reportOf(revised).sections.map(({ id, title }) => [id, title]);
  expect(sections[1]).toEqual(['moved', 'What moved since revision 1']);
  expect(textsOf(revised)[0]).toBe(
    'Revision 1 was made from records received by 4 November 2026, 06:00, this one from those received by 5 November 2026, 06:00 (London time).',
  );
});

test('headline numbers stand as issued and as they are, with [c] where one is withheld; a change of method apart', () => {
  expect(tableOf(revised, 'Moved_headlines')).toEqual([
    [
      'Headline measures',
      [
        [
          'Abstinence retention, day 84',
          '78.8%',
          '47 events; 154 at risk; 95% interval 73.0% to 83.5%',
          '79.1%',
          '47 events; 156 at risk; 95% interval 73.3% to 83.8%',
        ],
        ['Family engagement', '[c]', 'Too few people', '35.2%', '31 of 88; 95% interval 26.1% to 45.6%'],
      ],
    ],
    ['Other measures', [['Caseload', '87', 'A count', '88', 'A count']]],
    [
      'Counted by another definition: not to be compared',
      [
        [
          'Lapse recovery, day 28',
          '41.7%',
          '95% interval 34.6% to 47.9%',
          '43.3% [r]',
          '95% interval 36.0% to 49.8%',
        ],
      ],
    ],
  ]);
});

test('what did not move is named, and the other figures are counted by their part', () => {
  expect(textsOf(revised)).toContain(
    'The headline figure of Volunteer progression is as it was issued. Where [c] stands, the figure is withheld in that issue. 6 further figures moved: 1 counted differently, 1 over time and between providers, 3 by group and 1 beside a headline. 1 more is of measures whose definition is another. All are in the worksheet Moved and, as the part moved, in the data file.',
  );
});

test('a headline of which only other numbers moved is not among the headline numbers', () => {
  const one = revised.moved!.figures[0]!;
  const { issued } = one;
  if (issued?.kind !== 'survival') throw new Error('the sample is another');
  const points = revised.measures['abstinence-retention']!;
  const only = { ...one, issued: { ...issued, points: points.kind === 'survival' ? points.points : [] } };
  const document = aRevisedOutcomeDocument({ figures: [only], definitions: [] });
  expect(tableOf(document, 'Moved_headlines')).toBeUndefined();
  expect(textsOf(document).join()).toContain('1 further figure moved: 1 among other numbers of a headline.');
});

test('a changed definition is told as a change of method, and a measure that went is named', () => {
  expect(textsOf(revised)).toContain(
    'Lapse recovery is counted by revision 2 of its definition, before by revision 1. A difference between its figures then and now is one of method: it is no sign of a change for people.',
  );
  expect(textsOf(revised)).toContain('Naloxone supply is no longer part of the pack.');
  const fresh = aRevisedOutcomeDocument({ definitions: [{ measure: 'caseload', issued: null, now: 1 }] });
  expect(textsOf(fresh)).toContain('Caseload is new in this issue.');
});

test('the records behind it are counted by type, few of them as [c]', () => {
  expect(tableOf(revised, 'Moved_records')).toEqual([
    [
      undefined,
      [
        ['Placements', '0', '[c]', '0'],
        ['Sessions', '1,061', '7', '[c]'],
        ['Reviews', '12', '0', '0'],
      ],
    ],
  ]);
});

test('records that changed without moving a figure are said to', () => {
  const still = aRevisedOutcomeDocument({ figures: [], definitions: [] });
  expect(textsOf(still)).toContain('No figure moved: every one is as it was issued.');
  expect(tableOf(still, 'Moved_records')).toBeDefined();
  expect(movedTable(still)).toEqual([]);
});

test('figures that moved without a record are said to', () => {
  const document = aRevisedOutcomeDocument({ records: {} });
  expect(textsOf(document)).toContain(
    'No record that this month is made of was added, amended or withdrawn.',
  );
});

test('another rule for small numbers is said before any figure', () => {
  const disclosure: Moved['disclosure'] = { issued: 'hes7round5', now: 'lt5' };
  const [, note] = blocksOf(aRevisedOutcomeDocument({ disclosure }));
  expect(note).toEqual({
    kind: 'note',
    text: 'Small numbers are withheld by another rule: then single numbers of one to seven people are withheld and all others rounded to the nearest five, now single numbers of one to four people are withheld. Figures can differ for this reason alone.',
  });
});

test('records that were erased are not counted, and that is said', () => {
  const document: OutcomeDocument = { ...revised, erased: { since: 'previous-revision' } };
  expect(textsOf(document).at(-1)).toBe('Records that were erased are not among these.');
});

test('the sheet has a row for each number that moved, and none for one that stands', () => {
  const [table] = movedTable(revised);
  const rows = table!.groups[0]!.rows.map((row) => row.map(cellText));
  expect(table!.columns.map(({ title }) => title)).toEqual([
    'Measure',
    'Part',
    'Figure',
    'Issued',
    'It rested on',
    'Now',
    'It rests on',
    'Unit',
    'Definition',
  ]);
  const of = (title: string) => rows.filter(([measure]) => measure === title);
  expect(
    of('Abstinence retention')
      .slice(0, 3)
      .map((row) => row.slice(1, 6)),
  ).toEqual([
    ['Headline', 'Headline: journeys', '236', 'A count', '238'],
    ['Headline', 'Headline: events', '86', 'A count', '87'],
    [
      'Headline',
      'Headline by day 84',
      '78.8%',
      '47 events; 154 at risk; 95% interval 73.0% to 83.5%',
      '79.1%',
    ],
  ]);
  expect(of('Family engagement').map((row) => [row[2], row[3], row[5], row[8]])).toContainEqual([
    'Sex: women',
    '40.6%',
    '42.4%',
    'as issued',
  ]);
  const figures = of('Family engagement').map((row) => [row[2], row[3], row[5]]);
  expect(figures).toContainEqual(['Intervention: closure', '36.4%', '[c]']);
  expect(figures).toContainEqual(['Sex: other', '[c]', 'not given']);
  expect(figures).toContainEqual(['Family members supported where the person has left', 'not given', '[c]']);
  expect(rows).toContainEqual([
    'Lapse recovery',
    'Beside the headline',
    'Median time to return to the groups',
    '18 days',
    'A median',
    '19 days',
    'A median',
    'days',
    'another revision',
  ]);
  expect(of('Abstinence retention')).toContainEqual([
    'Abstinence retention',
    'Compared over time and between providers',
    'Provider: Harbour House',
    '64.9%',
    '61 of 94; 95% interval 54.8% to 73.8%',
    '65.3%',
    '62 of 95',
    'percent',
    'as issued',
  ]);
});

test('the data file has what was issued under the part moved, and the records behind it', () => {
  const rows = figureRows(revised).filter(({ part }) => part === 'moved');
  expect(rows).toContainEqual(
    expect.objectContaining({
      measure: 'family-engagement',
      name: 'split/sex',
      category: 'female',
      value: 13 / 32,
      numerator: 13,
      denominator: 32,
      revision: 1,
    }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({ name: 'beside/supported-after-leaving', state: 'not-issued', value: null }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({
      measure: 'lapse-recovery',
      name: 'headline',
      outcome: 'recovered',
      revision: 1,
    }),
  );
  expect(rows.filter(({ name }) => name === 'records/session')).toMatchObject([
    { statistic: 'added', value: 1061 },
    { statistic: 'amended', value: 7 },
    { statistic: 'withdrawn', value: null, shorthand: '[c]' },
  ]);
});

test('every number of a crowd that moved is told once, as it was issued, and no other', () => {
  const crowd = aCrowd(3, 40);
  const before = documentOf({ ...crowd, people: crowd.people.slice(0, 34) });
  const now = documentOf(crowd);
  const compared = (document: OutcomeDocument) =>
    new Map(
      figureRows(document)
        .filter(
          ({ part, statistic }) =>
            !['comparison', 'funnel', 'trend'].includes(part) && statistic !== 'target',
        )
        .map(({ measure, part, name, category, ...value }) => [
          [
            measure,
            name === '' ? part : `${part}/${name}`,
            category,
            value.statistic,
            value.outcome,
            value.day,
          ].join('|'),
          { ...value, measure },
        ]),
    );
  const [issued, stands] = [compared(before), compared(now)];
  const differing = [...new Set([...issued.keys(), ...stands.keys()])].filter(
    (key) => JSON.stringify(issued.get(key)) !== JSON.stringify(stands.get(key)),
  );
  const told = movedRows(withMoved(now, before, {})).map(({ name, category, part, ...value }) => ({
    key: [value.measure, name, category, value.statistic, value.outcome, value.day].join('|'),
    part,
    value,
  }));
  expect(told.map(({ key }) => key).toSorted()).toEqual(differing.toSorted());
  for (const { key, value } of told)
    if (value.state !== 'not-issued') expect(value).toEqual(issued.get(key));
    else expect(issued.has(key)).toBe(false);
});
