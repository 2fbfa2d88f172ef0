import type { DataQuality } from '../../../examples/typescript/janus-client.ts';
import { Table } from '../../parts/table.tsx';
import { count } from '../../words/count.ts';
import { dateInWords } from '../../words/instant-in-words.ts';
import { recordTypes } from '../../words/record-types.ts';

const GROUPS = {
  missing: 'Missing',
  contradictory: 'Contradictory',
  late: 'Late',
  'look-alike': 'Perhaps double',
} as const;

const MOST_SHOWN = 200;

/** The rules that found something, and what each of them found. */
export function Findings({ quality }: { readonly quality: DataQuality }) {
  const { counts, findings, measures, cursor } = quality;
  const found = counts.filter(({ findings: many }) => many > 0);
  const shown = findings.slice(0, MOST_SHOWN);
  if (found.length === 0) return <p>Nothing is to be put right in this month.</p>;
  return (
    <>
      <Table
        caption="In all"
        rows={found}
        keyOf={({ rule }) => rule}
        empty="Nothing is to be put right."
        columns={[
          { head: 'What', cell: ({ title }) => title },
          { head: 'Kind', cell: ({ group }) => GROUPS[group] },
          { head: 'Findings', cell: (one) => one.findings.toLocaleString('en-GB'), numeric: true },
          { head: 'People', cell: ({ people }) => people.toLocaleString('en-GB'), numeric: true },
        ]}
      />
      <Table
        caption="Record by record"
        rows={shown}
        keyOf={({ rule, type, id }) => `${rule} ${type} ${id}`}
        empty="There are none."
        columns={[
          {
            head: 'Record',
            cell: ({ type, id, personRef, also }) => (
              <>
                {recordTypes[type].replace(/s$/, '')} <code>{id}</code>
                {personRef !== undefined && (
                  <>
                    {' '}
                    of <code>{personRef}</code>
                  </>
                )}
                {also.length > 0 && `, with ${also.map((other) => other.id).join(', ')}`}
              </>
            ),
          },
          { head: 'What is wrong', cell: ({ title }) => title },
          { head: 'What to do', cell: ({ todo }) => todo },
          {
            head: 'Since',
            cell: ({ since, ageDays }) => `${dateInWords(since)}, ${count(ageDays, 'day')}`,
          },
          { head: 'Counts in', cell: ({ touches }) => touches.map((id) => measures[id] ?? id).join(', ') },
        ]}
      />
      {(cursor !== undefined || shown.length < findings.length) && (
        <p>These are the first {shown.length}. The workbook has all of them.</p>
      )}
    </>
  );
}
