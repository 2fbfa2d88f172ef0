import type { HeldRecord } from '../../privacy/subject-access.ts';
import type { Cell, Column, RowGroup, Table } from '../blocks.ts';
import { londonMonthInWords } from '../calendar.ts';
import { text } from '../cells.ts';
import type { KindColumn, RecordKind } from './record-kind.ts';
import { dateOf, isWithdrawn, latestOf, sentInWords, withdrawnInWords } from './record-in-words.ts';
import { toldFields } from './told-fields.ts';
import { valueInWords } from './value-in-words.ts';

/** Records from which the months are told apart. */
const MANY = 20;

/**
 * Records that are many, one a row: the main facts in columns, everything else by its name in one more. Withdrawn ones
 * come last, under a label that says so.
 */
export function recordsTable(
  kind: RecordKind,
  columns: readonly KindColumn[],
  records: readonly HeldRecord[],
  personRef: string,
): Table {
  const rest = (record: HeldRecord) => restOf(kind, columns, record, personRef);
  const further = records.some((record) => rest(record) !== '');
  return {
    kind: 'table',
    id: `${kind.type}_records`,
    title: `${kind.title} held`,
    columns: [
      ...columns.map(({ title, share }): Column => ({ title, ...(share !== undefined && { share }) })),
      ...(further ? [{ title: 'Further', share: 4.6 }] : []),
      { title: 'Record number, entered', share: 5.2 },
    ],
    groupTitle: 'Month',
    groups: groupsOf(kind, records).map(({ label, members }) => ({
      ...(label !== undefined && { label }),
      rows: members.map((record): Cell[] => [
        ...columns.map(({ field }) => text(mainFact(record, field))),
        ...(further ? [text(rest(record) || 'Nothing')] : []),
        text(entryOf(record)),
      ]),
    })),
    notes: [],
  };
}

type Group = Pick<RowGroup, 'label'> & { readonly members: readonly HeldRecord[] };

function groupsOf(kind: RecordKind, records: readonly HeldRecord[]): Group[] {
  const standing = records.filter((record) => !isWithdrawn(record));
  const withdrawn = records.filter(isWithdrawn);
  const label = (record: HeldRecord) => {
    const date = dateOf(kind, record);
    if (records.length < MANY) return withdrawn.length === 0 ? undefined : 'Held now';
    return date === undefined ? 'Without a date' : londonMonthInWords(date);
  };
  return [
    ...[...Map.groupBy(standing, label)].map(([name, members]) => ({
      ...(name !== undefined && { label: name }),
      members,
    })),
    ...(withdrawn.length === 0 ? [] : [{ label: 'Withdrawn: what these said last', members: withdrawn }]),
  ];
}

function mainFact(record: HeldRecord, field: string): string {
  const value = latestOf(record)?.data[field];
  return value === undefined ? 'None' : valueInWords(value, field);
}

function restOf(
  kind: RecordKind,
  columns: readonly KindColumn[],
  record: HeldRecord,
  personRef: string,
): string {
  const main = columns.map(({ field }) => field);
  return toldFields(kind, latestOf(record)?.data ?? {}, personRef, main)
    .map(({ label, text }) => `${label}: ${text}.`)
    .join(' ');
}

function entryOf(record: HeldRecord): string {
  const latest = latestOf(record);
  if (latest === undefined) return record.id;
  const version = latest.version > 1 ? `version ${latest.version}, ` : '';
  const why = isWithdrawn(record) ? `; ${withdrawnInWords(latest)}` : '';
  return `${record.id}: ${version}${sentInWords(latest)}${why}`;
}
