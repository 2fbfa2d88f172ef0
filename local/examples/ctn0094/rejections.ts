import type { Answered } from './submit-trials.ts';

/** Every problem of every rejected record as a line of CSV: the rows it was made of and the interface's words. */
export function rejectionsCsv(answered: readonly Answered[]): string {
  const lines = rejectionsOf(answered).map(({ rows, type, field, code, message }) =>
    [rows, type, field, code, message].map(quoted).join(','),
  );
  return ['rows,type,field,code,message', ...lines, ''].join('\n');
}

/** How many records were rejected over each field and for what, most first; one may have several problems. */
export function rejectionCounts(answered: readonly Answered[]): string[] {
  const counts = Map.groupBy(rejectionsOf(answered), ({ type, field, code }) =>
    [type.padEnd(10), field.padEnd(14), code].join('  '),
  );
  return [...counts]
    .toSorted(([one, ofOne], [other, ofOther]) => ofOther.length - ofOne.length || (one < other ? -1 : 1))
    .map(([problem, { length }]) => `${String(length).padStart(7)}  ${problem}`);
}

function rejectionsOf(answered: readonly Answered[]) {
  return answered.flatMap(({ made: { record, rows }, answer }) =>
    answer.outcome === 'rejected'
      ? (answer.errors ?? []).map((error) => ({ rows: rows.join(' '), type: record.type, ...error }))
      : [],
  );
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
