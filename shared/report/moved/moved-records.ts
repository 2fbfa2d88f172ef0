import type { Moved } from '../../outcomes/document.ts';
import type { Block } from '../blocks.ts';
import { count, text } from '../cells.ts';
import { labelOf } from '../labels.ts';

/** The types of records in the reader's order, by what they are called in a table. */
const TYPES = new Map([
  ['placement', 'Placements'],
  ['session', 'Sessions'],
  ['test', 'Tests'],
  ['lapse', 'Lapses'],
  ['milestone', 'Milestones'],
  ['review', 'Reviews'],
  ['reflection', 'Reflections'],
  ['report', 'Reports issued'],
]);

/** A type of record in words. */
const recordsLabel = (type: string): string => TYPES.get(type) ?? labelOf(type);

/** Types of records of which any came, changed or went, in the reader's order. */
export function recordTypes(records: Moved['records']): [type: string, changes: Moved['records'][string]][] {
  const place = (type: string) => {
    const at = [...TYPES.keys()].indexOf(type);
    return at < 0 ? TYPES.size : at;
  };
  return Object.entries(records)
    .filter(([, { added, amended, withdrawn }]) => [added, amended, withdrawn].some((number) => number !== 0))
    .toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** How many records came, changed and went, by type; a sentence where none did. */
export function recordBlocks({ records, since }: Pick<Moved, 'records' | 'since'>): Block[] {
  const types = recordTypes(records);
  if (types.length === 0)
    return [
      { kind: 'paragraph', text: 'No record that this month is made of was added, amended or withdrawn.' },
    ];
  return [
    {
      kind: 'paragraph',
      role: 'lead',
      text: 'Of the records that this month is made of. Numbers of one to four are withheld [c].',
    },
    {
      kind: 'table',
      id: 'Moved_records',
      title: `Records that changed since revision ${since.revision}`,
      columns: [
        { title: 'Records' },
        { title: 'Added', numeric: true },
        { title: 'Amended', numeric: true },
        { title: 'Withdrawn or no longer part', numeric: true },
      ],
      groups: [
        {
          rows: types.map(([type, { added, amended, withdrawn }]) => [
            text(recordsLabel(type)),
            count(added),
            count(amended),
            count(withdrawn),
          ]),
        },
      ],
      notes: [],
    },
  ];
}
